"""Whether a row of a list speaks of a person who is known: never by name or phone alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from courses.rules.names import latin_letters, latin_skeleton


@dataclass(frozen=True)
class Traits:
    """What a row or a record tells about a person. `employer` is the id of an organization."""

    key_km: str = ""
    name_latin: str = ""
    sex: str = ""
    birth_year: int | None = None
    phones: frozenset[str] = frozenset()
    employer: int | None = None
    employee_number: str = ""


@dataclass(frozen=True)
class Known:
    """A person on record: her traits, the numbers she has had, and whether she is on the run.

    `employer` in `traits` is the one on the run, where she is on it.
    """

    person: int
    traits: Traits
    numbers: frozenset[tuple[int, str]] = frozenset()
    employers: frozenset[int] = frozenset()
    is_on_run: bool = False


@dataclass
class KnownPeople:
    """Candidates, each of whom answers to one row only."""

    candidates: Iterable[Known]
    _by_number: dict = field(default_factory=lambda: defaultdict(list))
    _by_phone: dict = field(default_factory=lambda: defaultdict(list))
    _by_name: dict = field(default_factory=lambda: defaultdict(list))
    _taken: set = field(default_factory=set)

    def __post_init__(self):
        for known in self.candidates:
            for number in known.numbers:
                self._by_number[number].append(known)
            for phone in known.traits.phones:
                self._by_phone[phone].append(known)
            for key in _name_keys(known.traits):
                self._by_name[key].append(known)

    def take(self, row: Traits) -> int | None:
        """The person whom a row speaks of, who is then taken; None for somebody new."""
        for known in self._in_order_of_trust(row):
            if known.person not in self._taken:
                self._taken.add(known.person)
                return known.person
        return None

    def _in_order_of_trust(self, row: Traits) -> Iterator[Known]:
        for known in self._by_number.get((row.employer, row.employee_number), ()):
            if _names_are_alike(row, known.traits):
                yield known
        for phone in sorted(row.phones):
            for known in self._by_phone.get(phone, ()):
                if _have_one_name(row, known.traits) and not _contradict(row, known):
                    yield known
        namesakes = [known for key in _name_keys(row) for known in self._by_name.get(key, ())]
        for known in namesakes:
            is_here = known.is_on_run and known.traits.employer == row.employer
            if is_here and not _contradict(row, known) and not _have_other_phones(row, known):
                yield known
        for known in namesakes:
            is_colleague = row.employer in known.employers
            has_birth_year = row.birth_year and row.birth_year == known.traits.birth_year
            if is_colleague and has_birth_year and not _contradict(row, known):
                yield known


def _name_keys(traits: Traits) -> tuple[str, ...]:
    keys = (traits.key_km, latin_letters(traits.name_latin))
    return tuple(key for key in keys if key)


def _have_one_name(row: Traits, known: Traits) -> bool:
    return bool(set(_name_keys(row)) & set(_name_keys(known)))


def _names_are_alike(row: Traits, known: Traits) -> bool:
    """Also true where one is known in Khmer and the other in Latin only: nothing speaks against."""
    if _have_one_name(row, known):
        return True
    if row.name_latin and known.name_latin:
        return latin_skeleton(row.name_latin) == latin_skeleton(known.name_latin)
    return not (row.key_km and known.key_km)


def _contradict(row: Traits, known: Known) -> bool:
    """Whether both tell something about sex, year of birth or employee number, and it differs."""
    here = {number for employer, number in known.numbers if employer == row.employer}
    return (
        _differ(row.sex, known.traits.sex)
        or _differ(row.birth_year, known.traits.birth_year)
        or bool(row.employee_number and here and row.employee_number not in here)
    )


def _differ(mine: object, theirs: object) -> bool:
    return bool(mine and theirs and mine != theirs)


def _have_other_phones(row: Traits, known: Known) -> bool:
    phones = known.traits.phones
    return bool(row.phones and phones and not row.phones & phones)
