"""The rows behind the reach figures: slim tuples, each asked for once."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from courses.choices import SessionStatus
from courses.models import Attendance, Course, Enrollment, Organization, RunTrainer, Session
from courses.rules.organizations import merged_by


class Filters(Protocol):
    """What `reach.ReachFilters` offers."""

    start: date
    end: date
    topic: int | None
    course: int | None
    province: str | None
    sector: str | None
    area: frozenset[str] | None


class Place(NamedTuple):
    """An enrolment: the person, and where the person stood at the time."""

    enrollment: int
    person: int
    sex: str
    run: int
    course: int
    role: str
    sector: str
    province: str | None
    employer: int | None
    employer_kind: str | None
    met_on: date | None


PLACE_FIELDS = (
    "pk",
    "person_id",
    "person__sex",
    "run_id",
    "run__course_id",
    "role",
    "sector",
    "province_id",
    "employer_id",
    "employer__kind",
    "completion__met_on",
)


class Came(NamedTuple):
    """An attendance that counts, with its local day and the first day of its month."""

    place: Place
    starts_at: datetime
    day: date
    month: date


def moment(day: date) -> datetime:
    """The beginning of a local day."""
    return timezone.make_aware(datetime.combine(day, time.min))


def in_period(filters: Filters) -> QuerySet[Session]:
    """Sessions of the period, held or not."""
    return Session.objects.filter(
        starts_at__gte=moment(filters.start), starts_at__lt=moment(filters.end + timedelta(days=1))
    )


def _held(filters: Filters) -> QuerySet[Session]:
    """Sessions of the period that took place."""
    return in_period(filters).held()


def of_runs(filters: Filters) -> Q:
    """Conditions on a run: its course, and the area that the reader may count."""
    wanted = Q()
    if filters.area is not None:
        wanted &= Q(run__province__in=filters.area)
    if filters.course:
        wanted &= Q(run__course=filters.course)
    if filters.topic:
        wanted &= Q(run__course__in=Course.objects.filter(topics=filters.topic).values("pk"))
    return wanted


def places(filters: Filters) -> dict[int, Place]:
    """Enrolments that count, by id: of runs that met in the period or with a completion in it.

    People who are not enrolled (any more) and the trainers of the run are left out. The employer is
    the organization that it was part of at the end of the period. Two queries.
    """
    touched = Q(run__in=_held(filters).values("run")) | Q(
        completion__is_met=True, completion__met_on__range=(filters.start, filters.end)
    )
    rows = of_participants(Enrollment.objects.enrolled().filter(touched), filters)
    parts = _merged_employers(filters.end)
    found = {row[0]: Place(*row) for row in rows.values_list(*PLACE_FIELDS)}
    if not parts:
        return found
    return {
        pk: place._replace(employer=parts.get(place.employer, place.employer))
        for pk, place in found.items()
    }


def of_participants(rows: QuerySet[Enrollment], filters: Filters) -> QuerySet[Enrollment]:
    """The enrolments that fit the filters, but for those of trainers on their own runs."""
    rows = rows.filter(of_runs(filters)).exclude(run__run_trainers__person=F("person")).order_by()
    if filters.province:
        rows = rows.filter(province=filters.province)
    if filters.sector:
        rows = rows.filter(sector=filters.sector)
    return rows


def _merged_employers(day: date) -> dict[int, int]:
    """Organizations that were part of another one on that day, by id. One query."""
    rows = Organization.objects.exclude(merged_into=None).order_by()
    links = rows.values_list("pk", "merged_into_id", "merged_on")
    return merged_by({pk: (into, since) for pk, into, since in links}, day)


def attendances(filters: Filters, everyone: dict[int, Place]) -> list[Came]:
    """All attendances of these enrolments until the end of the period, those before it included,
    because a participation counts on the day of the first one. Two queries.
    """
    sessions = {
        pk: (starts_at, day := timezone.localtime(starts_at).date(), day.replace(day=1))
        for pk, starts_at in Session.objects.held()
        .filter(of_runs(filters), run__in=_held(filters).values("run"))
        .filter(starts_at__lt=moment(filters.end + timedelta(days=1)))
        .order_by()
        .values_list("pk", "starts_at")
    }
    marks = (
        Attendance.objects.attended()
        .filter(session__run__in=_held(filters).values("run"))
        .order_by()
        .values_list("enrollment_id", "session_id")
    )
    return [
        Came(everyone[enrollment], *sessions[session])
        for enrollment, session in marks
        if enrollment in everyone and session in sessions
    ]


def topics_of_courses() -> dict[int, tuple[int, ...]]:
    """The topics of every course that has any. One query."""
    found = defaultdict(list)
    pairs = Course.topics.through.objects.order_by("topic__position", "topic")
    for course, topic in pairs.values_list("course_id", "topic_id"):
        found[course].append(topic)
    return {course: tuple(topics) for course, topics in found.items()}


def led_by_national() -> dict[int, bool]:
    """Whether the lead trainer trained for a national organization, by run; a run is not in it
    where that is unknown. One query."""
    rows = RunTrainer.objects.filter(is_lead=True).exclude(organization=None).order_by()
    return dict(rows.values_list("run_id", "organization__is_national"))


def open_registers(filters: Filters) -> int:
    """Sessions of the period that are over and whose register is still open: figures may move."""
    return (
        in_period(filters)
        .filter(of_runs(filters), closed_at=None, ends_at__lt=timezone.now())
        .filter(status__in=[SessionStatus.PLANNED, SessionStatus.HELD])
        .count()
    )
