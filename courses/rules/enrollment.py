"""Whether somebody may come onto a run, and where: a place, the waiting list or a request."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RunFacts:
    """What decides about a place. `taken` counts enrolled people, `ends_on` the last day."""

    policy: str
    capacity: int
    taken: int
    is_cancelled: bool = False
    is_closed: bool = False
    ends_on: date | None = None


def why_not_enroll(run: RunFacts, *, today: date, by_themselves: bool) -> str | None:
    """Code of the reason why nobody can be added to the run, or None."""
    if run.is_cancelled:
        return "run_cancelled"
    if run.is_closed:
        return "run_closed"
    if by_themselves and run.ends_on is not None and run.ends_on < today:
        return "run_over"
    if by_themselves and run.policy == "invitation":
        return "by_invitation"
    return None


def placement(run: RunFacts, *, by_themselves: bool) -> str:
    """Status of a new enrolment: `enrolled`, `waitlisted` or `requested`."""
    if by_themselves and run.policy == "request":
        return "requested"
    return "enrolled" if run.taken < run.capacity else "waitlisted"


def seats_free(run: RunFacts) -> int:
    return max(0, run.capacity - run.taken)
