"""Where organizations stand, also when one became part of another."""

import pytest

from courses.queries.organization_tree import (
    above,
    absorbed_by,
    kinds_below,
    members_of,
    standing_of,
)
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def union(kind, parent=None, **kwargs):
    return OrganizationFactory(kind=kind, parent=parent, **kwargs)


def merge(other, into):
    other.status, other.merged_into = "merged", into
    other.save()


@pytest.fixture
def unions():
    top = union("confederation")
    middle = union("federation", top)
    return top, middle, union("enterprise_union", middle)


def test_an_organization_stands_below_all_that_its_parent_stands_below(unions):
    top, middle, low = unions

    assert above(low) == [middle, top]
    assert above(top) == []
    assert standing_of(low).above == (middle.pk, top.pk)
    assert list(members_of(top)) == [middle]
    assert list(kinds_below(middle)) == ["enterprise_union"]


def test_members_of_a_merged_one_show_below_the_one_that_stays(unions):
    top, middle, low = unions
    other = union("federation", top, name_en="Zenith")
    later = union("federation", name_en="Later")
    merge(middle, other)
    merge(other, later)

    assert above(low) == [later]
    assert list(members_of(later)) == [low]
    assert list(members_of(top)) == []
    assert set(absorbed_by(later)) == {middle.pk, other.pk}
    assert set(kinds_below(later)) == {"enterprise_union"}
    assert low.parent == middle


def test_a_circle_that_stands_in_the_database_ends(unions):
    top, _middle, low = unions
    top.parent = low
    top.save()
    assert len(above(low)) == 3


def test_one_that_is_not_saved_yet_has_nobody_below():
    assert list(kinds_below(OrganizationFactory.build())) == []
