"""Periods of reports that are made again and again."""

from collections.abc import Iterator
from datetime import date, timedelta

from courses.rules.targets import Span

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def period_of(every: str, day: date) -> Span:
    """The first and the last day of the month, quarter, half-year or year of a day."""
    months = MONTHS[every]
    number = (day.year * 12 + day.month - 1) // months * months
    return _first(number), _first(number + months) - timedelta(days=1)


def _first(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def due_periods(every: str, begins_on: date, days_after: int, today: date) -> Iterator[Span]:
    """The periods from that of a day on, so many days after the end of each, in their order."""
    start, end = period_of(every, begins_on)
    while end + timedelta(days=days_after) <= today:
        yield start, end
        start, end = period_of(every, end + timedelta(days=1))
