"""The command that runs every few minutes: reminders, sending, what is stuck, what is old."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from courses.models import Enrollment, Message
from tests.factories import EnrollmentFactory, MessageFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


def told():
    out = StringIO()
    call_command("send_messages", stdout=out)
    return out.getvalue().strip()


def test_everything_that_waits_is_done_once():
    session = SessionFactory(day_offset=1)
    person = PersonFactory(email="a@example.org")
    EnrollmentFactory(run=session.run, person=person)
    Enrollment.objects.update(status_since=timezone.now() - timedelta(days=9))
    stuck, late = MessageFactory.create_batch(2)
    now = timezone.now()
    Message.objects.filter(pk=stuck.pk).update(status="sending", claimed_at=now - timedelta(1))
    Message.objects.filter(pk=late.pk).update(useless_after=now - timedelta(days=1))

    assert told() == (
        "Reminders queued: 1. Sent: 1. To try again: 0. Failed: 0. May have been sent: 1."
        " Taken up again: 0. Not needed any more: 1."
    )
    assert [letter.to for letter in mail.outbox] == [["a@example.org"]]
    assert told().startswith("Reminders queued: 0. Sent: 0.")
