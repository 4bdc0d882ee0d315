"""When an action of a factory may be written, closed and dropped, and whether it is late."""

from dataclasses import dataclass
from datetime import date, timedelta

#: Nobody plans further ahead than this many days.
FURTHEST = 3 * 366


@dataclass(frozen=True)
class Seen:
    """What shows that an action is done: on which day who saw what, and whether a file is kept."""

    on: date
    by: str
    note: str = ""
    has_file: bool = False


def why_not_agreed(agreed_on: date, due_on: date, today: date) -> str:
    """`agreed_ahead`, `due_before` or `due_far`; "" where the days fit."""
    if agreed_on > today:
        return "agreed_ahead"
    if due_on < agreed_on:
        return "due_before"
    return "due_far" if due_on > agreed_on + timedelta(days=FURTHEST) else ""


def why_not_done(seen: Seen, agreed_on: date, today: date) -> str:
    """`seen_ahead`, `seen_before`, `nobody_saw` or `no_evidence`; "" where it is shown: by a file
    or by words, and by whom it was seen."""
    if seen.on > today:
        return "seen_ahead"
    if seen.on < agreed_on:
        return "seen_before"
    if not seen.by:
        return "nobody_saw"
    return "" if seen.note or seen.has_file else "no_evidence"


def is_overdue(is_open: bool, due_on: date, today: date) -> bool:
    """On the day itself there is still time."""
    return is_open and due_on < today
