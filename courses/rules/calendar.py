"""Which days a calendar shows: a month in whole weeks, a week, and the steps between them."""

from dataclasses import dataclass
from datetime import date, timedelta

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Span:
    """The days that are shown; of a month also those of other months that fill its weeks."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    @property
    def weeks(self) -> list[list[date]]:
        days = self.days
        return [days[n : n + DAYS_OF_A_WEEK] for n in range(0, len(days), DAYS_OF_A_WEEK)]


def month_of(day: date) -> Span:
    """The whole weeks, from Monday on, that hold the month of a day."""
    first = day.replace(day=1)
    return Span(week_of(first).first, week_of(next_month(day) - timedelta(days=1)).last)


def week_of(day: date) -> Span:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=DAYS_OF_A_WEEK - 1))


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
