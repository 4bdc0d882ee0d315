"""Runs as trainers see them: how full they are, their sessions, and their people."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.choices import ATTENDED, EnrollmentStatus, RunStatus, SessionStatus
from courses.models import Attendance, Course, CourseRun, Enrollment, Session, SessionTrainer
from courses.queries.headcounts import with_heads
from courses.queries.seats import with_seats

TAKING_PLACE = (SessionStatus.PLANNED, SessionStatus.HELD)


def number_of(rows: QuerySet, by: str, outer: str = "pk") -> Coalesce:
    """How many `rows` point by their field `by` to the outer row; 0 where none do."""
    counted = rows.filter(**{by: OuterRef(outer)}).order_by().values(by).annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), Value(0), output_field=IntegerField())


def enrollments(status: EnrollmentStatus) -> QuerySet[Enrollment]:
    return Enrollment.objects.filter(status=status)


def with_people(runs: QuerySet[CourseRun]) -> QuerySet[CourseRun]:
    """The runs with how many are `enrolled`, `waiting` and have `requested` a seat."""
    return runs.select_related("course", "host", "venue", "province").annotate(
        enrolled=number_of(enrollments(EnrollmentStatus.ENROLLED), "run"),
        waiting=number_of(enrollments(EnrollmentStatus.WAITLISTED), "run"),
        requested=number_of(enrollments(EnrollmentStatus.REQUESTED), "run"),
    )


def with_requests(runs: QuerySet[CourseRun]) -> QuerySet[CourseRun]:
    """Planned runs on which somebody waits for a decision, the next one first."""
    rows = with_people(runs.filter(status=RunStatus.PLANNED)).filter(requested__gt=0)
    return rows.order_by("starts_on", "pk")


def coming_up(runs: QuerySet[CourseRun], today: date) -> QuerySet[CourseRun]:
    """Planned runs that are not over, the next one first."""
    rows = runs.filter(Q(ends_on__gte=today) | Q(ends_on__isnull=True), status=RunStatus.PLANNED)
    return rows.order_by("starts_on", "pk")


def gone_by(runs: QuerySet[CourseRun], today: date) -> QuerySet[CourseRun]:
    """Runs that are over, closed or cancelled, the newest first."""
    over = Q(ends_on__lt=today) | ~Q(status=RunStatus.PLANNED)
    return runs.filter(over).order_by("-starts_on", "-pk")


def named(runs: QuerySet[CourseRun], query: str) -> QuerySet[CourseRun]:
    """Runs that hold the query in their code, course, host or venue."""
    query = query.strip()
    if not query:
        return runs
    return runs.filter(
        Q(code__icontains=query)
        | Q(course__title_en__icontains=query)
        | Q(course__title_km__icontains=query)
        | Q(host__name_en__icontains=query)
        | Q(host__name_km__icontains=query)
        | Q(venue__name_en__icontains=query)
    )


def in_their_run(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """The sessions with their `number` of `total` in the run, how many `people` are enrolled,
    and of these how many are `marked` and `here`."""
    siblings = Session.objects.filter(status__in=TAKING_PLACE)
    earlier = siblings.filter(starts_at__lte=OuterRef("starts_at"))
    on_the_list = Attendance.objects.filter(enrollment__status=EnrollmentStatus.ENROLLED)
    return sessions.annotate(
        number=number_of(earlier, "run", "run"),
        total=number_of(siblings, "run", "run"),
        people=number_of(enrollments(EnrollmentStatus.ENROLLED), "run", "run"),
        marked=number_of(on_the_list, "session"),
        here=number_of(on_the_list.filter(presence__in=ATTENDED), "session"),
    )


def sessions_of(run: CourseRun) -> QuerySet[Session]:
    """The sessions of a run in order of time, with their numbers, own venues and trainers. Two
    queries."""
    rows = in_their_run(with_heads(run.sessions.all())).select_related("venue", "postponed_to")
    trainers = SessionTrainer.objects.select_related("person")
    rows = rows.prefetch_related(Prefetch("session_trainers", trainers))
    return rows.order_by("starts_at", "pk")


def people_of(run: CourseRun) -> dict[str, list[Enrollment]]:
    """Everybody who is or was on the run, by status: enrolled people in reading order, the
    waiting list and requests in theirs. One query."""
    rows = run.enrollments.standing().select_related(
        "person__need", "employer", "completion", "substitutes__person", "substitute__person"
    )
    groups: dict[str, list[Enrollment]] = {status: [] for status in EnrollmentStatus.values}
    for row in rows.order_by("person__sort_key", "person_id"):
        groups[row.status].append(row)
    for status in (
        EnrollmentStatus.WAITLISTED,
        EnrollmentStatus.REQUESTED,
        EnrollmentStatus.OFFERED,
    ):
        groups[status].sort(key=lambda row: (row.status_since, row.pk))
    return groups


@dataclass(frozen=True)
class Seats:
    """Seats of a run: `taken` by people and offers, and `kept` for organizations."""

    taken: int
    capacity: int
    kept: int = 0

    @property
    def next(self) -> int:
        """The number that the next person gets."""
        return self.taken + 1

    @property
    def are_full(self) -> bool:
        return self.taken + self.kept >= self.capacity


def seats_of(run: CourseRun) -> Seats:
    row = with_seats(CourseRun.objects.filter(pk=run.pk), timezone.now())
    taken, kept = row.values_list("taken", "kept").get()
    return Seats(taken=taken, capacity=run.capacity, kept=kept)


def register_state(session: Session, today: date) -> str:
    """`open` for marking, or why not: `closed`, `cancelled` or `early`."""
    if session.is_closed:
        return "closed"
    if session.status not in TAKING_PLACE:
        return "cancelled"
    return "early" if session.day > today else "open"


def offered_courses() -> QuerySet[Course]:
    """Courses that a run can be planned of."""
    return Course.objects.current().order_by("title_en", "pk")
