"""When people are reminded of a training day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class Reminder:
    """A reminder of `day`, `ahead` days before; due from `since` on."""

    day: date
    ahead: int
    since: datetime


def reminders_due(
    days: Iterable[date], now: datetime, *, ahead: Iterable[int], hour: int
) -> list[Reminder]:
    """The reminders of a run that are due at `now` (local time), at most one for each day: the one
    nearest to it. A day that follows another one within the longest time ahead is told with that.
    """
    aheads = sorted(set(ahead))
    if not aheads:
        return []
    gap, due, last = timedelta(days=max(aheads[-1], 1)), [], None
    for day in sorted(set(days)):
        follows = last is not None and day - last <= gap
        last = day
        if follows or day < now.date():
            continue
        for number in aheads:
            since = datetime.combine(day - timedelta(days=number), time(hour), now.tzinfo)
            if since <= now:
                due.append(Reminder(day, number, since))
                break
    return due
