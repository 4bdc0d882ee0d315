"""When people are asked what they did with a course, and how far the asking is."""

from dataclasses import dataclass
from datetime import date, timedelta

#: Days after completion between which somebody is asked (indicators L4 and L5).
FIRST_DAY, LAST_DAY = 80, 200
#: Tries after which the list says that it may be enough.
MANY_TRIES = 3


def due_on(met_on: date) -> date:
    return met_on + timedelta(days=FIRST_DAY)


def last_day(met_on: date) -> date:
    return met_on + timedelta(days=LAST_DAY)


@dataclass(frozen=True)
class Standing:
    """Facts about one completion; `consents` is None where the person was not asked yet."""

    met_on: date | None
    is_answered: bool = False
    has_refused: bool = False
    consents: bool | None = None


def state_of(standing: Standing, today: date) -> str:
    """`answered`, `refused`, `no_consent`, `not_completed`, `early`, `over` or `due`. Not asked is
    not agreed: who never said yes is not called."""
    if standing.is_answered:
        return "answered"
    if standing.met_on is None:
        return "not_completed"
    if standing.has_refused:
        return "refused"
    if not standing.consents:
        return "no_consent"
    if today < due_on(standing.met_on):
        return "early"
    return "over" if today > last_day(standing.met_on) else "due"
