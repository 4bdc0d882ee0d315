"""What is asked of the figures: a period, what narrows it, and how it is broken down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

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
    which one must fit; `area` the provinces whose runs the reader may count, None for all. `now` is
    the moment of the question in local time: what is still to come is not over. Without
    it everything is."""

    start: date
    end: date
    only: Mapping[str, frozenset[Value]] = field(default_factory=dict)
    area: frozenset[str] | None = None
    now: datetime | None = None

    def __post_init__(self):
        unknown = set(self.only) - set(DIMENSIONS)
        if unknown:
            raise ValueError(f"Not a dimension: {', '.join(sorted(unknown))}")

    @property
    def today(self) -> date:
        return self.now.date() if self.now else date.max

    @property
    def minute(self) -> int:
        """Minutes from the beginning of 1970, as sessions have them."""
        return int(self.now.timestamp()) // 60 if self.now else 2**40


@dataclass(frozen=True)
class Question:
    """Filters, and the dimensions whose values make the rows of the answer."""

    filters: Filters
    by: tuple[str, ...] = ()
