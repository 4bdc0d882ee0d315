"""Figures of people who came by name, and of those who completed."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from tests.reference.places import (
    ONE_PLACE,
    Fact,
    Scope,
    all_attendances,
    is_counted,
    is_guest,
)

PERSON_DAY_MINUTES = 360
DECIDING = {"supervisor", "manager", "union_leader", "union_leader_federation"}


def came(scope: Scope) -> list[Fact]:
    """The attendances of the period that fit."""
    return [
        fact
        for facts in all_attendances(scope.world)
        for fact in facts
        if scope.holds(fact.day) and scope.fits(fact)
    ]


def latest(facts: Iterable[Fact]) -> dict[int, Fact]:
    """Of each person the last attendance; of two at one moment that of the higher enrolment."""
    found = {}
    for fact in facts:
        person = fact.enrollment.person.id
        if person not in found or _when(fact) > _when(found[person]):
            found[person] = fact
    return found


def _when(fact: Fact) -> tuple:
    return fact.session.starts_at, fact.enrollment.id


def people(scope: Scope, facts: list[Fact], wanted=None) -> dict[tuple, int]:
    """Different people by cell, each where the last of the facts was if the table only has
    dimensions with one place for each; `wanted` keeps these people only."""
    last = latest(facts)
    if set(scope.by) <= ONE_PLACE:
        facts = last.values()
    cells = defaultdict(set)
    for fact in facts:
        person = fact.enrollment.person.id
        if wanted is None or person in wanted:
            for cell in scope.cells(fact):
                cells[cell].add(person)
    return {cell: len(found) for cell, found in cells.items()}


def reached(scope: Scope) -> dict[tuple, int]:
    return people(scope, came(scope))


def new(scope: Scope) -> dict[tuple, int]:
    return people(scope, came(scope), _new_people(scope))


def returning(scope: Scope) -> dict[tuple, int]:
    everybody = {place.person.id for place in scope.world.enrollments.values()}
    return people(scope, came(scope), everybody - _new_people(scope))


def _new_people(scope: Scope) -> set[int]:
    """Whose first attendance ever, of whatever and wherever, falls into the period."""
    first = {}
    for facts in all_attendances(scope.world):
        for fact in facts:
            person = fact.enrollment.person.id
            first[person] = min(first.get(person, fact.day), fact.day)
    return {person for person, day in first.items() if scope.holds(day)}


def women_who_decide(scope: Scope) -> dict[tuple, int]:
    facts = came(scope)
    wanted = {
        person
        for person, fact in latest(facts).items()
        if fact.enrollment.person.sex == "female" and fact.enrollment.role in DECIDING
    }
    return people(scope, facts, wanted)


def first_of_runs(scope: Scope) -> list[Fact]:
    """Participations: the first attendance of every person on a run, if it falls into the period
    and fits."""
    first = {}
    for facts in all_attendances(scope.world):
        if is_guest(facts[0].enrollment):
            continue
        key = facts[0].enrollment.person.id, facts[0].run.id
        if key not in first or _when(facts[0]) < _when(first[key]):
            first[key] = facts[0]
    return [fact for fact in first.values() if scope.holds(fact.day) and scope.fits(fact)]


def number(scope: Scope, facts: Iterable[Fact]) -> dict[tuple, int]:
    """How many facts stand in each cell."""
    cells = defaultdict(int)
    for fact in facts:
        for cell in scope.cells(fact):
            cells[cell] += 1
    return dict(cells)


def total(scope: Scope, facts: Iterable[Fact]) -> dict[tuple, object]:
    """What the weights of the facts add up to in each cell."""
    cells = defaultdict(int)
    for fact in facts:
        for cell in scope.cells(fact):
            cells[cell] += fact.weight
    return dict(cells)


def share(parts: dict[tuple, int], wholes: dict[tuple, int]) -> dict[tuple, Fraction]:
    """Parts of wholes, for every cell in which there is a whole."""
    return {cell: Fraction(parts.get(cell, 0), whole) for cell, whole in wholes.items() if whole}


def participations(scope: Scope) -> dict[tuple, int]:
    return number(scope, first_of_runs(scope))


def marks(scope: Scope) -> dict[tuple, int]:
    return number(scope, came(scope))


def person_days(scope: Scope) -> dict[tuple, Fraction]:
    minutes = total(scope, came(scope))
    return {cell: Fraction(each, PERSON_DAY_MINUTES) for cell, each in minutes.items()}


def completions(scope: Scope) -> list[Fact]:
    """The completions of the period that fit, one for each person on a run; they stand where the
    run is held."""
    facts = {
        (place.person.id, place.run.id): Fact(place.met_on, place.run, place)
        for place in scope.world.enrollments.values()
        if is_counted(place) and scope.holds(place.met_on)
    }
    return [fact for fact in facts.values() if scope.fits(fact)]


def people_completed(scope: Scope) -> dict[tuple, int]:
    """Each person where the last completion was, as far as the table has one place for each."""
    facts = completions(scope)
    if set(scope.by) <= ONE_PLACE:
        last = {}
        for fact in sorted(facts, key=lambda each: (each.day, each.enrollment.id)):
            last[fact.enrollment.person.id] = fact
        facts = last.values()
    cells = defaultdict(set)
    for fact in facts:
        for cell in scope.cells(fact):
            cells[cell].add(fact.enrollment.person.id)
    return {cell: len(found) for cell, found in cells.items()}


def completed_runs(scope: Scope) -> dict[tuple, int]:
    return number(scope, completions(scope))


def womens_share(scope: Scope) -> dict[tuple, Fraction]:
    known = [fact for fact in first_of_runs(scope) if fact.enrollment.person.sex]
    women = [fact for fact in known if fact.enrollment.person.sex == "female"]
    return share(number(scope, women), number(scope, known))


def sex_unknown(scope: Scope) -> dict[tuple, int]:
    unknown = [fact for fact in first_of_runs(scope) if not fact.enrollment.person.sex]
    return number(scope, unknown)


def led_by(answer: bool | None):
    """Participations in runs that were led by a national organization, or not, or nobody knows."""

    def count(scope: Scope) -> dict[tuple, int]:
        facts = first_of_runs(scope)
        return number(scope, [fact for fact in facts if fact.run.is_led_by_national is answer])

    return count


def national_share(scope: Scope) -> dict[tuple, Fraction]:
    return share(led_by(True)(scope), participations(scope))


def bounds(scope: Scope) -> tuple[int, int, int]:
    """People reached if every open pair were one person, if none were, and how many open pairs make
    the difference."""
    here = set(latest(came(scope)))
    group = {person: {person} for pair in scope.world.open_pairs for person in pair}
    for one, other in scope.world.open_pairs:
        joined = group[one] | group[other]
        for person in joined:
            group[person] = joined
    groups = {frozenset(group.get(person, {person})) for person in here}
    doubtful = set().union(*(each for each in groups if len(each & here) > 1))
    pairs = [pair for pair in scope.world.open_pairs if pair[0] in doubtful]
    return len(groups), len(here), len(pairs)
