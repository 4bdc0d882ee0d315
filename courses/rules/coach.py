"""Who on a run needs her trainer, most first."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from courses.rules.completion import Verdict
from courses.rules.progress import HalfDay, Outlook

#: What is missing although it was tried.
FAILED = {"test_result", "task_result"}


class Need(IntEnum):
    """The smaller, the sooner somebody should talk with her."""

    LOST = 0
    UNSEEN = 1
    BEHIND = 2
    OPEN = 3
    ON_WAY = 4
    DONE = 5


def need(
    verdict: Verdict, ahead: Outlook, half_days: Sequence[HalfDay], seen: datetime | None
) -> Need:
    """`LOST` cannot complete on this run any more, `UNSEEN` was not seen although it has begun,
    `BEHIND` missed a half-day or had too few points, `OPEN` has something to do besides coming."""
    if verdict.is_met:
        return Need.DONE
    over = [each for each in half_days if each.is_over or each.presence]
    if half_days and not (ahead.is_met or ahead.next_one or ahead.is_waiting):
        return Need.LOST
    if over and seen is None:
        return Need.UNSEEN
    codes = {each.code for each in verdict.missing}
    if codes & FAILED or any(each.presence and not each.was_attended for each in over):
        return Need.BEHIND
    return Need.OPEN if ahead.is_met else Need.ON_WAY


def latest(*moments: datetime | None) -> datetime | None:
    return max((each for each in moments if each), default=None)
