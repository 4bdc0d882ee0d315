"""What the pages of a course and a lesson show, and where the reader stands."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser

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
)
from courses.queries.completion import rule_of
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
from courses.rules.progress import HalfDay, Outlook, outlook

GONE = (
    EnrollmentStatus.WITHDRAWN,
    EnrollmentStatus.DECLINED,
    EnrollmentStatus.SUBSTITUTED,
    EnrollmentStatus.MERGED,
)
HOLDING = [status for status in EnrollmentStatus if status not in GONE]
OWN_FIELDS = ("pk", "run_id", "status", "completion__met_on", "completion__missing")

#: By user and course: the values of OWN_FIELDS.
OWN_ENROLLMENTS = Prepared(
    Enrollment,
    lambda user, course: Enrollment.objects.filter(
        person__user=user, run__course=course, status__in=HOLDING
    ).values_list(*OWN_FIELDS),
)
#: By enrolment: the values of MARK_FIELDS.
OWN_MARKS = Prepared(
    Attendance,
    lambda enrollment: Attendance.objects.filter(enrollment=enrollment).values_list(*MARK_FIELDS),
)
#: By user and course: the keys of the lessons that she has read.
OWN_LESSONS = Prepared(
    LessonProgress,
    lambda user, course: LessonProgress.objects.filter(
        person__user=user, course=course
    ).values_list("lesson_key"),
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
        return ",".join(sorted(key.hex for key in self.read))

    @property
    def languages(self) -> list[str]:
        """The languages that the dates are spoken in, each once."""
        return list(dict.fromkeys(offer.spoken for offer in self.offers))


def course_screen(page: CoursePage, user: AbstractBaseUser, now: datetime) -> CourseScreen:
    """Lessons, dates and standing. Nothing but the reader's own is asked for when the rest is
    remembered: at most five queries, three where her run is not over."""
    facts = course_facts(page.path, now)
    if facts is None or not (user.is_authenticated and page.course_id):
        return CourseScreen(facts, facts.offers if facts else ())
    standing = _standing(facts, page.course, user, now)
    mine = standing.run.pk if standing else None
    return CourseScreen(
        facts=facts,
        offers=tuple(offer for offer in facts.offers if offer.run_id != mine),
        standing=standing,
        read=_read(user, page.course_id),
    )


def _standing(
    facts: CourseFacts, course: Course, user: AbstractBaseUser, now: datetime
) -> Standing | None:
    """Two queries; two more for runs that are over."""
    rows = [dict(zip(OWN_FIELDS, row, strict=True)) for row in OWN_ENROLLMENTS(user.pk, course.pk)]
    row, values = _ahead(facts, rows) or _behind(rows) or (None, None)
    if row is None:
        return None
    run = CourseRun(course=course, **values)
    days = facts.half_days.get(run.pk) or half_days_of([run.pk], now).get(run.pk, ())
    half_days = marked(days, OWN_MARKS(row["pk"]), now)
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


def _read(user: AbstractBaseUser, course_id: int) -> frozenset[UUID]:
    return frozenset(key for (key,) in OWN_LESSONS(user.pk, course_id))


@dataclass(frozen=True)
class LessonScreen:
    """A lesson among its neighbours. `number` counts from one, 0 where it is in no list."""

    course: CourseFacts
    number: int
    read: frozenset[UUID] = frozenset()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        return self.course.lessons

    @property
    def before(self) -> Lesson | None:
        return self.lessons[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> Lesson | None:
        return self.lessons[self.number] if self.number < len(self.lessons) else None

    @property
    def is_read(self) -> bool:
        return bool(self.number) and self.lessons[self.number - 1].key in self.read


def lesson_screen(page: LessonPage, user: AbstractBaseUser, now: datetime) -> LessonScreen | None:
    """The neighbours and the reader's state; None for a lesson that has no place yet."""
    course = course_facts(page.path[: -page.steplen], now) if page.path else None
    if course is None:
        return None
    places = [lesson.pk for lesson in course.lessons]
    is_reader = user.is_authenticated and course.course_id
    return LessonScreen(
        course=course,
        number=places.index(page.pk) + 1 if page.pk in places else 0,
        read=_read(user, course.course_id) if is_reader else frozenset(),
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
