"""Targets: which figure each is for, and how much of it was reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from courses.rules.reach.question import Filters, Value

Span = tuple[date, date]
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Target:
    """What was promised of an indicator in a period under some filters, and by whom: `names` by
    language. The `amount` of a share is a fraction of one."""

    code: str
    start: date
    end: date
    amount: Fraction
    only: Mapping[str, frozenset[Value]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, language: str) -> str:
        told = "km" if language.startswith("km") else "en"
        return self.names.get(told) or self.names.get("en", "")

    def of(self, only: Mapping[str, frozenset[Value]]) -> Mapping[str, frozenset[Value]]:
        """What it is about beside these filters."""
        return {name: values for name, values in self.only.items() if only.get(name) != values}


@dataclass(frozen=True)
class Progress:
    """A target and the figure that was reached. Never cut off at the whole."""

    target: Target
    value: Any

    @property
    def share(self) -> Fraction | None:
        """What part of the target was reached, 1.2 for 120 per cent; None where it is nobody's."""
        if self.value is None or not self.target.amount:
            return None
        return Fraction(self.value) / self.target.amount

    @property
    def points(self) -> Fraction | None:
        """How far a share lies above its target, or below, as a part of one."""
        return None if self.value is None else Fraction(self.value) - self.target.amount


def cell_filters(
    filters: Filters, dimension: str, key: Value, phases: Mapping[int, Span]
) -> Filters:
    """The question that one row of a table answers: that of its value, or of its days."""
    span = phases.get(key) if dimension == "phase" else days_of(dimension, key)
    if span is None:
        return replace(filters, only={**filters.only, dimension: frozenset([key])})
    return replace(filters, start=max(span[0], filters.start), end=min(span[1], filters.end))


def days_of(dimension: str, key: Value) -> Span | None:
    """The first and the last day of a month, a quarter or a year."""
    if dimension not in MONTHS:
        return None
    months = key.year * 12 + key.month - 1 + MONTHS[dimension]
    return key, date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def fitting(targets: Iterable[Target], code: str, filters: Filters) -> list[Target]:
    """Those for the figure under these very filters. Whoever counts some provinces only has none:
    targets are for the whole."""
    if filters.area is not None:
        return []
    question = (code, filters.start, filters.end, dict(filters.only))
    return [
        each for each in targets if (each.code, each.start, each.end, dict(each.only)) == question
    ]
