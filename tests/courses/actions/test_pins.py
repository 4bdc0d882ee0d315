"""One-time codes and the PINs that are chosen with them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.merging import merge_people, undo_merge
from courses.actions.pins import choose_pin, give_code, open_with_pin
from courses.exceptions import Refused
from courses.models import Person, Pin
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory(birth_year=1990)


def refused(action, *args, **kwargs):
    with pytest.raises(Refused) as no:
        action(*args, **kwargs)
    return no.value.code


def chosen(person, staff_user, pin="5839"):
    return choose_pin(person.card_code, give_code(person, by=staff_user), pin)


def test_who_has_the_card_and_the_code_chooses_a_pin_that_opens(person, staff_user):
    pin = chosen(person, staff_user)
    assert open_with_pin(person.card_code.lower().replace("-", " "), "៥៨៣៩").person == person
    assert "5839" not in pin.hash
    told = ModelLogEntry.objects.for_instance(person).values_list("action", "user")
    assert list(told.order_by("pk")) == [
        ("courses.pin_code_given", staff_user.pk),
        ("courses.pin_chosen", None),
    ]


def test_a_code_is_used_once_and_holds_for_half_an_hour(person, staff_user, monkeypatch):
    code = give_code(person, by=staff_user)
    choose_pin(person.card_code, code, "5839")
    assert refused(choose_pin, person.card_code, code, "5840") == "no_entry"
    code = give_code(person, by=staff_user)
    Pin.objects.update(code_until=timezone.now() - timedelta(seconds=1))
    assert refused(choose_pin, person.card_code, code, "5840") == "no_entry"


def test_an_easy_pin_is_refused_before_anything_is_guessed(person, staff_user):
    code = give_code(person, by=staff_user)
    assert refused(choose_pin, person.card_code, code, "1234") == "too_easy"
    assert refused(choose_pin, person.card_code, code, "58") == "length"
    assert Pin.objects.get().guesses.count() == 0


def test_the_year_of_birth_is_told_to_who_has_the_code_alone(person, staff_user):
    code = give_code(person, by=staff_user)
    assert refused(choose_pin, person.card_code, "000000", "1990") == "no_entry"
    assert refused(choose_pin, person.card_code, code, "1990") == "birth_year"
    assert choose_pin(person.card_code, code, "5839").set_at


def test_a_new_code_ends_the_old_pin_and_its_visits(person, staff_user):
    before = chosen(person, staff_user)
    give_code(person, by=staff_user)
    after = Pin.objects.get()
    assert refused(open_with_pin, person.card_code, "5839") == "no_entry"
    assert (after.hash, after.set_at) == ("", None)
    assert after.version != before.version


def test_an_erased_person_gets_no_code(person, staff_user):
    Person.everybody.filter(pk=person.pk).update(erased_at=timezone.now())
    assert refused(give_code, person, by=staff_user) == "gone"


def test_the_old_card_of_somebody_merged_opens_and_the_pin_follows(person, staff_user):
    other = PersonFactory()
    chosen(other, staff_user)
    merge = merge_people(person, other, by=staff_user)
    assert open_with_pin(other.card_code, "5839").person == person
    assert open_with_pin(person.card_code, "5839").person == person
    undo_merge(merge, by=staff_user)
    assert refused(open_with_pin, person.card_code, "5839") == "no_entry"
    assert open_with_pin(other.card_code, "5839").person == other


def test_of_two_pins_the_one_of_the_record_that_stays_counts(person, staff_user):
    other = PersonFactory()
    chosen(person, staff_user)
    chosen(other, staff_user, "7410")
    merge_people(person, other, by=staff_user)
    assert open_with_pin(other.card_code, "5839").person == person
    assert refused(open_with_pin, other.card_code, "7410") == "no_entry"
