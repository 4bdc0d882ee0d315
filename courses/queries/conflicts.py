"""What a plan runs into: trainers and venues that are taken, people who are elsewhere, holidays."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from courses.choices import RunStatus
from courses.models import (
    CourseRun,
    Enrollment,
    Person,
    PublicHoliday,
    RunTrainer,
    Session,
    SessionTrainer,
    Venue,
)
from courses.queries.holidays import holidays_between
from courses.rules.schedule import Slot

MOST_PEOPLE = 10


@dataclass(frozen=True)
class Conflict:
    """Something that stands in the way of a session from `starts` on (local and naive). `kind` is
    `trainer`, `venue`, `person` or `holiday`; `other` is the session that takes place then."""

    kind: str
    starts: datetime
    what: Person | Venue | PublicHoliday
    other: Session | None = None


def conflicts_of(
    slots: Sequence[Slot],
    trainers: Collection[Person] = (),
    venue: Venue | None = None,
    *,
    people: QuerySet[Person] | None = None,
    but: CourseRun | None = None,
) -> list[Conflict]:
    """What sessions at these times would run into, in order of time; sessions of the run `but` are
    left out. At most five queries, and none for sessions that nobody plans.
    """
    if not slots:
        return []
    others = _taking_place(slots, but)
    found = [*_holidays(slots)]
    if trainers or venue:
        found += _trainers_and_venue(slots, others, list(trainers), venue)
    if people is not None:
        found += _people(slots, others, people)
    return sorted(found, key=lambda conflict: (conflict.starts, conflict.kind))


def _taking_place(slots: Iterable[Slot], but: CourseRun | None) -> QuerySet[Session]:
    """Sessions of planned runs between the first and the last of the slots."""
    starts = timezone.make_aware(min(slot.starts for slot in slots))
    ends = timezone.make_aware(max(slot.ends for slot in slots))
    rows = Session.objects.taking_place().exclude(run__status=RunStatus.CANCELLED)
    rows = rows.filter(starts_at__lt=ends, ends_at__gt=starts)
    rows = rows.exclude(run=but) if but is not None else rows
    return rows.select_related("run__course", "run__host", "run__venue", "venue")


def _holidays(slots: Sequence[Slot]) -> Iterable[Conflict]:
    days = [slot.starts.date() for slot in slots]
    holidays = holidays_between(min(days), max(days))
    first_of_day: dict[date, datetime] = {}
    for slot in slots:
        first_of_day.setdefault(slot.starts.date(), slot.starts)
    return [
        Conflict("holiday", starts, holidays[day])
        for day, starts in first_of_day.items()
        if day in holidays
    ]


def _trainers_and_venue(
    slots: Sequence[Slot],
    others: QuerySet[Session],
    trainers: list[Person],
    venue: Venue | None,
) -> Iterable[Conflict]:
    wanted = {person.pk: person for person in trainers}
    ours = Q(run__run_trainers__person__in=wanted) | Q(session_trainers__person__in=wanted)
    same_place = Q(venue=venue) | Q(venue=None, run__venue=venue) if venue else Q(pk__in=())
    near = Session.objects.filter(ours | same_place).order_by().values("pk")
    rows = others.filter(pk__in=near).prefetch_related(
        Prefetch("run__run_trainers", RunTrainer.objects.filter(person__in=wanted)),
        Prefetch("session_trainers", SessionTrainer.objects.order_by("pk")),
    )
    for slot, other in overlapping(slots, rows):
        of_session = [each.person_id for each in other.session_trainers.all()]
        of_run = [each.person_id for each in other.run.run_trainers.all()]
        for person in sorted({*(of_session or of_run)} & set(wanted)):
            yield Conflict("trainer", slot.starts, wanted[person], other)
        if venue and other.place == venue:
            yield Conflict("venue", slot.starts, venue, other)


def _people(
    slots: Sequence[Slot], others: QuerySet[Session], people: QuerySet[Person]
) -> Iterable[Conflict]:
    """The first of those who have a seat on another run at that time."""
    seats = Enrollment.objects.holding_seats().filter(person__in=people, run__sessions__in=others)
    seats = seats.select_related("person").order_by("person__sort_key", "pk").distinct()
    by_run: dict[int, list[Enrollment]] = {}
    for seat in seats[:MOST_PEOPLE]:
        by_run.setdefault(seat.run_id, []).append(seat)
    for slot, other in overlapping(slots, others.filter(run__in=by_run)):
        for seat in by_run[other.run_id]:
            yield Conflict("person", slot.starts, seat.person, other)


def overlapping(
    slots: Iterable[Slot], sessions: Iterable[Session]
) -> Iterable[tuple[Slot, Session]]:
    """The pairs of a slot and a session that are at the same time."""
    times = [
        (
            session,
            timezone.make_naive(session.starts_at),
            timezone.make_naive(session.ends_at),
        )
        for session in sessions
    ]
    for slot in slots:
        for session, starts, ends in times:
            if starts < slot.ends and ends > slot.starts:
                yield slot, session
