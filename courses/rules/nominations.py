"""What an organization may do with its list of names, what it is told, and what looks wrong in it.

Nothing here takes a fact of another organization, so nothing of one can be told to another.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from courses.rules.khmer import match_key
from courses.rules.names import latin_key
from courses.rules.phones import parse_phones

LISTED, PLACE, WAITING, NOT_TAKEN = "listed", "place", "waiting", "not_taken"
ATTENDED, COMPLETED, DID_NOT_COME = "attended", "completed", "did_not_come"
TWICE, OTHER_ROLE, NO_ROLE, NO_SEX, PHONE = "twice", "other_role", "no_role", "no_sex", "phone"


@dataclass(frozen=True)
class AskedFor:
    """What decides whether the list may change; `used` counts its names, without those gone."""

    seats: int
    used: int
    deadline: date
    is_cancelled: bool = False
    is_closed: bool = False

    @property
    def seats_left(self) -> int:
        return max(0, self.seats - self.used)


def why_not_change(asked: AskedFor, *, today: date) -> str | None:
    """Code of the reason why the list stays as it is, or None."""
    if asked.is_cancelled:
        return "run_cancelled"
    if asked.is_closed or today > asked.deadline:
        return "too_late"
    return None


def why_not_add(asked: AskedFor, number: int, *, today: date) -> str | None:
    """Code of the reason why `number` names cannot be added, or None."""
    reason = why_not_change(asked, today=today)
    return reason or ("no_seats_left" if number > asked.seats_left else None)


@dataclass(frozen=True)
class Outcome:
    """What the records say of one nominated person on this run and nothing else."""

    state: str
    place: str = ""
    is_shared: bool = False
    had_to_wait: bool = False
    has_attended: bool = False
    is_completed: bool = False


def standing(outcome: Outcome, *, is_over: bool, has_waiting_list: bool) -> str:
    """What the organization is told. Somebody who has her place by another way is told as somebody
    new would be: `had_to_wait` while the run has a waiting list."""
    if outcome.state == "listed":
        return LISTED
    if outcome.state != "taken" or outcome.place in ("withdrawn", "declined", "substituted"):
        return NOT_TAKEN
    if outcome.is_completed:
        return COMPLETED
    if outcome.has_attended:
        return ATTENDED
    if is_over:
        return DID_NOT_COME
    waits = has_waiting_list and outcome.had_to_wait if outcome.is_shared else None
    if waits is None:
        waits = outcome.place in ("waitlisted", "offered", "requested")
    return WAITING if waits else PLACE


@dataclass(frozen=True)
class Named:
    """A person as the organization wrote her."""

    name_km: str
    name_latin: str
    sex: str
    role: str
    phone: str = ""
    employee_number: str = ""

    @property
    def key(self) -> str:
        return match_key(self.name_km) or latin_key(self.name_latin)


def problems(
    people: Iterable[Named], roles: Collection[str], *, region: str
) -> list[tuple[str, ...]]:
    """For each person the codes of what the organization may want to put right. The same name with
    two different employee numbers is two people."""
    people = list(people)
    keys = Counter(_identity(person) for person in people)
    bare = Counter(person.key for person in people)
    unnumbered = {person.key for person in people if not person.employee_number}
    found = []
    for person in people:
        repeated = keys[_identity(person)] > 1
        blurred = bare[person.key] > 1 and person.key in unnumbered
        found.append(tuple(_problems(person, roles, repeated or blurred, region)))
    return found


def _identity(person: Named) -> tuple[str, str]:
    return person.key, person.employee_number


def _problems(person: Named, roles: Collection[str], is_twice: bool, region: str):
    if is_twice:
        yield TWICE
    if not person.role:
        yield NO_ROLE
    elif roles and person.role not in roles:
        yield OTHER_ROLE
    if person.sex == "not_stated":
        yield NO_SEX
    if any(phone.problem for phone in parse_phones(person.phone, region)):
        yield PHONE


def women_missing(people: Iterable[Named], women_percent: int | None) -> int:
    """How many women more would bring the list to the share asked for; advice, never a rule."""
    people = list(people)
    if not people or not women_percent:
        return 0
    wanted = -(-len(people) * women_percent // 100)
    return max(0, wanted - sum(person.sex == "female" for person in people))
