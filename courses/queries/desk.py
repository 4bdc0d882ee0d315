"""What a trainer's desk shows: the session that matters now, this week, and what waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from courses.choices import EnrollmentSource, RunStatus
from courses.models import CourseRun, Enrollment, Session
from courses.queries.runs import in_their_run
from courses.queries.walk_ins import walk_ins_by_run

DAYS = 7
MOST_SESSIONS = 30
MOST_WAITING = 100


@dataclass(frozen=True)
class OpenRegisters:
    """The registers of one run that were not closed after their sessions."""

    run: CourseRun
    sessions: tuple[Session, ...]

    @property
    def days(self):
        return [session.starts_at for session in self.sessions]

    @property
    def unmarked(self) -> int:
        return sum(session.people - session.marked for session in self.sessions)


@dataclass(frozen=True)
class Week:
    """The next seven days: the session to open now, where there is one, and the others."""

    now: Session | None
    later: tuple[Session, ...]


def week_of(sessions: QuerySet[Session], moment: datetime) -> Week:
    """The sessions of today and the six days after it. `now` is the one that runs, else the next
    of today, else the last of today while its register is open."""
    start = midnight(moment)
    rows = in_their_run(sessions.taking_place()).select_related("run__course", "run__host")
    rows = rows.filter(starts_at__gte=start, starts_at__lt=start + timedelta(days=DAYS))
    week = list(rows.order_by("starts_at", "pk")[:MOST_SESSIONS])
    today = [session for session in week if session.day == timezone.localdate(moment)]
    now = session_to_open(today, moment)
    later = [each for each in week if each is not now and each.starts_at >= moment]
    return Week(now, tuple(later))


def session_to_open(today: list[Session], moment: datetime) -> Session | None:
    open_ones = [session for session in today if not session.is_closed]
    ahead = [session for session in open_ones if session.ends_at >= moment]
    return ahead[0] if ahead else (open_ones[-1] if open_ones else None)


def midnight(moment: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(moment), time.min))


def open_registers(
    sessions: QuerySet[Session], moment: datetime, *, but: Session | None = None
) -> list[OpenRegisters]:
    """Registers of sessions that are over and were not closed, by run, the oldest run first."""
    rows = in_their_run(sessions.taking_place()).select_related("run__course", "run__host")
    rows = rows.filter(ends_at__lt=moment, closed_at__isnull=True)
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    return by_run(rows.order_by("starts_at", "pk")[:MOST_WAITING])


def with_walk_ins(runs: QuerySet[CourseRun], moment: datetime) -> list[CourseRun]:
    """The first runs with a session in the last seven days to which somebody came by the door who
    may be one of the missing; `to_match` says how many. At most eleven queries."""
    since = midnight(moment) - timedelta(days=DAYS)
    lately = Session.objects.held().filter(starts_at__gte=since, starts_at__lte=moment)
    door = Enrollment.objects.enrolled().filter(source=EnrollmentSource.WALK_IN)
    rows = runs.filter(status=RunStatus.PLANNED, pk__in=lately.order_by().values("run"))
    rows = rows.filter(Exists(door.filter(run=OuterRef("pk"))))
    rows = rows.select_related("course", "host").order_by("starts_on", "pk")[:MOST_WAITING]
    found = walk_ins_by_run([run.pk for run in rows])
    for run in rows:
        run.to_match = len(found.get(run.pk, ()))
    return [run for run in rows if run.to_match]


def by_run(sessions: Iterable[Session]) -> list[OpenRegisters]:
    groups: dict[int, list[Session]] = {}
    for session in sessions:
        groups.setdefault(session.run_id, []).append(session)
    return [OpenRegisters(group[0].run, tuple(group)) for group in groups.values()]
