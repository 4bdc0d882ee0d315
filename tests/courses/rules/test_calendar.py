"""Which days a calendar shows."""

from datetime import date

import pytest

from courses.rules.calendar import month_before, month_of, next_month, week_of


def test_a_month_is_shown_in_whole_weeks():
    span = month_of(date(2026, 12, 24))

    assert (span.first, span.last) == (date(2026, 11, 30), date(2027, 1, 3))
    assert [len(week) for week in span.weeks] == [7] * 5


def test_a_month_that_fills_its_weeks_shows_no_other_day():
    span = month_of(date(2027, 2, 1))

    assert (span.first, span.last) == (date(2027, 2, 1), date(2027, 2, 28))


def test_a_week_is_monday_to_sunday():
    assert week_of(date(2026, 12, 6)).days == [date(2026, 11, 30)] + [
        date(2026, 12, day) for day in range(1, 7)
    ]


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2026, 1, 31), date(2025, 12, 1), date(2026, 2, 1)),
        (date(2026, 12, 1), date(2026, 11, 1), date(2027, 1, 1)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 1)),
    ],
)
def test_the_months_beside_a_day(day, before, after):
    assert (month_before(day), next_month(day)) == (before, after)
