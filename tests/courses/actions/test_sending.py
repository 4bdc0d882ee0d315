"""Sending what is queued: each message once, with a word about each that did not leave."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from icalendar import Calendar

from courses.actions.enrollment import enroll, withdraw
from courses.actions.retention import enforce_retention
from courses.actions.runs import RunDetails, cancel_session, change_run
from courses.actions.sending import (
    LEASE,
    put_away_useless,
    send_waiting,
    settle_stuck,
)
from courses.adapters.gateways import GatewayError
from courses.adapters.gateways.memory import MemoryGateway
from courses.models import Message
from tests.factories import (
    CourseRunFactory,
    MessageFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


class OneShotGateway(MemoryGateway):
    """A gateway that does not know a key again."""

    repeats_safely = False


class TroubledBackend(EmailBackend):
    """A mail server that has an error for the next letter."""

    errors = []

    def send_messages(self, messages):
        if self.errors:
            raise self.errors.pop(0)
        return super().send_messages(messages)


class ClosedBackend(EmailBackend):
    def open(self):
        raise ConnectionRefusedError("refused")


@pytest.fixture(autouse=True)
def nothing_sent():
    MemoryGateway.sent, MemoryGateway.errors, TroubledBackend.errors = {}, [], []


@pytest.fixture
def gateway(settings):
    settings.COURSES_SMS_GATEWAY = {"BACKEND": "courses.adapters.gateways.memory.MemoryGateway"}
    return MemoryGateway


@pytest.fixture
def one_shot(settings):
    settings.COURSES_SMS_GATEWAY = {"BACKEND": f"{__name__}.OneShotGateway"}


@pytest.fixture
def troubled_mail(settings):
    settings.EMAIL_BACKEND = f"{__name__}.TroubledBackend"
    return TroubledBackend.errors


def sms(**kwargs):
    return MessageFactory(**{"channel": "sms", "address": "+85512345678", **kwargs})


def state(message):
    message.refresh_from_db()
    return message.status, message.problem, message.attempts


def test_what_is_due_is_sent_once(gateway):
    letter, text = MessageFactory(), sms()
    later = MessageFactory(not_before=timezone.now() + timedelta(minutes=5))

    assert dict(send_waiting()) == {"sent": 2}
    assert dict(send_waiting()) == {}

    assert [each.to for each in mail.outbox] == [["sreymom@example.org"]]
    assert MemoryGateway.sent == {text.key: ("+85512345678", text.body)}
    assert state(letter) == ("sent", "", 1) and letter.sent_at
    assert state(text)[0] == "sent" and text.receipt == "memory-1"
    assert state(later)[0] == "queued"


def test_only_those_that_are_named_are_sent():
    chosen, other = MessageFactory(), MessageFactory()
    send_waiting([chosen.pk])
    assert (state(chosen)[0], state(other)[0]) == ("sent", "queued")


def test_a_busy_gateway_is_asked_again_later_and_at_last_it_failed(gateway):
    message = sms()
    for attempt in range(1, 6):
        MemoryGateway.errors = [GatewayError("later", "busy", "429", retry_after=None)]
        send_waiting()
        ended = "queued" if attempt < 5 else "failed"
        assert state(message) == (ended, "busy", attempt)
        assert message.not_before > timezone.now() or ended == "failed"
        Message.objects.update(not_before=timezone.now())


def test_the_time_that_the_gateway_asks_for_is_given(gateway):
    MemoryGateway.errors = [GatewayError("later", "busy", retry_after=600)]
    message = sms()
    send_waiting()
    message.refresh_from_db()
    assert timedelta(minutes=9) < message.not_before - timezone.now() <= timedelta(minutes=10)


def test_a_refused_number_fails_at_once_with_the_words_of_the_server(gateway):
    MemoryGateway.errors = [GatewayError("never", "bad_address", "422 no such number")]
    message = sms()
    send_waiting()
    assert state(message) == ("failed", "bad_address", 1)
    assert message.problem_detail == "422 no such number"


def test_no_answer_is_asked_again_only_where_a_key_is_sent_once(gateway, settings):
    MemoryGateway.errors = [GatewayError("unknown", "no_answer")]
    safe = sms()
    send_waiting()
    assert state(safe) == ("queued", "no_answer", 1)

    settings.COURSES_SMS_GATEWAY = {"BACKEND": f"{__name__}.OneShotGateway"}
    MemoryGateway.errors = [GatewayError("unknown", "no_answer")]
    doubtful = sms()
    send_waiting([doubtful.pk])
    assert state(doubtful) == ("unsure", "no_answer", 1)


def test_a_gateway_that_is_gone_is_told():
    message = sms()
    send_waiting()
    assert state(message) == ("failed", "not_set_up", 1)


def test_a_gateway_that_breaks_stops_nobody_else(one_shot):
    MemoryGateway.errors = [RuntimeError("bug")]
    broken, fine = sms(), sms()
    send_waiting()
    assert (state(broken)[:2], state(fine)[0]) == (("unsure", "no_answer"), "sent")


@pytest.mark.parametrize(
    ("error", "ended"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user")}), ("failed", "bad_address")),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"later")}), ("queued", "busy")),
        (smtplib.SMTPDataError(554, b"spam"), ("failed", "refused")),
        (smtplib.SMTPServerDisconnected("gone"), ("unsure", "no_answer")),
        (TimeoutError("slow"), ("unsure", "no_answer")),
    ],
)
def test_what_a_mail_server_says_decides(troubled_mail, error, ended):
    troubled_mail.append(error)
    message = MessageFactory()
    send_waiting()
    assert state(message)[:2] == ended


def test_a_mail_server_that_is_not_there_got_nothing(settings):
    settings.EMAIL_BACKEND = f"{__name__}.ClosedBackend"
    message = MessageFactory()
    send_waiting()
    assert state(message)[:2] == ("queued", "no_connection")


def test_what_a_dead_worker_held_is_taken_up_only_where_that_is_safe(gateway):
    dead = timezone.now() - LEASE - timedelta(seconds=1)
    text, letter = sms(status="sending"), MessageFactory(status="sending")
    alive = sms(status="sending")
    Message.objects.filter(pk__in=[text.pk, letter.pk]).update(claimed_at=dead, attempts=1)
    Message.objects.filter(pk=alive.pk).update(claimed_at=timezone.now())

    assert dict(settle_stuck()) == {"queued": 1, "unsure": 1}
    assert dict(settle_stuck()) == {"queued": 0, "unsure": 0}

    assert state(text)[0] == "queued"
    assert state(letter)[:2] == ("unsure", "interrupted")
    assert state(alive)[0] == "sending"


def test_what_is_too_late_or_for_an_erased_person_is_not_sent(gateway):
    late = sms(useless_after=timezone.now() - timedelta(minutes=1))
    gone = sms()
    type(gone.person).everybody.filter(pk=gone.person_id).update(erased_at=timezone.now())
    assert dict(send_waiting()) == {"cancelled": 2}
    assert (state(late)[0], state(gone)[0], MemoryGateway.sent) == ("cancelled", "cancelled", {})


def test_texts_to_paste_go_when_they_are_of_no_use():
    stale = MessageFactory(status="to_paste", useless_after=timezone.now() - timedelta(days=1))
    fresh = MessageFactory(status="to_paste", useless_after=timezone.now() + timedelta(days=1))
    assert put_away_useless() == 1
    assert (state(stale)[0], state(fresh)[0]) == ("cancelled", "to_paste")


def test_words_are_emptied_after_a_while_but_not_those_that_wait():
    old, waits = MessageFactory(status="sent"), MessageFactory()
    Message.objects.update(created_at=timezone.now() - timedelta(days=181))
    assert enforce_retention()["messages"] == 1
    assert enforce_retention()["messages"] == 0
    old.refresh_from_db()
    waits.refresh_from_db()
    assert (old.body, old.subject, old.address, old.status) == ("", "", "", "sent")
    assert waits.body


# Invitations in letters.


@pytest.fixture
def run():
    run = CourseRunFactory(starts_on=timezone.localdate() + timedelta(days=3))
    SessionFactory(run=run)
    SessionFactory(run=run, hour=13)
    return run


def calendars(letter):
    """Method, uid, number and status of every calendar object of a letter."""
    found = []
    for part in letter.message().walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(part.get_payload(decode=True))
            (event,) = calendar.walk("VEVENT")
            assert part.get_param("method") == calendar["method"]
            found.append((str(calendar["method"]), str(event["uid"]), int(event["sequence"])))
    return found


def test_updates_and_cancellations_take_the_place_of_the_invitation(run, trainer_user):
    first, second = (f"{each.uuid}@sala" for each in run.sessions.all())
    place = enroll(run, PersonFactory(email="sreymom@example.org"), by=None)
    send_waiting()
    details = RunDetails(host=run.host, province=run.province, venue=VenueFactory())
    change_run(run, details, [trainer_user.training_person], by=trainer_user)
    cancel_session(run.sessions.last(), "no light", by=trainer_user)
    Message.objects.filter(kind="change").update(not_before=timezone.now())
    send_waiting()
    withdraw(place, by=None)
    send_waiting()

    assert [calendars(letter) for letter in mail.outbox] == [
        [("REQUEST", first, 0), ("REQUEST", second, 0)],
        [("REQUEST", first, 2), ("CANCEL", second, 2)],
        [("CANCEL", first, 2), ("CANCEL", second, 2)],
    ]


def test_a_letter_that_comes_twice_has_one_name(run):
    enroll(run, PersonFactory(email="sreymom@example.org"), by=None)
    message = run.messages.get()
    send_waiting()
    (letter,) = mail.outbox
    assert letter.message()["Message-ID"] == f"<{message.uuid}@localhost>"
    assert letter.message()["Auto-Submitted"] == "auto-generated"
