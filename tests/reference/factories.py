"""Figures of workplaces: which were reached, how many there are, and how many work there."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from tests.reference.dump import Organization
from tests.reference.people import came, latest, share
from tests.reference.places import FACTORY, Fact, Scope, standing_on
from tests.reference.sessions import year_before


def organizations(*kinds: str):
    """Different employers of those who came, as they stood on the last day; without kinds, all."""

    def count(scope: Scope) -> dict[tuple, int]:
        cells = defaultdict(set)
        for fact in came(scope):
            employer = scope.employer(fact.enrollment)
            if employer and (not kinds or employer.kind in kinds):
                for cell in scope.cells(fact):
                    cells[cell].add(employer.id)
        return {cell: len(found) for cell, found in cells.items()}

    return count


def _attendances(scope: Scope, start: date) -> list[Fact]:
    """Attendances since a day, narrowed by what is not told of the factory itself."""
    filters = {name: wanted for name, wanted in scope.filters.items() if name not in FACTORY}
    return came(Scope(scope.world, start, scope.end, filters, scope.area))


def _fits(scope: Scope, factory: Organization) -> bool:
    return all(
        _value(factory, name) in wanted for name, wanted in scope.filters.items() if name in FACTORY
    )


def _value(factory: Organization, name: str):
    return factory.id if name == "organization" else getattr(factory, name)


def _cell(scope: Scope, factory: Organization) -> tuple:
    return tuple(_value(factory, name) for name in scope.by)


def reached(scope: Scope) -> dict[int, Organization]:
    """The factories from which somebody came, by their own sector and province."""
    employers = [scope.employer(fact.enrollment) for fact in _attendances(scope, scope.start)]
    return {
        each.id: each
        for each in employers
        if each and each.kind == "factory" and _fits(scope, each)
    }


def register(scope: Scope) -> dict[int, Organization]:
    """The factories at work on the last day of the period, in the provinces of the reader."""
    return {
        each.id: each
        for each in scope.world.organizations.values()
        if each.kind == "factory"
        and standing_on(scope.world, each, scope.end) is each
        and _is_open(each, scope.end)
        and (scope.area is None or each.province in scope.area)
        and _fits(scope, each)
    }


def _is_open(factory: Organization, day: date) -> bool:
    if factory.status == "closed":
        return factory.closed_on is not None and factory.closed_on > day
    return True


def _number(scope: Scope, factories) -> dict[tuple, int]:
    cells = defaultdict(int)
    for factory in factories:
        cells[_cell(scope, factory)] += 1
    return dict(cells)


def active_reached(scope: Scope) -> dict[tuple, int]:
    at_work = register(scope)
    return _number(scope, [each for pk, each in reached(scope).items() if pk in at_work])


def active(scope: Scope) -> dict[tuple, int]:
    return _number(scope, register(scope).values())


def coverage(scope: Scope) -> dict[tuple, Fraction]:
    return share(active_reached(scope), active(scope))


def headcount(scope: Scope, factory: Organization) -> int | None:
    """The latest headcount until the last day, also of what had become part of the factory; of two
    on a day the one that was written down later."""
    known = [
        each
        for row in scope.world.organizations.values()
        if standing_on(scope.world, row, scope.end) is factory
        for each in row.headcounts
        if each[0] <= scope.end
    ]
    return max(known)[2] if known else None


def employed(scope: Scope) -> dict[tuple, int]:
    cells = defaultdict(int)
    for factory in reached(scope).values():
        cells[_cell(scope, factory)] += headcount(scope, factory) or 0
    return {cell: people for cell, people in cells.items() if people}


def without_headcount(scope: Scope) -> dict[tuple, int]:
    unknown = [each for each in reached(scope).values() if headcount(scope, each) is None]
    return _number(scope, unknown)


def _trained(scope: Scope) -> dict[int, set[int]]:
    """By factory the people whose last attendance in twelve months was with it."""
    found = defaultdict(set)
    for person, fact in latest(_attendances(scope, year_before(scope.end))).items():
        employer = scope.employer(fact.enrollment)
        if not employer or employer.kind != "factory" or not _fits(scope, employer):
            continue
        if headcount(scope, employer):
            found[employer.id].add(person)
    return found


def trained(scope: Scope) -> dict[tuple, int]:
    """People trained in twelve months, in factories whose headcount is known."""
    cells = defaultdict(int)
    for pk, people in _trained(scope).items():
        cells[_cell(scope, scope.world.organizations[pk])] += len(people)
    return dict(cells)


def workforce(scope: Scope) -> dict[tuple, int]:
    """How many work in these factories."""
    cells = defaultdict(int)
    for pk in _trained(scope):
        factory = scope.world.organizations[pk]
        cells[_cell(scope, factory)] += headcount(scope, factory)
    return dict(cells)


def penetration(scope: Scope) -> dict[tuple, Fraction]:
    return share(trained(scope), workforce(scope))
