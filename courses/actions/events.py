"""Write down events of a register, and the marks that follow from all of its events."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone

from courses import conf
from courses.choices import ATTENDED, EventKind, MarkSource, SessionStatus
from courses.models import (
    Attendance,
    AttendanceEvent,
    Device,
    Enrollment,
    RegisterLink,
    Session,
)
from courses.queries.chain import said_by_event, said_by_link
from courses.rules.attendance import credited_minutes
from courses.rules.chain import digest_after
from courses.rules.convergence import Said, Standing, standing

#: What a mark says, beside whose it is in which session.
MARK = (
    "presence",
    "minutes_missed",
    "credited_minutes",
    "reason",
    "heads",
    "is_disputed",
    "is_self_reported",
    "marked_at",
    "marked_by_id",
)


@dataclass(frozen=True)
class Tapped:
    """What a phone adds to a mark: which phone, its own id of the row, its clock and counter. None
    of them is known of the phone of a participant."""

    device: Device | None
    row: uuid.UUID
    at: datetime | None
    clock_offset: int | None
    sequence: int | None
    supersedes: tuple[str, ...]
    corrects: bool
    kind: EventKind = EventKind.MARK


@dataclass(frozen=True)
class Draft:
    """An event to be. Without `tapped` it was made in sight of all that stands, and replaces it."""

    enrollment: Enrollment
    presence: str
    minutes: int
    reason: str
    source: MarkSource
    event: uuid.UUID = field(default_factory=uuid.uuid4)
    tapped: Tapped | None = None


class Told:
    """The events of some people in a session as they stand, and which of some ids are known."""

    def __init__(self, session: Session, enrollments: Iterable[int], ids: Iterable[uuid.UUID]):
        """One query. What was said of a place that became part of another counts for that one."""
        places = list(enrollments)
        mine = Q(enrollment__in=places) | Q(enrollment__merged_into__in=places)
        rows = AttendanceEvent.objects.filter(Q(session=session) & mine | Q(uuid__in=list(ids)))
        self.known: set[uuid.UUID] = set()
        self.said: dict[int, list[Said]] = {}
        for row in rows.select_related("enrollment").order_by("pk"):
            self.known.add(row.uuid)
            if row.session_id == session.pk:
                place = row.enrollment.merged_into_id or row.enrollment_id
                self.said.setdefault(place, []).append(_said(row))

    def standing(self, enrollment: int) -> Standing | None:
        said = self.said.get(enrollment)
        return standing(said) if said else None


def append(
    session: Session, drafts: Sequence[Draft], told: Told, *, by: AbstractBaseUser | None
) -> dict[int, Standing]:
    """Write events and the marks that follow; returns these by enrolment. The session must be
    locked and no event known: belongs into the transaction of whoever calls."""
    now = timezone.now()
    events = [_event(session, draft, told, now, by) for draft in drafts]
    places = dict.fromkeys(draft.enrollment.pk for draft in drafts)
    stand = {place: standing(told.said[place]) for place in places}
    for event, draft in zip(events, drafts, strict=True):
        _chain(session, event, said_by_event(event, session, draft.enrollment.uuid))
    AttendanceEvent.objects.bulk_create(events)
    Attendance.objects.bulk_create(
        (_attendance(session, place, mark, now, by) for place, mark in stand.items()),
        update_conflicts=True,
        unique_fields=["session", "enrollment"],
        update_fields=MARK,
    )
    if session.status == SessionStatus.PLANNED and any(
        mark.presence in ATTENDED for mark in stand.values()
    ):
        session.status = SessionStatus.HELD
    session.save(update_fields=["status", "chain_length", "chain_digest"])
    return stand


def add_link(session: Session, what: str) -> None:
    """Chain that a locked register is closed or opened again; saves neither but the link."""
    link = RegisterLink(session=session, what=what, recorded_at=timezone.now())
    _chain(session, link, said_by_link(link, session))
    link.save()


def _chain(session: Session, link: AttendanceEvent | RegisterLink, says: dict) -> None:
    link.number = session.chain_length = session.chain_length + 1
    link.digest = session.chain_digest = digest_after(session.chain_digest, says)


def _event(
    session: Session, draft: Draft, told: Told, now: datetime, by: AbstractBaseUser | None
) -> AttendanceEvent:
    """The event of a draft; from now on it is told."""
    place, tapped = draft.enrollment.pk, draft.tapped
    said = told.said.setdefault(place, [])
    event = AttendanceEvent(
        uuid=draft.event,
        session_id=session.pk,
        enrollment_id=place,
        presence=draft.presence,
        minutes_missed=draft.minutes,
        reason=draft.reason,
        source=draft.source,
        recorded_at=now,
        recorded_by=by,
    )
    if tapped is None:
        event.supersedes = list(standing(said).heads) if said else []
        event.corrects = bool(said)
    else:
        event.supersedes, event.corrects = list(tapped.supersedes), tapped.corrects
        event.kind, event.device, event.row = tapped.kind, tapped.device, tapped.row
        event.tapped_at, event.sequence = tapped.at, tapped.sequence
        event.clock_offset = tapped.clock_offset
    said.append(_said(event))
    return event


def _said(event: AttendanceEvent) -> Said:
    return Said(
        id=str(event.uuid),
        kind=str(event.kind),
        presence=str(event.presence),
        minutes=event.minutes_missed,
        reason=event.reason,
        supersedes=frozenset(event.supersedes),
        corrects=event.corrects,
    )


def _attendance(
    session: Session, place: int, mark: Standing, now: datetime, by: AbstractBaseUser | None
) -> Attendance:
    return Attendance(
        session_id=session.pk,
        enrollment_id=place,
        presence=mark.presence,
        minutes_missed=mark.minutes,
        credited_minutes=_credit(session, mark),
        reason=mark.reason,
        heads=list(mark.heads),
        is_disputed=mark.is_disputed,
        is_self_reported=mark.is_self_reported,
        marked_at=now,
        marked_by=by,
    )


def _credit(session: Session, mark: Standing) -> int:
    """None in a session that was called off: its marks count nowhere."""
    if session.is_called_off:
        return 0
    return credited_minutes(
        mark.presence,
        planned=session.planned_minutes,
        missed=mark.minutes,
        grace=conf.get("COURSES_GRACE_MINUTES"),
    )
