"""What the pages of a course and a lesson show, and where the reader stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, QuerySet

from courses.adapters.prepared import Prepared
from courses.choices import EnrollmentStatus, RunStatus
from courses.models import (
    Attendance,
    Course,
    CoursePage,
    CourseRun,
    Enrollment,
    LessonPage,
    LessonProgress,
    Person,
)
from courses.queries.completion import rule_of
from courses.queries.lesson_parts import part_keys
from courses.queries.made_up import with_make_ups
from courses.queries.offers import (
    MARK_FIELDS,
    RUN_FIELDS,
    CourseFacts,
    Lesson,
    Offer,
    course_facts,
    half_days_of,
    marked,
)
from courses.rules.lessons import Place, go_on
from courses.rules.progress import HalfDay, Outlook, outlook

GONE = (
    EnrollmentStatus.WITHDRAWN,
    EnrollmentStatus.DECLINED,
    EnrollmentStatus.SUBSTITUTED,
    EnrollmentStatus.MERGED,
    EnrollmentStatus.GUEST,
)
HOLDING = [status for status in EnrollmentStatus if status not in GONE]
LONGEST_NUMBER = 9
OWN_FIELDS = ("pk", "run_id", "status", "completion__met_on", "completion__missing")

#: Who reads: a login, or a person who came by her card.
Looking = AbstractBaseUser | Person


def is_known(reader: Looking) -> bool:
    """Whether a page shows somebody's own standing."""
    return isinstance(reader, Person) or reader.is_authenticated


class Own:
    """A prepared query about what is the reader's own; `make` takes how rows lead to her, as a
    filter, and a further value."""

    def __init__(self, model: type[Model], make: Callable[[dict, Any], QuerySet]):
        self.of_login = Prepared(model, lambda who, value: make({"person__user": who}, value))
        self.of_person = Prepared(model, lambda who, value: make({"person": who}, value))

    def __call__(self, reader: Looking, value: int) -> list[tuple]:
        rows = self.of_person if isinstance(reader, Person) else self.of_login
        return rows(reader.pk, value)


#: By reader and course: the values of OWN_FIELDS.
OWN_ENROLLMENTS = Own(
    Enrollment,
    lambda hers, course: Enrollment.objects.filter(
        **hers, run__course=course, status__in=HOLDING
    ).values_list(*OWN_FIELDS),
)
#: By enrolment: the values of MARK_FIELDS.
OWN_MARKS = Prepared(
    Attendance,
    lambda enrollment: Attendance.objects.filter(enrollment=enrollment).values_list(*MARK_FIELDS),
)
#: By reader and course: the lessons that she has begun, when she read them, how far she got.
OWN_LESSONS = Own(
    LessonProgress,
    lambda hers, course: LessonProgress.objects.filter(**hers, course=course).values_list(
        "lesson_key", "read_at", "part", "number", "parts"
    ),
)


@dataclass(frozen=True)
class Standing:
    """Where the reader stands on a run: the status, the half-days and what is still missing."""

    run: CourseRun
    status: str
    half_days: tuple[HalfDay, ...]
    outlook: Outlook
    missing: tuple[dict, ...] = ()
    met_on: date | None = None

    @property
    def has_missed(self) -> bool:
        """Whether there is something to make up for."""
        return not self.met_on and any(each.was_missed for each in self.half_days)

    @property
    def has_begun(self) -> bool:
        return any(each.presence for each in self.half_days)


@dataclass(frozen=True)
class CourseScreen:
    """A course page for one reader; `read` holds the keys of the lessons that she has read."""

    facts: CourseFacts | None = None
    offers: tuple[Offer, ...] = ()
    standing: Standing | None = None
    read: frozenset[UUID] = frozenset()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        return self.facts.lessons if self.facts else ()

    @property
    def best(self) -> Offer | None:
        """The next date that one may choose, one with a free seat before one without."""
        open_ones = [offer for offer in self.offers if not offer.is_by_invitation]
        return next((offer for offer in open_ones if offer.free), next(iter(open_ones), None))

    @property
    def others(self) -> list[Offer]:
        return [offer for offer in self.offers if offer is not self.best]

    @property
    def stamp(self) -> str:
        """The same as long as lessons and dates are the same for this reader."""
        own = self.standing.run.pk if self.standing else 0
        return f"{self.facts.stamp}:{own}" if self.facts else ""

    @property
    def read_stamp(self) -> str:
        """The same for the same lessons read."""
        return stamp_of(self.read)

    @property
    def languages(self) -> list[str]:
        """The languages that the dates are spoken in, each once."""
        return list(dict.fromkeys(offer.spoken for offer in self.offers))


def course_screen(page: CoursePage, reader: Looking, now: datetime) -> CourseScreen:
    """Lessons, dates and standing. Nothing but the reader's own is asked for when the rest is
    remembered: at most five queries, three where her run is not over."""
    facts = course_facts(page.path, now)
    if facts is None or not (is_known(reader) and page.course_id):
        return CourseScreen(facts, facts.offers if facts else ())
    standing = _standing(facts, page.course, reader, now)
    mine = standing.run.pk if standing else None
    return CourseScreen(
        facts=facts,
        offers=tuple(offer for offer in facts.offers if offer.run_id != mine),
        standing=standing,
        read=read_of(OWN_LESSONS(reader, page.course_id)),
    )


def _standing(
    facts: CourseFacts, course: Course, reader: Looking, now: datetime
) -> Standing | None:
    """Two queries, two more for runs that are over, and one where she missed a half-day."""
    rows = [dict(zip(OWN_FIELDS, row, strict=True)) for row in OWN_ENROLLMENTS(reader, course.pk)]
    row, values = _ahead(facts, rows) or _behind(rows) or (None, None)
    if row is None:
        return None
    run = CourseRun(course=course, **values)
    days = facts.half_days.get(run.pk) or half_days_of([run.pk], now).get(run.pk, ())
    marks = marked(days, OWN_MARKS(row["pk"]), now)
    half_days = with_make_ups({run.pk: marks}, [row["pk"]])[run.pk]
    return Standing(
        run=run,
        status=row["status"],
        half_days=half_days,
        outlook=outlook(rule_of(run), half_days),
        missing=tuple(row["completion__missing"] or ()),
        met_on=row["completion__met_on"],
    )


def _ahead(facts: CourseFacts, rows: list[dict]) -> tuple[dict, dict] | None:
    """The first enrolment on a run that is not over and not completed, with the run's values."""
    open_ones = [row for row in rows if not row["completion__met_on"]]
    return next(iter(_by_start(open_ones, facts.runs)), None)


def _behind(rows: list[dict]) -> tuple[dict, dict] | None:
    """The enrolment that was completed last, else the last one, with the run's values."""
    if not rows:
        return None
    runs = CourseRun.objects.filter(pk__in=[row["run_id"] for row in rows]).values(*RUN_FIELDS)
    pairs = _by_start(rows, {run["id"]: run for run in runs})
    met = [pair for pair in pairs if pair[0]["completion__met_on"]]
    return next(reversed(met or pairs), None)


def _by_start(rows: list[dict], runs: dict[int, dict]) -> list[tuple[dict, dict]]:
    """Enrolments with the values of their runs, as far as they are known and not cancelled."""
    pairs = [(row, runs[row["run_id"]]) for row in rows if row["run_id"] in runs]
    held = [pair for pair in pairs if pair[1]["status"] != RunStatus.CANCELLED]
    return sorted(held, key=lambda pair: (pair[1]["starts_on"] or date.max, pair[0]["pk"]))


def stamp_of(keys: frozenset[UUID]) -> str:
    return ",".join(sorted(key.hex for key in keys))


def read_of(begun: list[tuple]) -> frozenset[UUID]:
    """The keys of the lessons that were read, from rows of OWN_LESSONS."""
    return frozenset(key for key, read_at, *_place in begun if read_at)


@dataclass(frozen=True)
class LessonScreen:
    """A lesson among its neighbours. `number` counts from one, 0 where it is in no list; `resume`
    is the key of the part with which the reader may go on."""

    course: CourseFacts
    number: int
    read: frozenset[UUID] = frozenset()
    resume: str = ""

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        return self.course.lessons

    @property
    def stamp(self) -> str:
        """The same for the same lessons of the course and the same ones read."""
        return f"{self.course.stamp}:{stamp_of(self.read)}"

    @property
    def here(self) -> Lesson | None:
        """This lesson as it stands in the list."""
        return self.lessons[self.number - 1] if self.number else None

    @property
    def before(self) -> Lesson | None:
        return self.lessons[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> Lesson | None:
        return self.lessons[self.number] if self.number < len(self.lessons) else None

    @property
    def is_read(self) -> bool:
        return bool(self.number) and self.lessons[self.number - 1].key in self.read


def lesson_screen(page: LessonPage, reader: Looking, now: datetime) -> LessonScreen | None:
    """The neighbours and the reader's state; None for a lesson that has no place yet."""
    course = course_facts(page.path[: -page.steplen], now) if page.path else None
    if course is None:
        return None
    neighbours = [lesson.pk for lesson in course.lessons]
    is_reader = is_known(reader) and course.course_id
    begun = OWN_LESSONS(reader, course.course_id) if is_reader else []
    places = {key: Place(*place) for key, read_at, *place in begun if not read_at}
    return LessonScreen(
        course=course,
        number=neighbours.index(page.pk) + 1 if page.pk in neighbours else 0,
        read=read_of(begun),
        resume=go_on(places.get(page.translation_key, Place()), part_keys(page)),
    )


def lesson_for(pk: int, language: str) -> LessonPage | None:
    """A live lesson, or its live translation where that is in the language of the screen."""
    lesson = LessonPage.objects.live().filter(pk=pk).select_related("locale").first()
    if lesson is None or lesson.locale.language_code == language:
        return lesson
    twins = LessonPage.objects.live().filter(translation_key=lesson.translation_key)
    return twins.filter(locale__language_code=language).first() or lesson


def lesson_with_key(key: UUID, language: str) -> LessonPage | None:
    """A live lesson with this translation key, in the language where there is one."""
    twins = LessonPage.objects.live().filter(translation_key=key)
    return twins.filter(locale__language_code=language).first() or twins.first()


def course_of(pk: str, now: datetime) -> CourseFacts | None:
    """A live course page that everybody may see, by its number as told; else None."""
    if not pk.isdecimal() or len(pk) > LONGEST_NUMBER:
        return None
    page = CoursePage.objects.live().filter(pk=pk).first()
    is_open = page is not None and not page.get_view_restrictions().exists()
    return course_facts(page.path, now) if is_open else None
