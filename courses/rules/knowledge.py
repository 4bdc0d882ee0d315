"""Knowledge tests: who gets which form, what a score is worth, and how long there is to answer."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

A, B = "A", "B"
#: Hundredths of a per cent that all points are.
ALL = 10_000
#: What a slow line may take on top of the minutes.
GRACE = timedelta(seconds=60)


class State(StrEnum):
    """Of a test at one moment of a run."""

    BEFORE = "before"
    OPEN = "open"
    CLOSED = "closed"


def state(opened_at: datetime | None, closed_at: datetime | None) -> State:
    if opened_at is None:
        return State.BEFORE
    return State.OPEN if closed_at is None else State.CLOSED


def other(form: str) -> str:
    """The parallel form."""
    return B if form == A else A


def first_forms(given: Iterable[str], waiting: Iterable[int]) -> dict[int, str]:
    """Forms for who waits, in order: each gets the one that fewer have, A where both are as many.
    So the halves of a group never differ by more than one person while nobody leaves it."""
    counts = Counter(given)
    forms = {}
    for who in waiting:
        forms[who] = A if counts[A] <= counts[B] else B
        counts[forms[who]] += 1
    return forms


def form_due(first: str, *, is_post: bool, taken_before: str | None = None) -> str:
    """The form of somebody whose first one it is, at that moment. At the end she gets the form that
    she did not have, also where she took another one at the beginning than was hers."""
    if not is_post:
        return first
    return other(taken_before or first)


def points_of(forms: dict[str, dict[str, list]]) -> int:
    """Points of the questions of a test, of which every form has as many; 0 without questions."""
    return max((len(asked) for told in forms.values() for asked in told.values()), default=0)


def worth(score: int, max_score: int) -> int:
    """A score in hundredths of a per cent, halves rounded up."""
    return (2 * score * ALL + max_score) // (2 * max_score)


def is_passed(score: int, max_score: int, percent: int) -> bool:
    return score * 100 >= percent * max_score


def ends_at(started_at: datetime, minutes: int | None) -> datetime | None:
    """When the time is up; None without a limit."""
    return None if minutes is None else started_at + timedelta(minutes=minutes)


def is_too_late(started_at: datetime, minutes: int | None, now: datetime) -> bool:
    """Whether answers that arrive now came after the time, with what a slow line may take."""
    end = ends_at(started_at, minutes)
    return end is not None and now > end + GRACE
