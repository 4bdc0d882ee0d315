"""The past of the demo's organizations is true, the same each time, and stands by the rules."""

from datetime import date
from random import Random

import pytest

from courses.models import Organization, OrganizationHeadcount, OrganizationName
from courses.queries.organization_tree import kinds_below, standing_of
from courses.queries.organizations import organizations_matching
from courses.rules.organizations import why_not_below
from lms.demo.organization_past import write_past
from lms.demo.organizations import organization_seeds
from tests.factories import UserFactory

TODAY = date(2026, 11, 21)


@pytest.fixture
def told(db):
    for seed in organization_seeds(Random(2026)):
        Organization.objects.create(
            name_en=seed.name_en,
            name_km=seed.name_km,
            kind=seed.kind,
            short_name=seed.short_name,
            province_id=seed.province,
            parent=Organization.objects.filter(name_en=seed.parent or "-").first(),
        )
    write_past(TODAY, by=UserFactory())


def test_everybody_stands_where_the_rules_allow(told):
    below = Organization.objects.exclude(parent=None).select_related("parent")
    wrong = [
        row
        for row in below
        if why_not_below(standing_of(row), standing_of(row.parent), kinds_below(row))
    ]
    assert wrong == []
    assert len(below) == 22


def test_one_is_closed_one_merged_and_all_factories_have_numbers(told):
    statuses = Organization.objects.exclude(status="active").order_by("status")
    assert list(statuses.values_list("status", "kind")) == [
        ("closed", "factory"),
        ("merged", "factory"),
    ]
    assert OrganizationHeadcount.objects.count() == 80
    assert OrganizationName.objects.count() == 7


@pytest.mark.parametrize("typed", ["CGM", "ACFN", "AFCM", "ACM", "makers' association"])
def test_the_employers_are_found_by_what_people_type(told, typed):
    assert organizations_matching(typed).first().short_name == "ACFM"


def test_the_factory_that_was_entered_twice_leads_to_the_one_that_stays(told):
    assert [row.name_en for row in organizations_matching("tonle threads")] == ["Tonle Thread"]
