"""When a report is due, and of which days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.report_periods import due_periods, period_of

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("every", "start", "end"),
    [
        ("month", date(2028, 2, 1), date(2028, 2, 29)),
        ("quarter", date(2028, 1, 1), date(2028, 3, 31)),
        ("half_year", date(2028, 1, 1), date(2028, 6, 30)),
        ("year", date(2028, 1, 1), date(2028, 12, 31)),
    ],
)
def test_the_period_in_which_a_day_lies(every, start, end):
    assert period_of(every, date(2028, 2, 29)) == (start, end)


def test_it_is_due_so_many_days_after_its_end():
    asked = ("quarter", date(2026, 2, 1), 14)

    assert list(due_periods(*asked, date(2026, 4, 13))) == []
    assert list(due_periods(*asked, date(2026, 4, 14))) == [(date(2026, 1, 1), date(2026, 3, 31))]


def test_what_was_missed_comes_in_its_order():
    found = list(due_periods("month", date(2025, 11, 5), 0, date(2026, 1, 31)))
    assert [start.month for start, _end in found] == [11, 12, 1]


@given(st.sampled_from(["month", "quarter", "half_year", "year"]), DAYS)
def test_periods_touch_and_do_not_overlap(every, day):
    start, end = period_of(every, day)

    assert start <= day <= end
    assert period_of(every, start) == period_of(every, end) == (start, end)
    assert period_of(every, end + timedelta(days=1))[0] == end + timedelta(days=1)
