"""The chain of a register as it is stored."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from courses.models import AttendanceEvent, RegisterLink, Session
from courses.rules.chain import Break, Link, broken_at, canonical


def said_by_event(event: AttendanceEvent, session: Session, enrollment_uuid: object) -> dict:
    """What goes into the chain of a mark: nothing that names a person."""
    return {
        "what": str(event.kind),
        "event": str(event.uuid),
        "session": str(session.uuid),
        "row": str(enrollment_uuid),
        "presence": str(event.presence),
        "minutes": event.minutes_missed,
        "supersedes": sorted(event.supersedes),
        "corrects": event.corrects,
        "tapped_at": _moment(event.tapped_at),
        "sequence": event.sequence,
        "device": str(event.device.uuid) if event.device else None,
        "source": str(event.source),
        "recorded_at": _moment(event.recorded_at),
    }


def said_by_link(link: RegisterLink, session: Session) -> dict:
    """What goes into the chain when a register is closed or opened again."""
    return {
        "what": link.what,
        "session": str(session.uuid),
        "recorded_at": _moment(link.recorded_at),
    }


def links_of(session: Session) -> list[Link]:
    """All links of a register in their order. Two queries."""
    events = session.events.select_related("enrollment", "device")
    found = [
        Link(each.number, said_by_event(each, session, each.enrollment.uuid), each.digest)
        for each in events
    ]
    found += [
        Link(each.number, said_by_link(each, session), each.digest) for each in session.links.all()
    ]
    return sorted(found, key=lambda link: link.number)


def broken_registers() -> Iterator[tuple[Session, Break]]:
    """Every register whose chain does not hold, with the first place where it breaks."""
    for session in Session.objects.select_related("run").order_by("pk").iterator(chunk_size=500):
        found = break_of(session)
        if found:
            yield session, found


def break_of(session: Session) -> Break | None:
    """The first place where the chain of a register does not hold."""
    ends = {"length": session.chain_length, "digest": session.chain_digest}
    return broken_at(links_of(session), **ends)


def chain_lines(sessions: Iterable[Session]) -> Iterator[tuple]:
    """The chains of registers as lines of a file for an auditor, the heads first. The digest is the
    SHA-256 of the one before, a line feed, and `says`."""
    yield ("session", "number", "what", "recorded_at", "says", "digest")
    for session in sessions:
        for link in links_of(session):
            told = (link.says["what"], link.says["recorded_at"], canonical(link.says), link.digest)
            yield (str(session.uuid), link.number, *told)


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
