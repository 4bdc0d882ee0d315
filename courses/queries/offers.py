"""What everybody may know of a course: its lessons and the dates that one may choose."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import quote
from uuid import UUID, uuid4

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import get_language

from courses import conf
from courses.adapters.memory import remembered
from courses.choices import EnrollmentPolicy, SessionStatus
from courses.models import (
    RULE_FIELDS,
    Attendance,
    CoursePage,
    CourseRun,
    LessonPage,
    PageSearchText,
    Session,
)
from courses.queries.made_up import with_make_ups
from courses.queries.seats import with_seats
from courses.rules.progress import HalfDay

OFFERS_AT_MOST = 30
RUN_FIELDS = ("id", "starts_on", "ends_on", "status", *RULE_FIELDS)
SIZES = ("size", "saver_size", "media_size", "film_size")
MARK_FIELDS = ("session_id", "presence", "credited_minutes", "session__status")


@dataclass(frozen=True)
class Lesson:
    """A lesson in a list; `key` is shared by its translations. What it loads is in bytes: `size`,
    `saver_size` where the reader saves data, `media_size` for its sound and film, and `film_size`
    for the film alone."""

    pk: int
    key: UUID
    title: str
    url: str
    minutes: int
    size: int | None
    saver_size: int | None = None
    media_size: int | None = None
    film_size: int | None = None

    @property
    def kept_size(self) -> int:
        """What a phone takes along without films; 0 where it is not known."""
        without = (self.media_size or 0) - (self.film_size or 0)
        return self.saver_size + without if self.saver_size else 0


@dataclass(frozen=True)
class Offer:
    """A run that one may choose, in the words of the screen's language."""

    run_id: int
    uuid: UUID
    starts_on: date
    ends_on: date
    place: str
    province: str
    spoken: str
    policy: str
    capacity: int
    taken: int
    half_days: tuple[HalfDay, ...] = ()
    kept: int = 0

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken - self.kept)

    @property
    def is_by_invitation(self) -> bool:
        """Whether nobody can take part of her own accord."""
        return self.policy in (EnrollmentPolicy.INVITATION, EnrollmentPolicy.NOMINATION)

    @property
    def is_by_nomination(self) -> bool:
        return self.policy == EnrollmentPolicy.NOMINATION

    @property
    def is_by_request(self) -> bool:
        return self.policy == EnrollmentPolicy.REQUEST


@dataclass(frozen=True)
class CourseFacts:
    """A live course page as everybody sees it. `topics` are pairs of name and icon; `runs` (their
    days and rules) and `half_days` are those of the runs that are not over, by run id; `stamp`
    differs whenever the facts are made anew."""

    pk: int
    title: str
    url: str
    course_id: int | None
    min_quiz_percent: int | None
    topics: tuple[tuple[str, str], ...]
    lessons: tuple[Lesson, ...]
    offers: tuple[Offer, ...]
    runs: dict[int, dict]
    half_days: dict[int, tuple[HalfDay, ...]]
    stamp: str


def course_facts(path: str, now: datetime) -> CourseFacts | None:
    """The facts of the course page at a place in the tree, or None. Remembered for half a minute;
    seats are counted anew when somebody takes one."""
    return remembered(f"course:{path}:{get_language()}", lambda: _facts(path, now))


def _facts(path: str, now: datetime) -> CourseFacts | None:
    page = CoursePage.objects.live().filter(path=path).select_related("course").first()
    if page is None:
        return None
    topics = page.course.topics.all() if page.course else ()
    ahead = CourseRun.objects.filter(course=page.course_id).upcoming_on(timezone.localdate(now))
    runs = {row["id"]: row for row in ahead.values(*RUN_FIELDS)} if page.course_id else {}
    half_days = half_days_of(list(runs), now)
    return CourseFacts(
        pk=page.pk,
        title=page.title,
        url=page.get_url() or "",
        course_id=page.course_id,
        min_quiz_percent=page.course.min_quiz_percent if page.course else None,
        topics=tuple((topic.name, topic.icon) for topic in topics),
        lessons=lessons_below(page),
        offers=offers_of(page.course_id, half_days, now) if page.course_id else (),
        runs=runs,
        half_days=half_days,
        stamp=uuid4().hex,
    )


def lessons_below(page: CoursePage) -> tuple[Lesson, ...]:
    """The live lessons of a course page in their order. One query, without their bodies."""
    sizes = PageSearchText.objects.filter(page=OuterRef("pk"))
    lessons = LessonPage.objects.live().child_of(page)
    lessons = lessons.annotate(**{name: Subquery(sizes.values(name)[:1]) for name in SIZES})
    lessons = lessons.only("title", "minutes", "path", "depth", "url_path", "translation_key")
    return tuple(
        Lesson(
            pk=lesson.pk,
            key=lesson.translation_key,
            title=lesson.title,
            url=lesson.get_url() or "",
            minutes=lesson.minutes,
            **{name: getattr(lesson, name) for name in SIZES},
        )
        for lesson in lessons.order_by("path")
    )


def offers_of(course_id: int, half_days: dict, now: datetime) -> tuple[Offer, ...]:
    """Listed runs of a course that begin from today on, the next one first. One query."""
    runs = CourseRun.objects.listed().filter(
        course=course_id, starts_on__gte=timezone.localdate(now)
    )
    runs = runs.select_related("host", "venue", "province")
    runs = with_seats(runs, now)
    runs = runs.order_by("starts_on", "pk")[:OFFERS_AT_MOST]
    return tuple(_offer(run, half_days.get(run.pk, ())) for run in runs)


def _offer(run: CourseRun, half_days: tuple[HalfDay, ...]) -> Offer:
    return Offer(
        run_id=run.pk,
        uuid=run.uuid,
        starts_on=run.starts_on,
        ends_on=run.ends_on,
        place=place_of(run),
        province=run.province.name,
        spoken=str(run.get_delivery_language_display()),
        policy=run.enrollment_policy,
        capacity=run.capacity,
        taken=run.taken,
        kept=run.kept,
        half_days=half_days,
    )


def place_of(run: CourseRun) -> str:
    """Venue, host and province in one line, as letters are addressed."""
    places = [run.venue.name] if run.venue else []
    comma = " " if (get_language() or "").startswith("km") else ", "
    return comma.join([*places, run.host.name, run.province.name])


def map_address(run: CourseRun) -> str:
    """Where a map shows the venue of a run, for who taps the link; empty without a venue."""
    address = conf.get("COURSES_MAP_ADDRESS") or ""
    if run.venue is None or not address:
        return ""
    place = f"{run.venue.name_en or run.venue.name_km}, {run.province.name_en}"
    return address.replace("{place}", quote(place, safe=""))


def half_days_of(runs: list[int], now: datetime) -> dict[int, tuple[HalfDay, ...]]:
    """By run id, the half-days that take place, without anybody's marks. One query."""
    if not runs:
        return {}
    rows = Session.objects.taking_place().filter(run__in=runs).order_by("starts_at", "pk")
    found: dict[int, list[HalfDay]] = {}
    for run_id, pk, starts, ends, planned in rows.values_list(
        "run_id", "pk", "starts_at", "ends_at", "planned_minutes"
    ):
        half_day = HalfDay(
            starts=timezone.localtime(starts),
            ends=timezone.localtime(ends),
            planned=planned,
            is_over=ends <= now,
            session_id=pk,
        )
        found.setdefault(run_id, []).append(half_day)
    return {run: tuple(half_days) for run, half_days in found.items()}


def with_marks(half_days, enrollment_ids, now: datetime) -> dict[int, tuple[HalfDay, ...]]:
    """The half-days of some runs with the marks of these enrolments of one person, and what she
    made up for elsewhere. One query, or two where she missed something."""
    marks = Attendance.objects.filter(enrollment__in=enrollment_ids).values_list(*MARK_FIELDS)
    found = {run: marked(those, marks, now) for run, those in half_days.items()}
    return with_make_ups(found, enrollment_ids)


def marked(half_days, marks, now: datetime) -> tuple[HalfDay, ...]:
    """The half-days of a run with marks in the order of MARK_FIELDS; minutes count only where the
    session was held."""
    by_session = {
        session: {
            "presence": presence,
            "credited": credited if status == SessionStatus.HELD else 0,
        }
        for session, presence, credited, status in marks
    }
    return tuple(
        replace(each, is_over=each.ends <= now, **by_session.get(each.session_id, {}))
        for each in half_days
    )
