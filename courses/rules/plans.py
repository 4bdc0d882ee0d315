"""A run's plan as participants know it: when and where, in words and as a mark to compare."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from courses.rules.calendar_words import clock_range, date_without_year, listed_dates, span

LONGEST_SCHEDULE = 12


@dataclass(frozen=True)
class Slot:
    """Local start and end of a session that takes place."""

    starts: datetime
    ends: datetime


def fingerprint(venue: object, slots: Iterable[tuple[datetime, datetime, object]]) -> str:
    """A mark that changes when a venue, a day or a time changes, and with nothing else. Slots are
    their start, their end and a venue of their own, or None."""
    times = sorted(
        f"{starts.timestamp():.0f}-{ends.timestamp():.0f}-{own or ''}"
        for starts, ends, own in slots
    )
    return hashlib.sha256("|".join([str(venue), *times]).encode()).hexdigest()[:32]


def dates_of(slots: Sequence[Slot], language: str) -> str:
    """Tuesday 1 and Wednesday 2 December; a span for more than three days."""
    return listed_dates((slot.starts.date() for slot in slots), language)


def times_of(slots: Sequence[Slot], language: str) -> str:
    """08:00–11:00, 13:30–16:30; each once, however many days."""
    ranges = {(f"{slot.starts:%H:%M}", f"{slot.ends:%H:%M}"): slot for slot in slots}
    said = [clock_range(slot.starts, slot.ends, language) for _key, slot in sorted(ranges.items())]
    return (" " if language.startswith("km") else ", ").join(said)


def schedule_of(slots: Sequence[Slot], language: str) -> str:
    """One line for each day with its times; the span and the times where there are many days."""
    days: dict[date, list[Slot]] = {}
    for slot in sorted(slots, key=lambda each: each.starts):
        days.setdefault(slot.starts.date(), []).append(slot)
    if len(days) > LONGEST_SCHEDULE:
        return f"{span(min(days), max(days), language)}, {times_of(slots, language)}"
    joint = " ម៉ោង " if language.startswith("km") else ", "
    return "\n".join(
        f"{date_without_year(day, language)}{joint}{times_of(theirs, language)}"
        for day, theirs in days.items()
    )
