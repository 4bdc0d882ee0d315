"""Let people mark themselves in a session for a while, and take down what they say."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.attendance import Mark, check_mark, open_session
from courses.actions.audit import record
from courses.actions.events import Draft, Tapped, Told, append
from courses.choices import EventKind, MarkSource, Presence
from courses.exceptions import Refused
from courses.models import AttendanceEvent, Enrollment, Session
from courses.queries.self_marking import is_running


@transaction.atomic
def start_self_marking(session: Session, *, by: AbstractBaseUser) -> Session:
    """Codes are shown from now on; those of an earlier start open nothing any more.

    Raises Refused: `register_closed`, `session_cancelled`, `counts_heads`, `too_early`.
    """
    session = open_session(session)
    session.self_marking_since = timezone.now()
    session.save(update_fields=["self_marking_since"])
    record(session, "self_marking_started", by=by)
    return session


@transaction.atomic
def stop_self_marking(session: Session, *, by: AbstractBaseUser) -> Session:
    """No code opens any more. Stopping twice changes nothing."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    if session.self_marking_since is not None:
        session.self_marking_since = None
        session.save(update_fields=["self_marking_since"])
        record(session, "self_marking_stopped", by=by)
    return session


@transaction.atomic
def mark_oneself(session: Session, enrollment: Enrollment, *, event: uuid.UUID) -> bool:
    """Take down that somebody says herself that she is here; False where she had said so, or where
    the scan that made `event` has been used. It replaces nothing and never outdoes a mark.

    Raises Refused as `open_session`, `not_enrolled`, and `self_marking_over`.
    """
    session = open_session(session)
    if not is_running(session, timezone.now()):
        raise Refused(_("People do not mark themselves any more."), code="self_marking_over")
    check_mark(session, Mark(enrollment.pk, Presence.PRESENT), _places(session, enrollment))
    told = Told(session, [enrollment.pk], [event])
    if event in told.known or _has_said_so(session, enrollment):
        return False
    draft = Draft(
        enrollment, Presence.PRESENT, 0, "", MarkSource.SELF_SCAN, event, _tapped(enrollment)
    )
    append(session, [draft], told, by=None)
    record(session, "marked_herself", by=None, enrollment=enrollment.pk)
    return True


def _places(session: Session, enrollment: Enrollment) -> set[int]:
    rows = Enrollment.objects.enrolled().filter(run=session.run_id, pk=enrollment.pk)
    return set(rows.values_list("pk", flat=True))


def _has_said_so(session: Session, enrollment: Enrollment) -> bool:
    told = AttendanceEvent.objects.filter(session=session, enrollment=enrollment)
    return told.filter(kind=EventKind.SELF).exists()


def _tapped(enrollment: Enrollment) -> Tapped:
    return Tapped(
        device=None,
        row=enrollment.uuid,
        at=None,
        clock_offset=None,
        sequence=None,
        supersedes=(),
        corrects=False,
        kind=EventKind.SELF,
    )
