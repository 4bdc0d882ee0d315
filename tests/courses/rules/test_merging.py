"""When two records may become one, and which of two marks or places is the stronger."""

import pytest

from courses.rules.merging import (
    Side,
    Weight,
    mark_strength,
    place_strength,
    which_stays,
    why_not_merge,
)


@pytest.mark.parametrize(
    ("kept", "absorbed", "reason"),
    [
        (Side(1), Side(2), None),
        (Side(1, login=7), Side(2), None),
        (Side(1), Side(2, login=7), None),
        (Side(1), Side(1), "same_person"),
        (Side(1), Side(2, merged_into=1), "already_merged"),
        (Side(1), Side(2, merged_into=3), "merged_meanwhile"),
        (Side(1, merged_into=3), Side(2), "merged_meanwhile"),
        (Side(1, login=7), Side(2, login=8), "two_logins"),
    ],
)
def test_why_not(kept, absorbed, reason):
    assert why_not_merge(kept, absorbed) == reason


def test_marks_are_ordered_by_minutes_and_then_by_having_been_there():
    marks = [("absent", 0), ("excused", 0), ("late", 0), ("late", 120), ("late", 180)]
    marks.append(("present", 180))

    assert sorted(marks, key=lambda mark: mark_strength(*mark)) == marks


def test_a_seat_is_the_strongest_place():
    places = ["withdrawn", "requested", "waitlisted", "enrolled"]

    assert sorted(places, key=place_strength) == places
    assert place_strength("declined") == place_strength("withdrawn")


@pytest.mark.parametrize(
    ("one", "other", "stays"),
    [
        (Weight(1, has_login=True), Weight(2, runs=9, details=9), 1),
        (Weight(1, runs=1, details=9), Weight(2, runs=2), 2),
        (Weight(1, details=3), Weight(2, details=4), 2),
        (Weight(2, details=3), Weight(1, details=3), 1),
    ],
)
def test_the_record_that_more_speaks_for_stays(one, other, stays):
    assert which_stays(one, other) == which_stays(other, one) == stays
