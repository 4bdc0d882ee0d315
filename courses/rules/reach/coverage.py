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
SELECT h.organization, h.people
FROM headcount h
JOIN (
    SELECT organization, max(day) AS day FROM headcount WHERE day <= {end} GROUP BY organization
) latest ON latest.organization = h.organization AND latest.day = h.day
"""

#: What a factory is broken down by: its own place, not that of its people.
OWN = ("sector", "province", "organization")
WORKERS = replace(PEOPLE, where="f.role = 'worker'", last_year=True, is_placed=False)


@dataclass(frozen=True)
class Factory:
    """`workers` are those whom it employs, as last told; `trained` the different workers of it who
    came in the last twelve months."""

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
        """SQL of the factories, those reached, the headcounts, and the workers who came. Raises
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
            values_sql(WORKERS, Question(people, ("organization",))),
        ]

    def values(self, question: Question, answers: list[Rows]) -> dict[tuple, Any]:
        groups: dict[tuple, list[Factory]] = {}
        for factory in factories(question, answers):
            key = tuple(getattr(factory, name) for name in question.by)
            groups.setdefault(key, []).append(factory)
        return {key: self.figure(found) for key, found in groups.items()}

    def figure(self, found: list[Factory]) -> Any:
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


class Coverage(_OfFactories):
    """R18: factories reached among those that work on the last day of the period."""

    def figure(self, found: list[Factory]) -> Fraction | None:
        active = [each for each in found if each.is_active]
        return Fraction(sum(each.is_reached for each in active), len(active)) if active else None


class Employed(_OfFactories):
    """R19: people employed in the factories reached, each factory once."""

    def figure(self, found: list[Factory]) -> int:
        return sum(each.workers or 0 for each in found if each.is_reached)


class Penetration(_OfFactories):
    """R20: workers trained in twelve months among all whom the same factories employ; factories of
    which no headcount is known are in neither."""

    def figure(self, found: list[Factory]) -> Fraction | None:
        known = [each for each in found if each.workers]
        workers = sum(each.workers for each in known)
        return Fraction(sum(each.trained for each in known), workers) if workers else None
