"""The demo's patterns plan what its runs look like."""

from datetime import date, timedelta

import pytest

from courses.rules.schedule import Step, slots_by
from lms.demo.plan import DELIVERIES
from lms.demo.planning import NAMES, holidays, slots_of

MONDAY = date(2026, 6, 1)


def days(code):
    steps = [Step(start, end, days_after=after) for after, start, end in slots_of(DELIVERIES[code])]
    return [(slot.starts.date() - MONDAY).days for slot in slots_by(steps, MONDAY)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("OSHC", [0, 0, 1, 1]),
        ("SST", [0, 0, 1, 1, 35, 35, 36, 36]),
        ("ESS", [0, 7, 14, 21, 28, 35]),
        ("TUL", [day for month in range(6) for day in (28 * month,) * 2 + (28 * month + 1,) * 2]),
    ],
)
def test_a_pattern_is_what_the_course_is_known_for(code, found):
    assert days(code) == found


def test_every_course_has_a_name_for_its_delivery():
    assert set(NAMES) == set(DELIVERIES)


def test_holidays_are_days_of_their_years():
    found = list(holidays(range(2025, 2028)))

    assert {first.year for first, *_rest in found} == {2025, 2026, 2027}
    assert all(timedelta(0) <= last - first <= timedelta(3) for first, last, *_rest in found)
