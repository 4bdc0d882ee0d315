"""Factories: which were reached of those that work, how many people they employ, and what part of
these was trained (indicators R18 to R20)."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from courses.rules.reach.measures import FACTORIES, PEOPLE
from courses.rules.reach.question import NotCounted, Question
from courses.rules.reach.sql import ids_sql, literal, values_sql

Rows = list[tuple]

FACTORIES_ON = """
SELECT o.organization, o.sector, o.province,
    CASE WHEN o.is_closed AND (o.closed_on IS NULL OR o.closed_on <= {end}) THEN 0 ELSE 1 END
FROM organization o
JOIN organization_part p ON p.organization = o.organization AND p.whole = o.organization
    AND {end} BETWEEN p.starts_on AND p.ends_on
WHERE o.kind = 'factory'
"""
HEADCOUNTS = """
SELECT latest.whole, h.people
FROM headcount h
JOIN (
    SELECT p.whole, max(h.moment) AS moment
    FROM headcount h
    JOIN organization_part p ON p.organization = h.organization
        AND {end} BETWEEN p.starts_on AND p.ends_on
    WHERE h.day <= {end} GROUP BY p.whole
) latest ON latest.moment = h.moment
"""

#: What a factory is broken down by: its own place, not that of its people.
OWN = ("sector", "province", "organization")
OF_A_YEAR = replace(PEOPLE, last_year=True)


@dataclass(frozen=True)
class Factory:
    """`workers` are those whom it employs, as last told; `trained` are its people who came in the
    last twelve months, each where her latest attendance was."""

    organization: int
    sector: str | None
    province: str | None
    is_active: bool
    is_reached: bool
    workers: int | None
    trained: int


class _OfFactories:
    """What is told of factories, by their own sector and province."""

    def queries(self, question: Question) -> list[str]:
        """SQL of the factories, those reached, the headcounts, and the people who came. Raises
        NotCounted for dimensions that a factory has not."""
        for name in question.by:
            if name not in OWN:
                raise NotCounted(name)
        filters = question.filters
        end = literal(filters.end)
        only = {name: values for name, values in filters.only.items() if name not in OWN}
        people = replace(filters, only=only)
        return [
            FACTORIES_ON.format(end=end),
            ids_sql(FACTORIES, Question(people)),
            HEADCOUNTS.format(end=end),
            values_sql(OF_A_YEAR, Question(people, ("organization",))),
        ]

    def values(self, question: Question, answers: list[Rows]) -> dict[tuple, Any]:
        groups: dict[tuple, list[Factory]] = {}
        for factory in self.told(question, factories(question, answers)):
            key = tuple(getattr(factory, name) for name in question.by)
            groups.setdefault(key, []).append(factory)
        return {key: self.figure(found) for key, found in groups.items()}

    def told(self, question: Question, found: list[Factory]) -> list[Factory]:
        """The factories of which it tells."""
        raise NotImplementedError

    def figure(self, found: list[Factory]) -> Any:
        """Of some of them, never of none."""
        raise NotImplementedError


def factories(question: Question, answers: list[Rows]) -> list[Factory]:
    """All factories that the answers tell of and the filters by place leave."""
    every, reached, headcounts, workers = answers
    ids, people, trained = {pk for (pk,) in reached}, dict(headcounts), dict(workers)
    found = [
        Factory(pk, sector, province, bool(active), pk in ids, people.get(pk), trained.get(pk, 0))
        for pk, sector, province, active in every
    ]
    only = question.filters.only
    return [
        factory
        for factory in found
        if all(getattr(factory, name) in only[name] for name in OWN if name in only)
    ]


def at_work(question: Question, found: list[Factory]) -> list[Factory]:
    """The factories at work on the last day of the period, in the provinces of the reader."""
    area = question.filters.area
    return [each for each in found if each.is_active and (area is None or each.province in area)]


class AtWork(_OfFactories):
    """Factories at work on the last day of the period."""

    def told(self, question: Question, found: list[Factory]) -> list[Factory]:
        return at_work(question, found)

    def figure(self, found: list[Factory]) -> int:
        return len(found)


class AtWorkReached(AtWork):
    """Those of them that were reached."""

    def figure(self, found: list[Factory]) -> int:
        return sum(each.is_reached for each in found)


class Coverage(AtWork):
    """R18: factories reached among those at work."""

    def figure(self, found: list[Factory]) -> Fraction:
        return Fraction(sum(each.is_reached for each in found), len(found))


class Employed(_OfFactories):
    """R19: people employed in the factories reached, each factory once."""

    def told(self, question: Question, found: list[Factory]) -> list[Factory]:
        return [each for each in found if each.is_reached]

    def figure(self, found: list[Factory]) -> int:
        return sum(each.workers or 0 for each in found)


class NotToldHowMany(Employed):
    """Factories reached of which no headcount is known."""

    def figure(self, found: list[Factory]) -> int:
        return sum(each.workers is None for each in found)


class Trained(_OfFactories):
    """People trained in twelve months, in factories of which a headcount is known."""

    def told(self, question: Question, found: list[Factory]) -> list[Factory]:
        return [each for each in found if each.workers and each.trained]

    def figure(self, found: list[Factory]) -> int:
        return sum(each.trained for each in found)


class Workforce(Trained):
    """People whom these factories employ."""

    def figure(self, found: list[Factory]) -> int:
        return sum(each.workers for each in found)


class Penetration(Trained):
    """R20: the first among the second."""

    def figure(self, found: list[Factory]) -> Fraction:
        return Fraction(sum(each.trained for each in found), sum(each.workers for each in found))
