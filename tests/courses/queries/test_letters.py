"""The letters that names hold: the index of PostgreSQL, and nothing asked elsewhere."""

import pytest

from courses.models import Person
from courses.queries.letters import beginning, holding
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", [["sok"], ["សុ"], ["bopha", "sok"], ["s"], ["sók-b"], []])
def test_whoever_has_the_words_has_the_letters(words):
    found = PersonFactory(name_km="សុខ", family_name_latin="Sok", given_name_latin="Bopha")
    assert list(Person.objects.filter(holding(words))) == [found]


@pytest.mark.parametrize("word", ["sok", "bop", "សុ", "s", "B"])
def test_whoever_has_a_name_that_begins_so_is_among_them(word):
    found = PersonFactory(name_km="សុខ", family_name_latin="Sok", given_name_latin="Bopha")
    assert list(Person.objects.filter(beginning(word.casefold()))) == [found]


@pytest.mark.postgres
def test_others_are_left_out():
    PersonFactory(name_km="", family_name_latin="Sok", given_name_latin="Bopha")
    assert not Person.objects.filter(holding(["zq"])).exists()
    assert not Person.objects.filter(beginning("op")).exists()
