"""A participant scans the trainer's screen and says that she is here."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.actions.attendance import close_register, mark_attendance
from courses.actions.self_marking import start_self_marking, stop_self_marking
from courses.models import AttendanceEvent
from courses.queries.chain import broken_registers
from courses.queries.self_marking import session_by_ticket, ticket_for
from courses.views.here import PASS_TRIES
from tests.courses.views.conftest import address
from tests.factories import EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db
HERE = "courses:here"


@pytest.fixture
def started(session, trainer_user):
    return start_self_marking(session, by=trainer_user)


@pytest.fixture
def phone(started):
    """A phone that has just scanned the screen."""
    return scanned(started)


def scanned(session):
    phone = Client()
    phone.get(address("here_code", ticket_for(session, timezone.now())))
    return phone


def say(phone, code, *, yes=False):
    return phone.post(reverse(HERE), {"code": code, **({"yes": "1"} if yes else {})})


def marks(session):
    rows = session.attendances.values_list("presence", "is_self_reported", "is_disputed")
    return list(rows)


def test_she_scans_types_her_code_and_says_yes(phone, started, enrollment):
    asked = say(phone, enrollment.person.card_code.lower().replace("-", " "))
    assert enrollment.person.name_km in asked.content.decode()
    assert marks(started) == [], "her name is shown before anything is marked"
    answer = phone.post(
        reverse(HERE), {"code": enrollment.person.card_code, "yes": "1"}, follow=True
    )
    assert "You have said that you are here." in answer.content.decode()
    assert marks(started) == [("present", True, False)]
    event = AttendanceEvent.objects.get()
    assert (event.kind, event.source, event.recorded_by, event.device) == (
        *("self", "self_scan", None, None),
    )
    assert list(broken_registers()) == []


def test_a_scan_is_for_one_person(phone, started, enrollment):
    friend = EnrollmentFactory(run=enrollment.run)
    kept = phone.cookies["sala_here"].value
    say(phone, enrollment.person.card_code, yes=True)
    phone.cookies["sala_here"] = kept
    say(phone, friend.person.card_code, yes=True)
    assert list(started.attendances.values_list("enrollment", flat=True)) == [enrollment.pk]


def test_saying_it_twice_is_said_once(started, enrollment):
    for _ in range(2):
        say(scanned(started), enrollment.person.card_code, yes=True)
    assert AttendanceEvent.objects.count() == 1


def test_it_never_outdoes_the_trainer_and_she_is_not_told(phone, started, enrollment, trainer_user):
    mark_attendance(started, enrollment, "absent", by=trainer_user)
    answer = phone.post(
        reverse(HERE), {"code": enrollment.person.card_code, "yes": "1"}, follow=True
    )
    assert "You have said that you are here." in answer.content.decode()
    assert marks(started) == [("absent", False, False)]


def test_whatever_is_not_on_the_list_is_told_by_the_same_words(phone, started):
    stranger = EnrollmentFactory().person.card_code
    answers = {say(phone, code).context["error"] for code in (stranger, "KH-0000-00", "", "x")}
    assert len(answers) == 1
    assert "Nobody on the list" in answers.pop()


def test_guessing_ends_soon(phone, started, enrollment):
    for _ in range(PASS_TRIES):
        say(phone, "KH-0000-00")
    answer = say(phone, enrollment.person.card_code, yes=True)
    assert (marks(started), answer.context["error"][:22]) == ([], "These were many tries.")


def test_a_code_holds_its_half_minute_and_the_next_for_its_session_alone(started, trainer_user):
    now = timezone.now()
    ticket = ticket_for(started, now)
    later = [session_by_ticket(ticket, now + timedelta(seconds=each)) for each in (0, 30, 60)]
    assert later == [started, started, None]
    assert session_by_ticket(ticket, now - timedelta(seconds=30)) is None
    other = start_self_marking(SessionFactory(), by=trainer_user)
    assert session_by_ticket(ticket_for(other, now)[:22] + ticket[22:], now) is None
    assert session_by_ticket(ticket[:-1], now) is None
    again = start_self_marking(started, by=trainer_user)
    assert session_by_ticket(ticket, now) is None
    assert session_by_ticket(ticket_for(again, now), now + timedelta(hours=2)) is None


@pytest.mark.parametrize("end", ["stop", "close", "never scanned"])
def test_without_a_code_that_holds_nobody_is_marked(phone, started, enrollment, trainer_user, end):
    if end == "stop":
        stop_self_marking(started, by=trainer_user)
    elif end == "close":
        mark_attendance(started, enrollment, "excused", by=trainer_user)
        close_register(started, by=trainer_user)
    else:
        phone = Client()
    before = marks(started)
    answer = say(phone, enrollment.person.card_code, yes=True)
    assert "Scan the code first" in answer.content.decode()
    assert marks(started) == before
