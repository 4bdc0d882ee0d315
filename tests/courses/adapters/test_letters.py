"""Letters: what can be said for certain about one that did not leave."""

import pytest
from django.core import mail

from courses.adapters.gateways import GatewayError
from courses.adapters.letters import CalendarFile, Letter, Postbox


def test_a_letter_with_a_calendar_file_leaves():
    file = CalendarFile("run-1.ics", "REQUEST", "BEGIN:VCALENDAR\r\nSUMMARY:ក\r\nEND:VCALENDAR\r\n")
    Postbox().send(Letter("a@example.org", "កន្លែង", "សួស្តី", "key-1", [file]))
    message = mail.outbox[0].message()
    (part,) = [each for each in message.walk() if each.get_content_type() == "text/calendar"]
    assert (part.get_param("method"), part.get_filename()) == ("REQUEST", "run-1.ics")
    assert part.get_payload(decode=True).decode() == file.text
    assert mail.outbox[0].body == "សួស្តី"


def test_an_address_that_would_add_a_header_is_refused():
    with pytest.raises(GatewayError) as error:
        Postbox().send(Letter("a@example.org\nBcc: b@example.org", "x", "y", "key-1"))
    assert (error.value.outcome, error.value.problem) == ("never", "bad_address")
    assert mail.outbox == []
