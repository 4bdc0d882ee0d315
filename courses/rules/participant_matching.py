"""Candidates among people on record, found by what they have in common with a description; in a
list, each person answers to one row only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from courses.rules.matching import SAME_BITS, Match, Verdict, judge, name_suffices
from courses.rules.traits import Known, Traits


@dataclass
class KnownPeople:
    """Candidates by clue. `among` is how many people the register has, `taken` are the people who
    answer to a row already. `standing` says which organization a merged one is part of; candidates
    are told by the standing ones."""

    candidates: Iterable[Known]
    among: int = 1
    taken: set[int] = field(default_factory=set)
    standing: Mapping[int, int] = field(default_factory=dict)
    _by_clue: dict = field(default_factory=lambda: defaultdict(list))
    _on_run: int = 0

    def __post_init__(self):
        for known in self.candidates:
            self._on_run += known.is_on_run
            for clue in _clues_to(known):
                self._by_clue[clue].append(known)

    def take(self, row: Traits) -> int | None:
        """The person whom a row speaks of, who is then taken; None for somebody new."""
        for match in self.alike(row, least=SAME_BITS):
            if match.verdict == Verdict.SAME and match.person not in self.taken:
                self.taken.add(match.person)
                return match.person
        return None

    def alike(self, told: Traits, *, least: float) -> list[Match]:
        """Everybody with a score of at least `least`, the likeliest first. Compared are those who
        share a phone, an employee number or a name; a name alone only where it could suffice."""
        told = replace(told, employer=self.standing.get(told.employer, told.employer))
        clues = _clues_in(told, with_names=name_suffices(told, self.among, least))
        found = {known.person: known for clue in clues for known in self._by_clue.get(clue, ())}
        found.pop(told.record, None)
        judged = (
            judge(told, known, among=self._number_of(known), least=least)
            for known in found.values()
        )
        matches = [match for match in judged if match]
        return sorted(matches, key=lambda match: (-match.score, match.person))

    def _number_of(self, known: Known) -> int:
        return self._on_run if known.is_on_run else self.among


def _clues_in(told: Traits, *, with_names: bool) -> list[tuple]:
    clues: list[tuple] = [("phone", phone) for phone in sorted(told.phones)]
    if told.employee_number:
        clues.append(("number", told.employer, told.employee_number))
    names = _names_of(told)
    clues += [("on run", *name) for name in names]
    clues += [("colleague", told.employer, *name) for name in names]
    return clues + names if with_names else clues


def _clues_to(known: Known) -> list[tuple]:
    clues: list[tuple] = [("phone", phone) for phone in known.traits.phones]
    clues += [("number", *number) for number in known.numbers]
    names = _names_of(known.traits)
    if known.is_on_run:
        clues += [("on run", *name) for name in names]
    clues += [("colleague", employer, *name) for employer in known.employers for name in names]
    return clues + names


def _names_of(traits: Traits) -> list[tuple]:
    keys = (("khmer", traits.key_km), ("sound", traits.sound_key))
    return [key for key in keys if key[1]]
