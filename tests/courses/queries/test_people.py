"""People by name, code and phone."""

import pytest

from courses.models import PersonPhone
from courses.queries.people import people_matching
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def person(name_km="", latin="", **details):
    family, _, given = latin.partition(" ")
    return PersonFactory(
        name_km=name_km, family_name_latin=family, given_name_latin=given, **details
    )


def test_names_that_begin_so_come_first():
    inside = person(latin="Chan Lasok")
    begins = person(latin="Sok Bopha")
    assert list(people_matching("sok")) == [begins, inside]


def test_every_word_must_be_there():
    person(latin="Sok Bopha")
    both = person(latin="Sok Dara")
    assert list(people_matching("dara sok")) == [both]


@pytest.mark.parametrize("query", ["", "s", " ", "ស"])
def test_a_single_letter_finds_nobody(query):
    person("សុខ បុប្ផា", "Sok Bopha")
    assert list(people_matching(query)) == []


def test_signs_alone_find_nobody():
    person("សុខ បុប្ផា", "Sok Bopha")
    assert list(people_matching("!!")) == []


def test_a_khmer_name_is_found_whatever_the_order_of_signs():
    found = person("ស្រីមុំ")
    assert list(people_matching("ស្រីមុំ")) == [found]


def test_the_end_of_a_phone_number_is_enough():
    found = person(latin="Sok Bopha")
    PersonPhone.objects.create(person=found, raw="012 345 678", e164="+85512345678")
    assert list(people_matching("345 678")) == [found]
    assert list(people_matching("0345678")) == [found]
