"""Codes by which people mark themselves: one for each half minute and session, sealed, and shown on
nothing but the trainer's screen."""

import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

from courses.choices import EventKind
from courses.models import Enrollment, Session
from courses.queries.register import roster
from courses.rules import card_codes

SALT = "courses.self-marking"
#: Seconds that a code is shown. One that has just gone still opens.
PERIOD = 30
TOLERANCE = 1
#: How long a trainer's start holds; then it has to be started again.
LONGEST = timedelta(hours=2)
ID_SIGNS, SEAL_BYTES = 22, 12


def is_running(session: Session, now: datetime) -> bool:
    """Whether people may mark themselves in this session."""
    since = session.self_marking_since
    is_open = not (session.is_closed or session.is_called_off or session.counts_heads)
    return is_open and since is not None and timedelta(0) <= now - since < LONGEST


def ticket_for(session: Session, now: datetime) -> str:
    """What the code of this half minute says."""
    return _text(session.uuid.bytes) + _seal(session, _period(now))


def seconds_left(now: datetime) -> int:
    """Until the code changes."""
    return PERIOD - int(now.timestamp()) % PERIOD


def session_by_ticket(ticket: str, now: datetime) -> Session | None:
    """The session whose code this is or has just been, if people may mark themselves there."""
    try:
        key = uuid.UUID(bytes=urlsafe_b64decode(f"{ticket[:ID_SIGNS]}=="))
    except ValueError:
        return None
    session = running_session(key, now)
    return session if session and _opens(ticket[ID_SIGNS:], session, now) else None


def running_session(key: uuid.UUID, now: datetime) -> Session | None:
    """The session, where people may mark themselves now."""
    rows = Session.objects.select_related("run__course", "run__host")
    session = rows.filter(uuid=key).exclude(self_marking_since=None).first()
    return session if session and is_running(session, now) else None


def holder_of(session: Session, code: str) -> Enrollment | None:
    """Who on the list of the session has this card code, however it was typed."""
    found = card_codes.normalise(code)
    return roster(session).filter(person__card_code=found).first() if found else None


def marked_themselves(session: Session) -> int:
    """How many people have said of themselves that they are here."""
    told = session.events.filter(kind=EventKind.SELF)
    return told.order_by().values("enrollment").distinct().count()


def _opens(seal: str, session: Session, now: datetime) -> bool:
    periods = range(_period(now) - TOLERANCE, _period(now) + 1)
    return any(constant_time_compare(seal, _seal(session, each)) for each in periods)


def _period(now: datetime) -> int:
    return int(now.timestamp()) // PERIOD


def _seal(session: Session, period: int) -> str:
    since = session.self_marking_since.timestamp()
    said = f"{session.uuid}:{since:.6f}:{period}"
    return _text(salted_hmac(SALT, said, algorithm="sha256").digest()[:SEAL_BYTES])


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
