"""Why a figure is another one than when the report was frozen: one cause for each that is gone and
for each that came since, so that causes add up to the difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Cause(StrEnum):
    """In the order in which one of several is taken."""

    MERGED = "merged"
    UNMERGED = "unmerged"
    CANCELLED = "cancelled"
    LATE = "late"
    CORRECTED = "corrected"
    PLACE = "place"
    VERDICT = "verdict"
    OTHER = "other"


@dataclass(frozen=True)
class Standing:
    """What is on record of an attendance today. `first` and `last` are when it was first and last
    written, None where nobody wrote it."""

    is_called_off: bool = False
    is_enrolled: bool = True
    place_since: datetime | None = None
    is_here: bool = True
    first: datetime | None = None
    last: datetime | None = None
    closed_at: datetime | None = None


def why_gone(mark: Standing) -> Cause:
    """Why an attendance does not count any more."""
    if mark.is_called_off:
        return Cause.CANCELLED
    if not mark.is_here:
        return Cause.CORRECTED
    return Cause.OTHER if mark.is_enrolled else Cause.PLACE


def why_new(mark: Standing, as_at: datetime) -> Cause:
    """Why an attendance counts that did not count in facts of that moment."""
    if mark.first and mark.first > as_at:
        return Cause.LATE
    if mark.last and mark.last > as_at:
        return Cause.CORRECTED
    if mark.place_since and mark.place_since > as_at:
        return Cause.PLACE
    if mark.closed_at and mark.closed_at > as_at:
        return Cause.LATE
    return Cause.OTHER


def chief(causes: Iterable[Cause], otherwise: Cause = Cause.OTHER) -> Cause:
    """One of several causes."""
    order = list(Cause)
    return min(causes, key=order.index, default=otherwise)
