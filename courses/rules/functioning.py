"""The six questions on functioning (Washington Group Short Set): when they count, and how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

#: In the order in which they are asked; no other order, and never only some of them.
QUESTIONS = ("seeing", "hearing", "walking", "remembering", "self_care", "communicating")
LEVELS = (1, 2, 3, 4)
#: From here on it is "a lot of difficulty".
A_LOT = 3
#: Of fewer people nothing is told.
FEWEST = 10
LAST_DAY = date(2100, 1, 1)

#: A person, the day, the number of the row, and her six answers.
Answered = tuple[int, date, int, Sequence[int]]


def is_whole(levels: Iterable[int | None]) -> bool:
    """Whether all six are answered; fewer say nothing."""
    told = list(levels)
    return len(told) == len(QUESTIONS) and all(each in LEVELS for each in told)


def has_difficulty(levels: Iterable[int]) -> bool:
    """The cut-off of the Washington Group: at least one "a lot of difficulty" or "cannot do it"."""
    return any(level >= A_LOT for level in levels)


def spans(rows: Iterable[Answered]) -> Iterator[tuple[int, date, date, bool]]:
    """From which day to which day answers hold: until the person answers again. Of two on one day
    (records that were merged) the later row holds."""
    found: dict[int, dict[date, tuple[int, bool]]] = defaultdict(dict)
    for person, day, number, levels in rows:
        known = found[person].get(day)
        if known is None or known[0] < number:
            found[person][day] = number, has_difficulty(levels)
    for person, days in found.items():
        ordered = sorted(days)
        ends = [*(day - timedelta(days=1) for day in ordered[1:]), LAST_DAY]
        for day, end in zip(ordered, ends, strict=True):
            yield person, day, end, days[day][1]
