"""The sessions of some days as a calendar shows them: one entry for a run on a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from courses.choices import RunStatus, SessionStatus
from courses.models import Course, Person, Province, Session, Venue
from courses.rules.calendar import Span

NAMES = (
    ("run__course__title_en", "run__course__title_km"),
    ("run__host__name_en", "run__host__name_km"),
    ("venue__name_en", "venue__name_km"),
    ("run__venue__name_en", "run__venue__name_km"),
)
OFF = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)


def moment(day: date) -> datetime:
    """The beginning of a local day."""
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Wanted:
    """What the reader asked for; None is everything."""

    course: Course | None = None
    province: Province | None = None
    venue: Venue | None = None
    trainer: Person | None = None


@dataclass(frozen=True)
class Entry:
    """A run on one day, from its first session to its last; `is_off` when none takes place."""

    uuid: UUID
    code: str
    title: str
    host: str
    starts: datetime
    ends: datetime
    sessions: int
    is_off: bool
    place: str


def sessions_in(sessions: QuerySet[Session], span: Span, wanted: Wanted) -> QuerySet[Session]:
    """Those of the sessions that are in the span and as wanted."""
    rows = sessions.filter(
        starts_at__gte=moment(span.first), starts_at__lt=moment(span.last + timedelta(days=1))
    )
    if wanted.course:
        rows = rows.filter(run__course=wanted.course)
    if wanted.province:
        at_venue = Q(venue__province=wanted.province)
        rows = rows.filter(at_venue | Q(venue=None, run__province=wanted.province))
    if wanted.venue:
        rows = rows.filter(Q(venue=wanted.venue) | Q(venue=None, run__venue=wanted.venue))
    if wanted.trainer:
        rows = rows.filter(pk__in=_trained_by(wanted.trainer))
    return rows


def _trained_by(person: Person) -> QuerySet:
    """Sessions in which the person trains: named for it, or nobody is and she trains on the run."""
    of_run = Q(session_trainers=None, run__run_trainers__person=person)
    mine = Session.objects.filter(Q(session_trainers__person=person) | of_run)
    return mine.order_by().values("pk")


class Row(NamedTuple):
    """A session with what the calendar says of its run; names in the language of the reader."""

    run: int
    uuid: UUID
    code: str
    starts: datetime
    ends: datetime
    status: str
    run_status: str
    title: str
    host: str
    place: str

    @property
    def takes_place(self) -> bool:
        return self.status not in OFF and self.run_status != RunStatus.CANCELLED


FIELDS = ("run_id", "run__uuid", "run__code", "starts_at", "ends_at", "status", "run__status")


def entries_of(sessions: QuerySet[Session], language: str) -> dict[date, list[Entry]]:
    """Entries by day, the earliest first. One query, whatever the number of sessions."""
    names = [name for pair in NAMES for name in pair]
    rows = sessions.order_by("starts_at", "pk").values_list(*FIELDS, *names)
    groups: dict[tuple[date, int], list[Row]] = defaultdict(list)
    for row in (_row(values, language) for values in rows):
        groups[row.starts.date(), row.run].append(row)
    found: dict[date, list[Entry]] = defaultdict(list)
    for (day, _run), group in groups.items():
        found[day].append(_entry(group))
    for entries in found.values():
        entries.sort(key=lambda entry: (entry.starts, entry.code))
    return found


def _row(values: tuple, language: str) -> Row:
    run, uuid, code, starts, ends, *said = values
    names = said[2:]
    chosen = [
        (in_khmer or in_english) if language == "km" else in_english
        for in_english, in_khmer in zip(names[::2], names[1::2], strict=True)
    ]
    title, host, own_place, place = chosen
    starts, ends = timezone.localtime(starts), timezone.localtime(ends)
    return Row(run, uuid, code, starts, ends, *said[:2], title, host, own_place or place or "")


def _entry(rows: list[Row]) -> Entry:
    """Sessions that are called off count only where all are."""
    on = [row for row in rows if row.takes_place]
    shown = on or rows
    first = shown[0]
    return Entry(
        uuid=first.uuid,
        code=first.code,
        title=first.title,
        host=first.host,
        starts=min(row.starts for row in shown),
        ends=max(row.ends for row in shown),
        sessions=len(shown),
        is_off=not on,
        place=first.place,
    )


def choices_in(sessions: QuerySet[Session]) -> tuple[QuerySet[Person], QuerySet[Venue]]:
    """Who trains in these sessions, and where: what the reader may look for. Not asked yet."""
    runs = sessions.order_by().values("run")
    trainers = Q(run_trainings__run__in=runs) | Q(session_trainings__session__in=sessions)
    venues = Q(runs__in=runs) | Q(sessions__in=sessions)
    people = Person.objects.filter(trainers).order_by().values("pk")
    places = Venue.objects.filter(venues).order_by().values("pk")
    return (
        Person.objects.filter(pk__in=people).in_reading_order(),
        Venue.objects.filter(pk__in=places),
    )
