"""How a figure comes of what is counted: as it is, as a share, as a difference.

Each way says in SQL what it needs, and makes of the rows a value for each key: the values of the
dimensions that were asked for, `()` for the whole. Shares are fractions of one, None where they are
nobody's.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any, Protocol

from courses.rules.cost_recovery import NOTHING, Costs, income
from courses.rules.reach.measures import Measure
from courses.rules.reach.question import NotCounted, Question
from courses.rules.reach.sql import keys_of, rows_sql, values_sql

#: What a run brought in and cost, and for how many people.
MONEY = (
    *("r.currency", "r.price", "r.is_per_person", "r.waived", "r.direct_cost"),
    "coalesce(st.starters, 0)",
)

Rows = list[tuple]
Key = tuple
Values = dict[Key, Any]


class Way(Protocol):
    def queries(self, question: Question) -> list[str]:
        """SQL of what is needed, in order."""

    def values(self, question: Question, answers: list[Rows]) -> Values:
        """The figure for each key, of the rows of the queries."""


def counts(rows: Rows) -> dict[Key, int]:
    return {key: int(number or 0) for *key, number in rows for key in [tuple(key)]}


class OfNumbers:
    """A way that needs nothing but numbers by dimensions."""

    def numbers(self, question: Question) -> list[tuple[Measure, Question]]:
        """What is counted by what, in order."""
        raise NotImplementedError

    def queries(self, question: Question) -> list[str]:
        return [values_sql(*each) for each in self.numbers(question)]


@dataclass(frozen=True)
class Count(OfNumbers):
    """The number itself; `divisor` turns minutes into hours or days."""

    measure: Measure
    divisor: int = 1

    def numbers(self, question: Question) -> list[tuple[Measure, Question]]:
        return [(self.measure, question)]

    def values(self, question: Question, answers: list[Rows]) -> Values:
        found = counts(answers[0])
        if self.divisor == 1:
            return found
        return {key: Fraction(number, self.divisor) for key, number in found.items()}


@dataclass(frozen=True)
class Share(OfNumbers):
    """What part is of the whole; nobody's where the whole is less than `fewest`."""

    part: Measure
    whole: Measure
    fewest: int = 1

    def numbers(self, question: Question) -> list[tuple[Measure, Question]]:
        return [(self.part, question), (self.whole, question)]

    def values(self, question: Question, answers: list[Rows]) -> Values:
        parts, wholes = map(counts, answers)
        return {
            key: Fraction(parts.get(key, 0), wholes[key])
            if wholes.get(key, 0) >= self.fewest
            else None
            for key in {**wholes, **parts}
        }


@dataclass(frozen=True)
class Mean(OfNumbers):
    """What there is of a sum for each that is counted; `divisor` turns it into the unit."""

    total: Measure
    number: Measure
    divisor: int = 1

    def numbers(self, question: Question) -> list[tuple[Measure, Question]]:
        return [(self.total, question), (self.number, question)]

    def values(self, question: Question, answers: list[Rows]) -> Values:
        totals, numbers = map(counts, answers)
        return {
            key: Fraction(totals[key], number * self.divisor) if number else None
            for key, number in numbers.items()
        }


@dataclass(frozen=True)
class Spread(OfNumbers):
    """Of how many there are on each run: the value that so many of a hundred runs do not pass (the
    middle of both in the middle of an even number)."""

    measure: Measure
    percent: int = 50

    def numbers(self, question: Question) -> list[tuple[Measure, Question]]:
        return [(self.measure, Question(question.filters, (*question.by, "run")))]

    def values(self, question: Question, answers: list[Rows]) -> Values:
        found = defaultdict(list)
        for (*key, _run), number in counts(answers[0]).items():
            found[tuple(key)].append(number)
        return {key: percentile(sorted(numbers), self.percent) for key, numbers in found.items()}


def percentile(numbers: list[int], percent: int) -> Fraction:
    """Nearest rank; the median of an even number lies between its two middle ones."""
    if percent == 50 and len(numbers) % 2 == 0:
        middle = len(numbers) // 2
        return Fraction(numbers[middle - 1] + numbers[middle], 2)
    return Fraction(numbers[max(ceil(len(numbers) * percent / 100), 1) - 1])


@dataclass(frozen=True)
class Money:
    """What the runs of a measure brought in, what they cost, or the first as a share of the second;
    the currency is the last part of the key."""

    runs: Measure
    what: Callable[[Decimal, Decimal], Any]

    def queries(self, question: Question) -> list[str]:
        columns = ", ".join([*keys_of(self.runs, question), "f.run", *MONEY])
        return [f"SELECT DISTINCT {columns} {rows_sql(self.runs, question)}"]

    def values(self, question: Question, answers: list[Rows]) -> Values:
        sums: dict[Key, list[Decimal]] = {}
        for *key, _run, currency, price, is_per_person, waived, cost, starters in answers[0]:
            amounts = (Decimal(price), bool(is_per_person), int(starters), Decimal(waived))
            costs = Costs(*amounts, Decimal(cost))
            both = sums.setdefault((*key, currency), [NOTHING, NOTHING])
            both[0] += income(costs)
            both[1] += costs.direct_cost
        return {key: self.what(*both) for key, both in sums.items()}


@dataclass(frozen=True)
class Elsewhere:
    """Counted by another app from its own records, by no dimension."""

    def queries(self, question: Question) -> list[str]:
        raise NotCounted(next(iter(question.by), ""))

    def values(self, question: Question, answers: list[Rows]) -> Values:
        raise NotCounted(next(iter(question.by), ""))


def earned(income: Decimal, cost: Decimal) -> Decimal:
    return income


def spent(income: Decimal, cost: Decimal) -> Decimal:
    return cost


def recovered(income: Decimal, cost: Decimal) -> Fraction | None:
    return Fraction(income) / Fraction(cost) if cost else None
