"""The organization that somebody means."""

import pytest

from courses.queries.workplaces import workplace_named
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
    assert workplace_named(words) == lotus


@pytest.mark.parametrize("words", ["Lotus", "thread garment", "", "?!", "រោងចក្រ"])
def test_part_of_a_name_is_not_enough(lotus, words):
    assert workplace_named(words) is None


def test_two_of_the_same_name_are_not_guessed_between(lotus):
    OrganizationFactory(name_en="Another", name_km="", short_name="LTG")
    assert workplace_named("LTG") is None


def test_an_organization_that_is_gone_is_not_offered(lotus):
    lotus.is_active = False
    lotus.save()
    assert workplace_named("LTG") is None
