"""The letters that names hold: the index of PostgreSQL, and nothing asked elsewhere."""

import pytest
from django.db import connection

from courses.models import Person
from courses.queries import letters
from courses.queries.letters import beginning, first_of_few, first_seen, holding
from courses.queries.people import begins_with, with_rank
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


@pytest.mark.postgres
def test_the_first_of_few_stand_in_order_and_many_are_left_alone():
    names = ("Sok Dara", "Chan Sok", "Keo Sokha")
    made = [
        PersonFactory(name_km="", family_name_latin="", given_name_latin=each) for each in names
    ]
    dara, chan, keo = (person.pk for person in made)
    assert first_of_few(with_rank("sok"), 2, among=3) == [dara, chan]
    assert first_of_few(with_rank("sok"), 9, among=3) == [dara, chan, keo]
    assert first_of_few(with_rank("sok"), 2, among=2) is None


@pytest.mark.skipif(connection.vendor == "postgresql", reason="PostgreSQL has the index")
def test_without_the_index_nobody_is_taken_for_few():
    assert first_of_few(with_rank("sok"), 2, among=3) is None


def test_a_glance_ends_after_so_many(monkeypatch):
    monkeypatch.setattr(letters, "GLANCE", 2)
    made = [
        PersonFactory(name_km="", family_name_latin="", given_name_latin=name)
        for name in ("Chan", "Sok Bopha", "Sok Dara")
    ]
    assert first_seen(Person.objects.all(), begins_with("sok"), 9) == [made[1].pk]
    assert first_seen(Person.objects.all(), begins_with("chan"), 9) == [made[0].pk]
