"""What is asked of the figures: a period, what narrows it, and how it is broken down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from courses.rules.reach.dimensions import DIMENSIONS

Value = int | str | bool | date


class NotCounted(Exception):
    """The figure is not counted by that dimension: hours, for instance, by sex."""

    def __init__(self, dimension: str):
        super().__init__(dimension)
        self.dimension = dimension


@dataclass(frozen=True)
class Filters:
    """Local days from `start` to `end`, both included. `only` holds by dimension the values of
    which one must fit; `area` the provinces whose runs the reader may count, None for all."""

    start: date
    end: date
    only: Mapping[str, frozenset[Value]] = field(default_factory=dict)
    area: frozenset[str] | None = None

    def __post_init__(self):
        unknown = set(self.only) - set(DIMENSIONS)
        if unknown:
            raise ValueError(f"Not a dimension: {', '.join(sorted(unknown))}")


@dataclass(frozen=True)
class Question:
    """Filters, and the dimensions whose values make the rows of the answer."""

    filters: Filters
    by: tuple[str, ...] = ()
