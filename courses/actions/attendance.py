"""Mark the register, add walk-ins, close the register and open it again."""

import uuid
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses.actions.audit import record
from courses.actions.completion import refresh_after_session
from courses.actions.enrollment import JobAtTheTime, enroll
from courses.actions.events import Draft, Told, add_link, append
from courses.adapters.language import language
from courses.choices import (
    EnrollmentSource,
    EnrollmentStatus,
    EventKind,
    MarkSource,
    Presence,
    Recording,
    RunStatus,
    SessionStatus,
)
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, Person, Session
from courses.queries.register import MARKED, roster
from courses.rules.calendar_words import digits

PRESENCES = frozenset(Presence.values)


@dataclass(frozen=True)
class Mark:
    """One tap. `event` is made where the tap happens; the same event again changes nothing."""

    enrollment_id: int
    presence: str
    minutes_missed: int = 0
    reason: str = ""
    event: uuid.UUID = field(default_factory=uuid.uuid4)
    kind: EventKind = EventKind.MARK


@transaction.atomic
def mark_register(
    session: Session,
    marks: Iterable[Mark],
    *,
    by: AbstractBaseUser,
    source: MarkSource = MarkSource.REGISTER,
) -> int:
    """Record who was in the room, for many people in one go; a second mark corrects the first.

    Returns how many marks changed. All or nothing. Raises Refused: `register_closed`,
    `session_cancelled`, `counts_heads`, `too_early`, `not_enrolled`, `impossible_minutes`.
    """
    session = open_session(session)
    rows = {row.pk: row for row in roster(session).select_related(None).order_by()}
    marks = list(marks)
    for mark in marks:
        check_mark(session, mark, rows)
    told = Told(session, {mark.enrollment_id for mark in marks}, [mark.event for mark in marks])
    drafts = [
        Draft(rows[each.enrollment_id], each.presence, each.minutes_missed, each.reason, source,
              each.event, kind=each.kind)
        for each in _news(rows, marks, told.known)
    ]  # fmt: skip
    if drafts:
        append(session, drafts, told, by=by)
        record(session, "register_marked", by=by, marks=len(drafts), source=str(source))
    return len(drafts)


def mark_attendance(
    session: Session,
    enrollment: Enrollment,
    presence: str,
    *,
    by: AbstractBaseUser,
    minutes_missed: int = 0,
    reason: str = "",
) -> int:
    """Record one person's mark; see `mark_register`."""
    mark = Mark(enrollment.pk, presence, minutes_missed, reason)
    return mark_register(session, [mark], by=by)


def open_session(session: Session, *, may_be_closed: bool = False) -> Session:
    """The session, locked for marking. Raises Refused: `register_closed`, `session_cancelled`,
    `counts_heads`, `too_early`."""
    session = (
        Session.objects.select_for_update(of=("self",)).select_related("run").get(pk=session.pk)
    )
    if session.is_closed and not may_be_closed:
        raise Refused(
            _("This register is closed. Open it again to correct a mark."), code="register_closed"
        )
    if session.status in (SessionStatus.CANCELLED, SessionStatus.POSTPONED):
        raise Refused(
            _("This session did not take place, so nobody can be marked."),
            code="session_cancelled",
        )
    if session.recording == Recording.HEADCOUNT:
        raise Refused(
            _(
                "In this session heads are counted and no names are taken. Count the people"
                " instead."
            ),
            code="counts_heads",
        )
    if session.day > timezone.localdate():
        raise Refused(
            _("This session has not come yet. You can mark it from its day on."), code="too_early"
        )
    return session


def check_mark(session: Session, mark: Mark, rows: Container[int]) -> None:
    """Raises Refused for a mark that cannot be: `not_enrolled`, `unknown_mark`,
    `impossible_minutes`."""
    if mark.enrollment_id not in rows:
        raise Refused(
            _("A mark is for someone who is not enrolled on this run. Nothing was saved."),
            code="not_enrolled",
        )
    if mark.presence not in PRESENCES:
        raise Refused(
            _("This mark does not exist. Nothing was saved; open the register again."),
            code="unknown_mark",
        )
    if not 0 <= mark.minutes_missed <= session.planned_minutes:
        raise Refused(
            _("The minutes must be between 0 and %(planned)s. Nothing was saved.")
            % {"planned": digits(session.planned_minutes, language())},
            code="impossible_minutes",
        )


def _news(
    rows: Mapping[int, Enrollment], marks: list[Mark], known: Container[uuid.UUID]
) -> list[Mark]:
    """The marks that change something: the last of each person, none delivered before. What is
    said of people who were erased meanwhile is left out."""
    last = {
        mark.enrollment_id: replace(mark, reason="") if rows[mark.enrollment_id].is_erased else mark
        for mark in marks
        if mark.event not in known
    }
    return [mark for mark in last.values() if _differs(mark, rows[mark.enrollment_id])]


def _differs(mark: Mark, row: Enrollment) -> bool:
    """A disputed mark is settled by whoever says it again."""
    return row.is_disputed or (mark.presence, mark.minutes_missed, mark.reason) != (
        row.presence,
        row.minutes_missed,
        row.mark_reason,
    )


@transaction.atomic
def add_walk_in(
    session: Session, person: Person, job: JobAtTheTime | None = None, *, by: AbstractBaseUser
) -> Enrollment:
    """Enrol somebody at the door and mark them here; a full run never blocks the door.

    Somebody who has a seat already, or came for a make-up before, is only marked. Raises Refused as
    `mark_register` and `enroll`.
    """
    session = open_session(session)
    enrollment = Enrollment.objects.filter(
        run=session.run_id, person=person, status__in=MARKED
    ).first() or enroll(session.run, person, job, by=by, source=EnrollmentSource.WALK_IN)
    if enrollment.status == EnrollmentStatus.GUEST:
        mark_guest(session, enrollment, by=by)
    else:
        mark = Mark(enrollment.pk, Presence.PRESENT)
        mark_register(session, [mark], by=by, source=MarkSource.WALK_IN)
    record(session, "walk_in_added", by=by, enrollment=enrollment.pk)
    return enrollment


def mark_guest(session: Session, guest: Enrollment, *, by: AbstractBaseUser) -> None:
    """Mark somebody here who belongs to another run and is on this register from now on. The
    session must be locked: belongs into the transaction of whoever calls."""
    draft = Draft(guest, Presence.PRESENT, 0, "", MarkSource.WALK_IN, uuid.uuid4())
    append(session, [draft], Told(session, {guest.pk}, [draft.event]), by=by)


@transaction.atomic
def close_register(session: Session, *, by: AbstractBaseUser) -> Session:
    """Lock the register and compute who completed. Closing a closed register changes nothing.

    Raises Refused: `undecided` while somebody has no mark, `disputed` while phones contradict each
    other, `session_cancelled`, `too_early`.
    """
    locked = Session.objects.select_for_update().get(pk=session.pk)
    if locked.is_closed:
        return locked
    locked = open_session(locked)
    rows = list(roster(locked))
    undecided = sum(row.presence is None for row in rows)
    if undecided:
        raise Refused(
            ngettext(
                "%(count)s person has no mark yet. Mark this person, then close the register.",
                "%(count)s people have no mark yet. Mark them, then close the register.",
                undecided,
            )
            % {"count": digits(undecided, language())},
            code="undecided",
        )
    disputed = sum(bool(row.is_disputed) for row in rows)
    if disputed:
        raise Refused(
            ngettext(
                "%(count)s mark is disputed. Settle it, then close the register.",
                "%(count)s marks are disputed. Settle them, then close the register.",
                disputed,
            )
            % {"count": digits(disputed, language())},
            code="disputed",
        )
    locked.status = SessionStatus.HELD
    locked.closed_at, locked.closed_by = timezone.now(), by
    add_link(locked, "close")
    locked.save(update_fields=["status", "closed_at", "closed_by", "chain_length", "chain_digest"])
    record(locked, "register_closed", by=by)
    refresh_after_session(locked, by=by)
    return locked


@transaction.atomic
def reopen_register(session: Session, reason: str, *, by: AbstractBaseUser) -> Session:
    """Open a closed register for a correction. Locks the run. Raises Refused `no_reason`,
    `not_closed`, `run_closed`."""
    run = CourseRun.objects.select_for_update().get(pk=session.run_id)
    session = Session.objects.select_for_update().get(pk=session.pk)
    if run.status == RunStatus.CLOSED:
        raise Refused(_("This run is closed. Open the run again first."), code="run_closed")
    if not session.is_closed:
        raise Refused(_("This register is open already."), code="not_closed")
    if not reason.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    session.closed_at = session.closed_by = None
    add_link(session, "reopen")
    session.save(update_fields=["closed_at", "closed_by", "chain_length", "chain_digest"])
    record(session, "register_reopened", by=by, reason=reason.strip())
    return session
