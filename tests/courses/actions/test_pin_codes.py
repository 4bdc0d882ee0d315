"""A code by message, for who asks without a trainer."""

import pytest

from courses.actions.pin_codes import send_code
from courses.actions.pins import choose_pin, give_code, open_with_pin
from courses.adapters.gateways.memory import MemoryGateway
from courses.models import Message, PersonPhone, Pin
from courses.queries.messages import revealed, veiled
from courses.queries.pins import code_of
from tests.factories import EnrollmentFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
SMS = {"BACKEND": "courses.adapters.gateways.memory.MemoryGateway"}


@pytest.fixture(autouse=True)
def gateway(settings, monkeypatch):
    settings.COURSES_SMS_GATEWAY = SMS
    monkeypatch.setattr(MemoryGateway, "sent", {})


@pytest.fixture
def person():
    return reached("+85512345678")


def reached(number="", *, is_shared=False, email=""):
    person = PersonFactory(email=email)
    if number:
        PersonPhone.objects.create(person=person, raw=number, e164=number, is_shared=is_shared)
    EnrollmentFactory(person=person)
    return person


def test_the_code_goes_to_her_own_phone_and_stands_nowhere_else(
    person, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert send_code(person.card_code)
    code = code_of(Pin.objects.get().code_key)
    ((number, text),) = MemoryGateway.sent.values()
    assert number == "+85512345678" and code in text
    stored = Message.objects.get().body
    assert code not in stored and code in revealed(stored) and code not in veiled(stored)
    assert choose_pin(person.card_code, code, "5839").hash


def test_her_pin_stays_until_the_code_is_used(person):
    choose_pin(person.card_code, give_code(person, by=UserFactory()), "5839")
    send_code(person.card_code)
    assert open_with_pin(person.card_code, "5839").person == person


@pytest.mark.parametrize(
    "told",
    [{}, {"number": "+85512345678", "is_shared": True}],
    ids=["nothing on record", "a shared phone"],
)
def test_nothing_leaves_where_others_would_read_it(told):
    assert not send_code(reached(**told).card_code)
    assert not Message.objects.exists()


def test_an_address_of_her_own_will_do(settings):
    assert send_code(reached(email="sreymom@example.org").card_code)
    settings.COURSES_MESSAGES_BY_EMAIL = False
    assert not send_code(reached(email="sreymom@example.org").card_code)


def test_three_times_a_day_and_never_for_a_stranger_or_without_messages(person, settings):
    assert [send_code(person.card_code) for _each in range(4)] == [True] * 3 + [False]
    assert not send_code("KH-2222-22")
    settings.COURSES_MESSAGES = False
    assert not send_code(reached("+85512345679").card_code)


def test_a_code_that_a_trainer_gave_is_not_taken_away(person):
    code = give_code(person, by=UserFactory())
    assert not send_code(person.card_code)
    assert choose_pin(person.card_code, code, "5839").hash
