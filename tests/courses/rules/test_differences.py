"""Which cause stands for a change."""

from datetime import datetime

import pytest

from courses.rules.differences import Cause, Standing, chief, why_gone, why_new

BEFORE, THEN, SINCE = (datetime(2026, 1, day) for day in (1, 2, 3))


@pytest.mark.parametrize(
    ("standing", "cause"),
    [
        (Standing(is_called_off=True, is_here=False, is_enrolled=False), Cause.CANCELLED),
        (Standing(is_here=False, is_enrolled=False), Cause.CORRECTED),
        (Standing(is_enrolled=False), Cause.PLACE),
        (Standing(), Cause.OTHER),
    ],
)
def test_why_an_attendance_is_gone(standing, cause):
    assert why_gone(standing) == cause


@pytest.mark.parametrize(
    ("standing", "cause"),
    [
        (Standing(first=SINCE, last=SINCE, place_since=SINCE), Cause.LATE),
        (Standing(first=BEFORE, last=SINCE, closed_at=SINCE), Cause.CORRECTED),
        (Standing(first=BEFORE, last=BEFORE, place_since=SINCE, closed_at=SINCE), Cause.PLACE),
        (Standing(first=BEFORE, last=BEFORE, place_since=BEFORE, closed_at=SINCE), Cause.LATE),
        (Standing(first=THEN, last=THEN, place_since=THEN, closed_at=THEN), Cause.OTHER),
        (Standing(), Cause.OTHER),
    ],
)
def test_why_an_attendance_is_new(standing, cause):
    assert why_new(standing, THEN) == cause


def test_one_of_several_causes_stands_for_all():
    assert chief({Cause.OTHER, Cause.LATE}) == Cause.LATE
    assert chief([]) == Cause.OTHER
    assert chief([], Cause.VERDICT) == Cause.VERDICT
