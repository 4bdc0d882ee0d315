"""Figures of whole runs: of those that ended in the period, and of those that began in it."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tests.reference.dump import LOCAL, Run
from tests.reference.people import number, share, total
from tests.reference.places import Fact, Scope, attendances, is_counted


def ended(scope: Scope) -> Iterator[Run]:
    """Runs whose last day lies in the period and is not still to come."""
    today = scope.world.now.astimezone(LOCAL).date()
    for run in scope.world.runs.values():
        if scope.holds(run.ends_on) and run.ends_on <= today:
            yield run


def starters_of(run: Run) -> list[Fact]:
    """Everybody on the run who came at least once, dated on its last day; `weight` is the minutes
    credited."""
    return [
        Fact(run.ends_on, run, place, weight=sum(fact.weight for fact in found))
        for place in run.enrollments
        if is_counted(place) and (found := attendances(place))
    ]


def starters(scope: Scope) -> list[Fact]:
    return [fact for run in ended(scope) for fact in starters_of(run) if scope.fits(fact)]


def number_started(scope: Scope) -> dict[tuple, int]:
    return number(scope, starters(scope))


def number_finished(scope: Scope) -> dict[tuple, int]:
    return number(scope, [fact for fact in starters(scope) if fact.enrollment.met_on])


def completion_rate(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_finished(scope), number_started(scope))


def attendance_rate(scope: Scope) -> dict[tuple, Fraction]:
    found = starters(scope)
    planned = [
        Fact(
            fact.day,
            fact.run,
            fact.enrollment,
            weight=sum(
                session.minutes
                for session in fact.run.sessions
                if session.status == "held" and session.recording == "named"
            ),
        )
        for fact in found
    ]
    return share(total(scope, found), total(scope, planned))


def class_sizes(scope: Scope) -> dict[tuple, list[int]]:
    """How many people came at least once, in order, of every run to which somebody came."""
    cells = defaultdict(list)
    for run in ended(scope):
        size = len(starters_of(run))
        fact = Fact(run.ends_on, run)
        if size and scope.fits(fact):
            for cell in scope.cells(fact):
                cells[cell].append(size)
    return {cell: sorted(sizes) for cell, sizes in cells.items()}


def median_size(scope: Scope) -> dict[tuple, Fraction]:
    found = {}
    for cell, sizes in class_sizes(scope).items():
        low, high = sizes[(len(sizes) - 1) // 2], sizes[len(sizes) // 2]
        found[cell] = Fraction(low + high, 2)
    return found


def large_size(scope: Scope) -> dict[tuple, int]:
    """The size that nine runs in ten do not exceed: the smallest one of which that is true."""
    return {
        cell: sizes[ceil(Fraction(9 * len(sizes), 10)) - 1]
        for cell, sizes in class_sizes(scope).items()
    }


def money(scope: Scope, *, is_cost: bool) -> dict[tuple, Decimal]:
    """Amounts of the runs with money on record; the currency is the last part of the cell."""
    facts = []
    for run in ended(scope):
        if run.money:
            amount = run.money["cost"] if is_cost else income(run)
            facts.append(Fact(run.ends_on, run, currency=run.money["currency"], weight=amount))
    return total(scope, [fact for fact in facts if scope.fits(fact)])


def income(run: Run) -> Decimal:
    price = run.money["price"]
    if run.money["is_per_person"]:
        price *= len(starters_of(run))
    return max(price - run.money["waived"], Decimal(0))


def incomes(scope: Scope) -> dict[tuple, Decimal]:
    return money(scope, is_cost=False)


def costs(scope: Scope) -> dict[tuple, Decimal]:
    return money(scope, is_cost=True)


def cost_recovery(scope: Scope) -> dict[tuple, Fraction | None]:
    brought, spent = incomes(scope), costs(scope)
    return {
        cell: Fraction(brought[cell]) / Fraction(cost) if cost else None
        for cell, cost in spent.items()
    }


def seats(scope: Scope, *, listed: bool, has_come: bool | None) -> list[Fact]:
    """People of runs that began in the period who did or did not have a seat at the beginning, and
    who came or did not; without `has_come`, both."""
    found = []
    for run in scope.world.runs.values():
        due = [each.starts_at for each in run.sessions if each.status in ("planned", "held")]
        is_looked_at = any(
            each.status == "held" and each.recording == "named" for each in run.sessions
        )
        if not is_looked_at:
            continue
        day = min(due).astimezone(LOCAL).date()
        if day > scope.world.now.astimezone(LOCAL).date():
            continue
        for place in run.enrollments if scope.holds(day) else ():
            if place.status in ("merged", "guest") or place.person.id in run.trainers | run.helpers:
                continue
            came = bool(attendances(place))
            if is_listed(place, min(due)) == listed and has_come in (None, came):
                found.append(Fact(day, run, place))
    return [fact for fact in found if scope.fits(fact)]


def is_listed(place, begins) -> bool:
    """Whether she had a seat when the run began, and not only since she stood at the door."""
    if place.source == "walk_in" or not place.seat_since or place.seat_since > begins:
        return False
    if place.status == "withdrawn":
        return place.since > begins
    return place.status == "enrolled"


def number_confirmed(scope: Scope) -> dict[tuple, int]:
    return number(scope, seats(scope, listed=True, has_come=None))


def number_missing(scope: Scope) -> dict[tuple, int]:
    return number(scope, seats(scope, listed=True, has_come=False))


def number_walked_in(scope: Scope) -> dict[tuple, int]:
    return number(scope, seats(scope, listed=False, has_come=True))


def number_came(scope: Scope) -> dict[tuple, int]:
    listed = seats(scope, listed=True, has_come=True)
    return number(scope, [*listed, *seats(scope, listed=False, has_come=True)])


def no_show_rate(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_missing(scope), number_confirmed(scope))


def walk_in_share(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_walked_in(scope), number_came(scope))
