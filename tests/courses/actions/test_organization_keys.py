"""Keys follow every name, and catch up with rows that nobody announced."""

import pytest

from courses.actions.organization_keys import catch_up, keep_keys
from courses.models import Organization, OrganizationKey, OrganizationName
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def keys_of(row):
    return set(row.keys.values_list("key", "is_current", "is_acronym"))


def test_keys_say_what_is_current_and_what_is_an_acronym():
    row = OrganizationFactory(name_en="Lotus", name_km="ឈូក", short_name="LTG")
    OrganizationName.objects.create(
        organization=row, kind="former", name_en="Palm", short_name="PLM"
    )

    assert keys_of(row) == {
        ("lotus", True, False),
        ("ឈូក", True, False),
        ("ltg", True, True),
        ("palm", False, False),
        ("plm", False, True),
    }
    row.refresh_from_db()
    assert row.search_key == "lotus ឈូក ltg palm plm"


def test_keys_that_stand_are_not_written_again():
    row = OrganizationFactory()
    before = set(row.keys.values_list("pk", flat=True))
    keep_keys(row)
    assert set(row.keys.values_list("pk", flat=True)) == before


def test_catching_up_finds_rows_that_were_written_in_bulk():
    Organization.objects.bulk_create([Organization(name_en="Lotus", kind="factory")])

    assert not OrganizationKey.objects.exists()
    assert (catch_up(), catch_up()) == (1, 1)
    assert list(OrganizationKey.objects.values_list("key", flat=True)) == ["lotus"]
    assert Organization.objects.get().search_key == "lotus"
