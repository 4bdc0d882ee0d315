"""Mark the register, add walk-ins, close the register and open it again."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses import conf
from courses.actions.audit import record
from courses.actions.completion import refresh_completions
from courses.actions.enrollment import JobAtTheTime, enroll
from courses.adapters.language import language
from courses.choices import (
    ATTENDED,
    EnrollmentSource,
    EnrollmentStatus,
    MarkSource,
    Presence,
    Recording,
    RunStatus,
    SessionStatus,
)
from courses.exceptions import Refused
from courses.models import Attendance, AttendanceEvent, CourseRun, Enrollment, Person, Session
from courses.queries.register import roster
from courses.rules.attendance import credited_minutes
from courses.rules.calendar_words import digits

PRESENCES = frozenset(Presence.values)
UPDATED = ["presence", "minutes_missed", "credited_minutes", "reason", "marked_at", "marked_by"]


@dataclass(frozen=True)
class Mark:
    """One tap. `event` is made where the tap happens; the same event again changes nothing."""

    enrollment_id: int
    presence: str
    minutes_missed: int = 0
    reason: str = ""
    event: uuid.UUID = field(default_factory=uuid.uuid4)


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
    session = _open_session(session)
    rows = {row.pk: row for row in roster(session).select_related(None).order_by()}
    marks = _news(session, rows, list(marks))
    now = timezone.now()
    AttendanceEvent.objects.bulk_create(_event(session, mark, source, by) for mark in marks)
    Attendance.objects.bulk_create(
        (_attendance(session, mark, now, by) for mark in marks),
        update_conflicts=True,
        unique_fields=["session", "enrollment"],
        update_fields=UPDATED,
    )
    if any(mark.presence in ATTENDED for mark in marks) and session.status != SessionStatus.HELD:
        session.status = SessionStatus.HELD
        session.save(update_fields=["status"])
    if marks:
        record(session, "register_marked", by=by, marks=len(marks), source=str(source))
    return len(marks)


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


def _open_session(session: Session) -> Session:
    session = (
        Session.objects.select_for_update(of=("self",)).select_related("run").get(pk=session.pk)
    )
    if session.is_closed:
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


def _news(session: Session, rows: dict[int, Enrollment], marks: list[Mark]) -> list[Mark]:
    """The marks that change something: the last of each person, none delivered before. What is
    said of people who were erased meanwhile is left out."""
    for mark in marks:
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
    known = set(
        AttendanceEvent.objects.filter(uuid__in=[mark.event for mark in marks]).values_list(
            "uuid", flat=True
        )
    )
    last = {
        mark.enrollment_id: replace(mark, reason="") if rows[mark.enrollment_id].is_erased else mark
        for mark in marks
        if mark.event not in known
    }
    return [mark for mark in last.values() if _differs(mark, rows[mark.enrollment_id])]


def _differs(mark: Mark, row: Enrollment) -> bool:
    return (mark.presence, mark.minutes_missed, mark.reason) != (
        row.presence,
        row.minutes_missed,
        row.mark_reason,
    )


def _event(
    session: Session, mark: Mark, source: MarkSource, by: AbstractBaseUser
) -> AttendanceEvent:
    return AttendanceEvent(
        uuid=mark.event,
        session_id=session.pk,
        enrollment_id=mark.enrollment_id,
        presence=mark.presence,
        minutes_missed=mark.minutes_missed,
        reason=mark.reason,
        source=source,
        recorded_by_id=by.pk,
    )


def _attendance(session: Session, mark: Mark, now, by: AbstractBaseUser) -> Attendance:
    return Attendance(
        session_id=session.pk,
        enrollment_id=mark.enrollment_id,
        presence=mark.presence,
        minutes_missed=mark.minutes_missed,
        credited_minutes=credited_minutes(
            mark.presence,
            planned=session.planned_minutes,
            missed=mark.minutes_missed,
            grace=conf.get("COURSES_GRACE_MINUTES"),
        ),
        reason=mark.reason,
        marked_at=now,
        marked_by_id=by.pk,
    )


@transaction.atomic
def add_walk_in(
    session: Session, person: Person, job: JobAtTheTime | None = None, *, by: AbstractBaseUser
) -> Enrollment:
    """Enrol somebody at the door and mark them here; a full run never blocks the door.

    Somebody who has a seat already is only marked. Raises Refused as `mark_register` and `enroll`.
    """
    session = _open_session(session)
    enrollment = Enrollment.objects.filter(
        run=session.run_id, person=person, status=EnrollmentStatus.ENROLLED
    ).first() or enroll(session.run, person, job, by=by, source=EnrollmentSource.WALK_IN)
    mark_register(
        session,
        [Mark(enrollment.pk, Presence.PRESENT)],
        by=by,
        source=MarkSource.WALK_IN,
    )
    record(session, "walk_in_added", by=by, enrollment=enrollment.pk)
    return enrollment


@transaction.atomic
def close_register(session: Session, *, by: AbstractBaseUser) -> Session:
    """Lock the register and compute who completed. Closing a closed register changes nothing.

    Raises Refused: `undecided` while somebody has no mark, `session_cancelled`, `too_early`.
    """
    locked = Session.objects.select_for_update().get(pk=session.pk)
    if locked.is_closed:
        return locked
    locked = _open_session(locked)
    undecided = sum(row.presence is None for row in roster(locked))
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
    locked.status = SessionStatus.HELD
    locked.closed_at, locked.closed_by = timezone.now(), by
    locked.save(update_fields=["status", "closed_at", "closed_by"])
    record(locked, "register_closed", by=by)
    refresh_completions(locked.run, by=by)
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
    session.save(update_fields=["closed_at", "closed_by"])
    record(session, "register_reopened", by=by, reason=reason.strip())
    return session
