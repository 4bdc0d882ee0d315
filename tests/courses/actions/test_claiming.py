"""A login is joined to the person whose card and PIN its owner has, and nothing else changes."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.claiming import claim_card
from courses.actions.pins import choose_pin, give_code, open_with_pin
from courses.exceptions import Refused
from courses.models import Person
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory, UserFactory
from tests.journeys.merging_world import snapshot

pytestmark = pytest.mark.django_db
PIN = "5839"


@pytest.fixture
def person():
    person = PersonFactory()
    choose_pin(person.card_code, give_code(person, by=UserFactory()), PIN)
    AttendanceFactory(enrollment=EnrollmentFactory(person=person))
    return person


def refused(*args, **kwargs):
    with pytest.raises(Refused) as no:
        claim_card(*args, **kwargs)
    return no.value.code


def test_the_login_is_written_and_no_other_row_changes(person):
    user, before = UserFactory(), snapshot()
    claim_card(person.card_code, PIN, by=user)
    after = snapshot()
    changed = {
        (table, name)
        for (table, pk), row in after.items()
        for name, value in row.items()
        if before.get((table, pk), {}).get(name) != value
    }
    guess = {("courses.PinGuess", name) for name in ("id", "pin_id", "at", "is_right")}
    assert changed - guess == {("courses.Person", "user_id")}
    assert before.keys() <= after.keys()
    assert Person.objects.get(user=user) == person


def test_it_is_told_in_the_history_and_the_card_opens_as_before(person):
    user = UserFactory()
    claim_card(person.card_code, PIN, by=user)
    told = ModelLogEntry.objects.for_instance(person).get(action="courses.card_claimed")
    assert told.user == user
    assert open_with_pin(person.card_code, PIN).person == person


def test_a_wrong_pin_joins_nothing(person):
    assert refused(person.card_code, "0007", by=UserFactory()) == "no_entry"


def test_a_login_is_joined_once(person, participant_user):
    assert refused(person.card_code, PIN, by=participant_user) == "has_person"


def test_a_person_with_a_login_keeps_it(person):
    person.user = UserFactory()
    person.save()
    assert refused(person.card_code, PIN, by=UserFactory()) == "has_login"
