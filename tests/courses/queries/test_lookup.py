"""Venues and trainers by a few letters."""

import pytest

from courses.models import Person, PersonPhone, RunTrainer
from courses.queries.lookup import trainers_matching, venues_matching
from tests.factories import CourseRunFactory, OrganizationFactory, PersonFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["", "m"])
def test_too_little_finds_nothing(query):
    VenueFactory(name_en="Market")
    assert list(venues_matching(query)) == []


@pytest.mark.parametrize("query", ["union ha", "សហជីព", "lotus"])
def test_a_venue_is_found_by_its_name_or_its_owner(query):
    owner = OrganizationFactory(name_en="Lotus Thread")
    found = VenueFactory(name_en="Union hall", name_km="សាលសហជីព", organization=owner)
    VenueFactory(name_en="Market", name_km="ផ្សារ")
    assert list(venues_matching(query)) == [found]


def test_who_trained_before_comes_first():
    PersonFactory(name_km="ក", family_name_latin="Chan", given_name_latin="A")
    trainer = PersonFactory(name_km="អ", family_name_latin="Chan", given_name_latin="Z")
    RunTrainer.objects.create(run=CourseRunFactory(), person=trainer)
    assert trainers_matching("chan", among=Person.objects.all()).first() == trainer


def test_whoever_may_not_be_named_is_not_found_nor_by_a_phone():
    person = PersonFactory(family_name_latin="Chan")
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    among = Person.objects.all()
    assert list(trainers_matching("chan", among=among)) == [person]
    assert list(trainers_matching("012345678", among=among)) == []
    assert list(trainers_matching("chan", among=among.none())) == []
