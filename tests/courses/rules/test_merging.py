"""When two records may become one, and which of two marks or places is the stronger."""

import pytest

from courses.rules.merging import Side, mark_strength, place_strength, why_not_merge


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
