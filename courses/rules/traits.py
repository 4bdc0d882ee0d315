"""What is known about a person when two are compared: a description, and a person on record."""

from dataclasses import dataclass
from functools import cached_property

from courses.rules import keys, names


@dataclass(frozen=True)
class Traits:
    """What a row, a form or a record tells about a person. `employer` is the id of an organization;
    `record` is the id of the person whose own record this is, None for somebody described."""

    key_km: str = ""
    name_latin: str = ""
    sex: str = ""
    birth_year: int | None = None
    phones: frozenset[str] = frozenset()
    employer: int | None = None
    employee_number: str = ""
    birth_year_is_estimated: bool = False
    shared_phones: frozenset[str] = frozenset()
    record: int | None = None

    @cached_property
    def latin_key(self) -> str:
        return names.latin_key(self.name_latin)

    @cached_property
    def latin_letters(self) -> str:
        return names.latin_letters(self.name_latin)

    @cached_property
    def sound_key(self) -> str:
        """As in the column that people are found by."""
        return names.sound_key(self.name_latin)[: keys.LONGEST_KEY_SOUND]


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
