"""When two records of people may become one, which should stay, and which mark is the stronger."""

from dataclasses import dataclass

#: From the strongest to the weakest; a place that is not named is none.
PRESENCES = ("present", "late", "left_early", "excused", "absent")
PLACES = ("enrolled", "offered", "waitlisted", "requested", "guest")


@dataclass(frozen=True)
class Side:
    """One of the two records: its id, the record it was merged into, its login, whether it is
    erased."""

    person: int
    merged_into: int | None = None
    login: int | None = None
    is_erased: bool = False


@dataclass(frozen=True)
class Weight:
    """What speaks for keeping a record: a login, the runs on it, the details that it has."""

    person: int
    has_login: bool = False
    runs: int = 0
    details: int = 0


def which_stays(one: Weight, other: Weight) -> int:
    """The person whose record should stay: with a login, else with more runs, else with more
    details, else the older one."""
    best = max(one, other, key=lambda each: (each.has_login, each.runs, each.details, -each.person))
    return best.person


def why_not_merge(kept: Side, absorbed: Side) -> str | None:
    """A code that says why these two cannot be merged, or None when they can."""
    if kept.person == absorbed.person:
        return "same_person"
    if kept.is_erased or absorbed.is_erased:
        return "erased"
    if absorbed.merged_into == kept.person:
        return "already_merged"
    if kept.merged_into or absorbed.merged_into:
        return "merged_meanwhile"
    if kept.login and absorbed.login:
        return "two_logins"
    return None


def mark_strength(presence: str, credited_minutes: int) -> tuple[int, int]:
    """Orders marks: more minutes credited are stronger, and so is to have been there."""
    return credited_minutes, -PRESENCES.index(presence)


def place_strength(status: str) -> int:
    """Orders places on a run: a seat, the waiting list, a request, and everything else."""
    return len(PLACES) - PLACES.index(status) if status in PLACES else 0
