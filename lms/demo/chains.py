"""Writes the chain of a demo register in bulk, as marking would have made it link by link."""

from courses.models import AttendanceEvent, RegisterLink, Session
from courses.queries.chain import said_by_event, said_by_link
from courses.rules.chain import digest_after


def write_chain(session: Session, events: list[AttendanceEvent]) -> None:
    """Saves the events, and the link of the closing where the register is closed."""
    number, digest = 0, ""
    for number, event in enumerate(events, start=1):
        digest = digest_after(digest, said_by_event(event, session, event.enrollment.uuid))
        event.number, event.digest = number, digest
    AttendanceEvent.objects.bulk_create(events)
    if session.is_closed:
        number += 1
        link = RegisterLink(session=session, what="close", recorded_at=session.closed_at)
        digest = digest_after(digest, said_by_link(link, session))
        link.number, link.digest = number, digest
        link.save()
    session.chain_length, session.chain_digest = number, digest
    session.save(update_fields=["chain_length", "chain_digest"])
