"""Naming places where sessions are held."""

import pytest

from courses.actions.places import name_venue
from courses.exceptions import Refused
from courses.models import Province, Venue
from tests.factories import VenueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def takeo():
    return Province.objects.get(pk="21")


def test_a_new_place_is_added_once(takeo, staff_user):
    venue = name_venue(" Union  hall ", takeo, by=staff_user)
    assert (venue.name_en, venue.name_km, venue.province) == ("Union hall", "", takeo)
    assert name_venue("union hall", takeo, by=staff_user) == venue
    assert Venue.objects.count() == 1


def test_a_khmer_name_serves_in_both_languages(takeo, staff_user):
    venue = name_venue("សាលសហជីព", takeo, by=staff_user)
    assert (venue.name_en, venue.name_km) == ("សាលសហជីព", "សាលសហជីព")
    assert name_venue("សាលសហជីព", takeo, by=staff_user) == venue


def test_the_same_name_in_another_province_is_another_place(takeo, staff_user):
    other = VenueFactory(name_en="Union hall", province_id="05")
    assert name_venue("Union hall", takeo, by=staff_user) != other


def test_a_place_needs_a_name(takeo, staff_user):
    with pytest.raises(Refused) as no:
        name_venue("  ", takeo, by=staff_user)
    assert no.value.code == "no_name"
