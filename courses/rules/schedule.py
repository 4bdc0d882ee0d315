"""Sessions from a pattern: which days and half-days a run takes place."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MORNING = (time(8, 0), time(11, 0))
AFTERNOON = (time(13, 30), time(16, 30))
SUNDAY = 6


@dataclass(frozen=True)
class Pattern:
    """`days` training days, `every` days apart; each day has the given (start, end) times.

    With `every` 1 the days follow each other and Sundays are left out.
    """

    first_day: date
    days: int
    times: tuple[tuple[time, time], ...]
    every: int = 1


@dataclass(frozen=True)
class Slot:
    """A session to be: naive local start and end, and its length in minutes."""

    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> int:
        return int((self.ends - self.starts).total_seconds() // 60)


def slots_of(pattern: Pattern) -> tuple[Slot, ...]:
    """The sessions of the pattern in order of time."""
    return tuple(
        Slot(datetime.combine(day, start), datetime.combine(day, end))
        for day in training_days(pattern)
        for start, end in sorted(pattern.times)
    )


def training_days(pattern: Pattern) -> list[date]:
    days: list[date] = []
    day = pattern.first_day
    while len(days) < pattern.days:
        if pattern.every > 1 or day.weekday() != SUNDAY or day == pattern.first_day:
            days.append(day)
            day += timedelta(days=pattern.every)
        else:
            day += timedelta(days=1)
    return days
