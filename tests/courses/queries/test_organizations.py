"""Organizations by a few letters and by name."""

import pytest

from courses.queries.organizations import organizations_matching, organizations_named
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lotus():
    return OrganizationFactory(
        name_en="Lotus Thread Garment", name_km="រោងចក្រសរសៃឈូក", short_name="LTG"
    )


@pytest.mark.parametrize(
    "words", ["Lotus Thread Garment", "lotus thread  GARMENT", "ltg", "រោងចក្រសរសៃឈូក"]
)
def test_the_names_of_an_organization_are_understood(lotus, words):
    assert organizations_named([words])[words] == lotus


@pytest.mark.parametrize("words", ["Lotus", "thread garment", "", "?!", "រោងចក្រ"])
def test_part_of_a_name_is_not_enough(lotus, words):
    assert organizations_named([words])[words] is None


def test_two_of_the_same_name_are_not_guessed_between(lotus):
    OrganizationFactory(name_en="Another", name_km="", short_name="LTG")
    assert organizations_named(["LTG"])["LTG"] is None


def test_an_organization_that_is_gone_is_not_offered(lotus):
    lotus.is_active = False
    lotus.save()
    assert organizations_named(["LTG"])["LTG"] is None


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
    assert list(organizations_matching(query)) == []


def test_a_closed_organization_is_not_offered():
    OrganizationFactory(name_en="Lotus Thread Garment", is_active=False)
    assert list(organizations_matching("lotus")) == []
