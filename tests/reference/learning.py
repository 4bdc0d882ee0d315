"""What people learned: results of tests before and after, of those who came to runs that ended."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.reference.people import number, share
from tests.reference.places import Fact, Scope
from tests.reference.runs import starters

ALL = 10_000


def result(fact: Fact, moment: str) -> int | None:
    """In hundredths of a per cent."""
    if moment not in fact.enrollment.scores:
        return None
    score, points = fact.enrollment.scores[moment]
    exact = Fraction(score * ALL, points)
    rounded = Decimal(exact.numerator) / Decimal(exact.denominator)
    return int(rounded.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def tested(scope: Scope) -> list[Fact]:
    return [fact for fact in starters(scope) if fact.run.pass_percent is not None]


def matched(scope: Scope) -> list[Fact]:
    found = tested(scope)
    return [fact for fact in found if {"pre", "post"} <= set(fact.enrollment.scores)]


def took_post(scope: Scope) -> list[Fact]:
    return [fact for fact in tested(scope) if "post" in fact.enrollment.scores]


def has_passed(fact: Fact) -> bool:
    score, points = fact.enrollment.scores["post"]
    return Fraction(100 * score, points) >= fact.run.pass_percent


def pairs(scope: Scope) -> dict[tuple, list[tuple[int, int]]]:
    """Both results of everybody who has both, by cell."""
    cells = defaultdict(list)
    for fact in matched(scope):
        for cell in scope.cells(fact):
            cells[cell].append((result(fact, "pre"), result(fact, "post")))
    return cells


def mean_gain(scope: Scope) -> dict[tuple, Fraction]:
    return {
        cell: Fraction(sum(post - pre for pre, post in found), 100 * len(found))
        for cell, found in pairs(scope).items()
    }


def share_of_possible_gain(scope: Scope) -> dict[tuple, Fraction]:
    cells = {}
    for cell, found in pairs(scope).items():
        below = [(pre, post) for pre, post in found if pre < ALL]
        if below:
            possible = sum(ALL - pre for pre, _post in below)
            cells[cell] = Fraction(sum(post - pre for pre, post in below), possible)
    return cells


def number_tested(scope: Scope) -> dict[tuple, int]:
    return number(scope, tested(scope))


def number_matched(scope: Scope) -> dict[tuple, int]:
    return number(scope, matched(scope))


def number_improved(scope: Scope) -> dict[tuple, int]:
    better = [fact for fact in matched(scope) if result(fact, "post") > result(fact, "pre")]
    return number(scope, better)


def number_who_took_post(scope: Scope) -> dict[tuple, int]:
    return number(scope, took_post(scope))


def number_passed(scope: Scope) -> dict[tuple, int]:
    return number(scope, filter(has_passed, took_post(scope)))


def matched_share(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_matched(scope), number_tested(scope))


def improved_share(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_improved(scope), number_matched(scope))


def pass_rate(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_passed(scope), number_who_took_post(scope))
