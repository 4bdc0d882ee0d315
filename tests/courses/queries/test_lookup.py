"""Workplaces, venues and trainers by a few letters."""

import pytest

from courses.models import RunTrainer
from courses.queries.lookup import organizations_matching, trainers_matching, venues_matching
from tests.factories import CourseRunFactory, OrganizationFactory, PersonFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["lotus", "garment LOTUS", "សរសៃ", "ltg", "Lotus & Garment"])
def test_an_organization_is_found_in_both_scripts_and_by_its_acronym(query):
    found = OrganizationFactory(
        name_en="Lotus Thread Garment", name_km="រោងចក្រសរសៃឈូក", short_name="LTG"
    )
    OrganizationFactory(name_en="Palm Shade", name_km="ម្លប់ត្នោត")
    assert list(organizations_matching(query)) == [found]


@pytest.mark.parametrize("query", ["", "l", "&&"])
def test_too_little_finds_nothing(query):
    OrganizationFactory(name_en="Lotus & Co")
    VenueFactory()
    assert list(organizations_matching(query)) == []
    assert list(venues_matching(query[:1])) == []


def test_a_closed_organization_is_not_offered():
    OrganizationFactory(name_en="Lotus Thread Garment", is_active=False)
    assert list(organizations_matching("lotus")) == []


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
    assert trainers_matching("chan").first() == trainer
