"""Organizations by a few letters and by name."""

import pytest

from courses.models import OrganizationId, OrganizationKey, OrganizationName
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
    lotus.status = "closed"
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
    OrganizationFactory(name_en="Lotus Thread Garment", status="closed")
    assert list(organizations_matching("lotus")) == []


@pytest.fixture
def association():
    """With an acronym, a former name, an alias, a Khmer acronym and a number in a register."""
    row = OrganizationFactory(
        name_en="Textile Makers of Kampot",
        name_km="សមាគមអ្នកផលិត",
        short_name="TAFTAC",
        kind="employers_association",
    )
    names = OrganizationName.objects
    names.create(organization=row, kind="former", name_en="Garment Makers", short_name="GMAC")
    names.create(organization=row, kind="alias", name_en="The Makers", name_km="អ្នកផលិត កំពត")
    names.create(organization=row, kind="acronym", name_en="", name_km="ស.ផ.ក.")
    OrganizationId.objects.create(organization=row, scheme="Ministry", value="E-00417")
    return row


@pytest.mark.parametrize(
    "words",
    ["taftac", "T.A.F.T.A.C.", "gmac", "garment makers", "the MAKERS", "ស.ផ.ក.", "សផក", "e 00417",
     "អ្នកផលិតកំពត", "អ្នក\u200bផលិតកំពត", "សមាគមអ្នកផលិត"],
)  # fmt: skip
def test_every_name_and_number_leads_to_the_organization(association, words):
    assert organizations_named([words])[words] == association
    assert list(organizations_matching(words)) == [association]


@pytest.mark.parametrize(
    "typed", ["TAFTC", "TFTAC", "TAFTACC", "TFATAC", "taftax", "gamc", "GMACC"]
)
def test_an_acronym_with_one_slip_is_found_but_never_taken_for_named(association, typed):
    assert list(organizations_matching(typed)) == [association]
    assert organizations_named([typed])[typed] is None


@pytest.mark.parametrize("typed", ["TFTCA", "makes", "lotusx"])
def test_two_slips_and_slips_in_other_words_find_nothing(association, typed):
    OrganizationFactory(name_en="Lotus", name_km="")
    assert list(organizations_matching(typed)) == []


def test_the_whole_name_stands_before_its_beginning_a_part_and_a_slip():
    slip = OrganizationFactory(name_en="A", name_km="", short_name="PALMY")
    part = OrganizationFactory(name_en="B of Palms", name_km="")
    beginning = OrganizationFactory(name_en="Palmyra", name_km="")
    whole = OrganizationFactory(name_en="Z", name_km="", short_name="PALM")

    assert list(organizations_matching("palm")) == [whole, slip, beginning, part]
    slip.short_name = "PALN"
    slip.save()
    assert list(organizations_matching("palm")) == [whole, beginning, part, slip]


def test_what_one_is_called_today_goes_before_what_another_was_called(association):
    newcomer = OrganizationFactory(name_en="GMAC", name_km="", short_name="")
    assert organizations_named(["gmac"])["gmac"] == newcomer


def test_a_name_that_was_taken_away_finds_nothing_any_more(association):
    OrganizationName.objects.get(kind="former").delete()
    association.short_name = "TMK"
    association.save()

    assert organizations_named(["gmac", "taftac", "tmk"]) == {
        "gmac": None,
        "taftac": None,
        "tmk": association,
    }
    assert list(organizations_matching("gmac")) == []


def test_deleting_an_organization_takes_its_keys_along(association):
    association.delete()
    assert not OrganizationKey.objects.exists()


@pytest.mark.parametrize("many", [1, 30])
def test_one_query_names_and_one_query_finds(association, many, django_assert_num_queries):
    OrganizationFactory.create_batch(many)
    with django_assert_num_queries(1):
        organizations_named(["TAFTAC", "Garment Makers", "nobody"])
    with django_assert_num_queries(1):
        [row.province.name for row in organizations_matching("taftc")[:8]]
    with django_assert_num_queries(0):
        organizations_named(["", "?!"])
