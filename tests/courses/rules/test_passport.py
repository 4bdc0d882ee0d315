"""What stays out of a shown record unless the person wants it in."""

import pytest

from courses.rules.passport import Circumstances, half_days, is_private


@pytest.mark.parametrize(
    ("told", "private"),
    [
        ({}, False),
        ({"audience": ["worker", "union_leader"]}, False),
        ({"audience": ["union_leader_federation"]}, True),
        ({"audience": ["union_leader", "union_leader_federation"]}, True),
        ({"is_of_union": True}, True),
        ({"is_sensitive": True, "audience": ["worker"]}, True),
    ],
)
def test_courses_of_unions_and_on_sensitive_subjects_are_private(told, private):
    assert is_private(Circumstances(**told)) is private


def test_half_days_are_counted_in_both_languages():
    assert [half_days(n, "en") for n in (1, 3)] == ["1 half-day", "3 half-days"]
    assert half_days(3, "km").startswith("កន្លះថ្ងៃ")
