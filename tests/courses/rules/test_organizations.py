"""Which organization may stand below which, what may be done with one, and what a merged one is."""

from datetime import date

import pytest

from courses.choices import OrganizationKind
from courses.rules.organizations import (
    ABOVE,
    Names,
    Standing,
    merged_by,
    why_not_above,
    why_not_below,
    why_not_close,
    why_not_merge,
    why_not_rename,
)

TODAY = date(2026, 11, 22)


def test_every_kind_is_ruled_and_only_kinds_are_named():
    assert set(ABOVE) == set(OrganizationKind.values)
    assert {kind for kinds in ABOVE.values() for kind in kinds} <= set(OrganizationKind.values)


@pytest.mark.parametrize(
    ("kind", "parent", "reason"),
    [
        ("factory", "group", None),
        ("group", "group", None),
        ("enterprise_union", "federation", None),
        ("federation", "confederation", None),
        ("ministry_office", "ministry_office", None),
        ("factory", "federation", "wrong_parent"),
        ("enterprise_union", "factory", "wrong_parent"),
        ("federation", "enterprise_union", "wrong_parent"),
        ("confederation", "confederation", "no_parent"),
    ],
)
def test_kinds_stand_in_their_order(kind, parent, reason):
    assert why_not_below(Standing(1, kind), Standing(2, parent)) == reason


def test_nobody_stands_below_itself_however_deep():
    group = Standing(1, "group")
    assert why_not_below(group, Standing(1, "group")) == "loop"
    assert why_not_below(group, Standing(4, "group", above=(3, 2, 1))) == "loop"
    assert why_not_below(group, Standing(4, "group", above=(3, 2))) is None
    assert why_not_below(Standing(None, "group"), Standing(4, "group")) is None


def test_a_kind_fits_those_that_stand_below_it():
    assert why_not_above("group", ["factory", "group"]) is None
    assert why_not_above("federation", ["factory"]) == "wrong_members"
    below = why_not_below(Standing(1, "group"), Standing(2, "group"), ["enterprise_union"])
    assert below == "wrong_members"


@pytest.mark.parametrize(
    ("kept", "other", "reason"),
    [
        (Standing(1, "factory"), Standing(2, "factory"), None),
        (Standing(1, "factory"), Standing(1, "factory"), "same_organization"),
        (Standing(1, "factory"), Standing(2, "factory", "merged", 1), "already_merged"),
        (Standing(1, "factory"), Standing(2, "factory", "merged", 3), "merged_meanwhile"),
        (Standing(1, "factory", "merged", 2), Standing(2, "factory"), "merged_meanwhile"),
        (Standing(1, "factory", "closed"), Standing(2, "factory"), "closed"),
        (Standing(1, "factory"), Standing(2, "factory", "closed"), "closed"),
        (Standing(1, "factory"), Standing(2, "group"), "other_kind"),
        (Standing(1, "group", above=(3, 2)), Standing(2, "group"), "stands_below"),
        (Standing(1, "group"), Standing(2, "group", above=(1,)), None),
    ],
)
def test_which_organizations_become_one(kept, other, reason):
    assert why_not_merge(kept, other) == reason


@pytest.mark.parametrize(
    ("status", "on", "reason"),
    [
        ("active", TODAY, None),
        ("closed", date(2025, 1, 1), None),
        ("active", date(2026, 11, 23), "not_yet"),
        ("merged", TODAY, "merged"),
    ],
)
def test_when_an_organization_closes(status, on, reason):
    assert why_not_close(status, on, today=TODAY) == reason


@pytest.mark.parametrize(
    ("new", "on", "status", "reason"),
    [
        (Names("Lotus Apparel"), date(2026, 6, 2), "active", None),
        (Names("Lotus Apparel"), date(2026, 6, 2), "closed", None),
        (Names("Lotus Thread", "ឈូក"), TODAY, "active", None),
        (Names("", "ឈូក"), TODAY, "active", "no_name"),
        (Names("Lotus Thread"), TODAY, "active", "same_name"),
        (Names("Lotus Apparel"), date(2026, 11, 23), "active", "not_yet"),
        (Names("Lotus Apparel"), date(2026, 6, 1), "active", "before_last"),
        (Names("Lotus Apparel"), TODAY, "merged", "merged"),
    ],
)
def test_when_a_new_name_holds(new, on, status, reason):
    told = why_not_rename(
        Names("Lotus Thread"), new, on, renamed_on=date(2026, 6, 1), status=status, today=TODAY
    )
    assert told == reason


def test_a_merged_organization_is_part_of_the_other_from_that_day():
    links = {1: (2, date(2026, 7, 1)), 2: (3, date(2026, 9, 1)), 4: (3, None)}

    assert merged_by(links, date(2026, 6, 30)) == {4: 3}
    assert merged_by(links, date(2026, 7, 1)) == {1: 2, 4: 3}
    assert merged_by(links, date(2026, 9, 1)) == {1: 3, 2: 3, 4: 3}
    assert merged_by({}, TODAY) == {}
