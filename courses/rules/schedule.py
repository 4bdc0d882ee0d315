"""Sessions from a pattern: which days and half-days a run takes place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

MORNING = (time(8, 0), time(11, 0))
AFTERNOON = (time(13, 30), time(16, 30))
SUNDAY = 6
WEEK = 7
DAY = timedelta(days=1)
NO_DAYS: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Step:
    """A session of a delivery pattern. `days_after` counts from the step before: 0 is the same day,
    1 the next training day, more that many days later. `pause` is in minutes."""

    starts: time
    ends: time
    days_after: int = 0
    pause: int = 0
    title: str = ""
    counts_heads: bool = False


@dataclass(frozen=True)
class Pattern:
    """`days` training days, `every` days apart; each day has the given (start, end) times.

    With `every` 1 the days follow each other and Sundays are left out.
    """

    first_day: date
    days: int
    times: tuple[tuple[time, time], ...]
    every: int = 1

    @property
    def steps(self) -> Iterator[Step]:
        for day in range(self.days):
            for place, (starts, ends) in enumerate(sorted(self.times)):
                yield Step(starts, ends, days_after=0 if place or not day else self.every)


@dataclass(frozen=True)
class Slot:
    """A session to be: naive local start and end, the break in it in minutes, its title, and
    whether heads are counted in it and no names taken."""

    starts: datetime
    ends: datetime
    pause: int = 0
    title: str = ""
    counts_heads: bool = False

    @property
    def minutes(self) -> int:
        """How long it trains: without the break."""
        return int((self.ends - self.starts).total_seconds() // 60) - self.pause


def slots_of(pattern: Pattern, holidays: frozenset[date] = NO_DAYS) -> tuple[Slot, ...]:
    """The sessions of the pattern in order of time."""
    return slots_by(pattern.steps, pattern.first_day, holidays)


def slots_by(
    steps: Iterable[Step], first_day: date, holidays: frozenset[date] = NO_DAYS
) -> tuple[Slot, ...]:
    """The sessions of the steps from the first day on, which is taken as it is.

    Sundays and holidays are no training days; what falls on one moves to the next training day, and
    what comes whole weeks later keeps its weekday, Sundays too. A session that moved does not move
    those that come a number of days after it.
    """
    slots: list[Slot] = []
    day = due = first_day
    for step in steps:
        if slots and step.days_after == 1:
            day = due = _training_day(day + DAY, holidays)
        elif slots and step.days_after:
            due += step.days_after * DAY
            is_free = due.weekday() == SUNDAY and step.days_after % WEEK
            moves = is_free or due in holidays or due <= day
            day = _training_day(max(due, day + DAY), holidays) if moves else due
        starts, ends = datetime.combine(day, step.starts), datetime.combine(day, step.ends)
        slots.append(Slot(starts, ends, step.pause, step.title, step.counts_heads))
    return tuple(slots)


def _training_day(day: date, holidays: frozenset[date]) -> date:
    """The day, or the first one after it that is neither a Sunday nor a holiday."""
    while day.weekday() == SUNDAY or day in holidays:
        day += DAY
    return day


def steps_of(slots: Iterable[Slot]) -> tuple[Step, ...]:
    """The pattern that these sessions follow, so that they can be held again from another day on. A
    Sunday between two of them makes no gap."""
    ordered = sorted(slots, key=lambda slot: slot.starts)
    gaps = [0, *(_gap(one.starts.date(), other.starts.date()) for one, other in pairwise(ordered))]
    return tuple(
        Step(slot.starts.time(), slot.ends.time(), gap, slot.pause, slot.title, slot.counts_heads)
        for slot, gap in zip(ordered, gaps, strict=True)
    )


def _gap(one: date, other: date) -> int:
    days = (other - one).days
    return 1 if days == 2 and (one + DAY).weekday() == SUNDAY else days


def same_weekday_after(day: date, today: date) -> date:
    """The first day after today on the weekday of `day`."""
    return today + ((day.weekday() - today.weekday() - 1) % WEEK + 1) * DAY
