"""A figure in a table of two ways, with its totals and the same of another period."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from courses.queries.figures import Figures
from courses.rules.indicators import Indicator
from courses.rules.reach import Filters
from courses.rules.reach.told import Key


@dataclass(frozen=True)
class Crossed:
    """`cells` by row and column, `rows` and `columns` the totals of each, `whole` of all: for
    people these are counted by themselves and are not the sums of the cells. `before` are the rows
    of the other period, `whole_before` all of it; None without one."""

    indicator: Indicator
    by: tuple[str, ...]
    rows: dict[Key, Any]
    columns: dict[Key, Any] = field(default_factory=dict)
    cells: dict[tuple[Key, Key], Any] = field(default_factory=dict)
    whole: Any = 0
    before: dict[Key, Any] | None = None
    whole_before: Any = None

    @property
    def is_empty(self) -> bool:
        if self.indicator.fewest:
            return not self.rows
        return not any(self.rows.values()) and not self.whole


def crossed(figures: Figures, indicator: Indicator, by: tuple[str, ...], other=None) -> Crossed:
    """A figure by one or two dimensions; `other` are the figures of the period to compare with.
    Raises NotCounted where it is not counted by one of them or of the filters."""
    rows, *columns = by
    return Crossed(
        indicator,
        by,
        rows=_by(figures, indicator, rows),
        columns=_by(figures, indicator, *columns) if columns else {},
        cells=figures.values(indicator, *by) if columns else {},
        whole=figures.whole(indicator),
        before=_by(other, indicator, rows) if other else None,
        whole_before=other.whole(indicator) if other else None,
    )


def _by(figures: Figures, indicator: Indicator, dimension: str) -> dict[Key, Any]:
    return {key: value for (key,), value in figures.values(indicator, dimension).items()}


def compared_with(filters: Filters, comparison: str) -> Filters | None:
    """The same question of the days before the period, as many of them, or of a year before."""
    if comparison == "before":
        end = filters.start - timedelta(days=1)
        return replace(filters, start=end - (filters.end - filters.start), end=end)
    if comparison == "year_before":
        return replace(filters, start=_year_before(filters.start), end=_year_before(filters.end))
    return None


def _year_before(day: date) -> date:
    """29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
