"""What the maker of the facts is told about their tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

#: Rows by the name of their table, in the order of its columns; None and "" are unknown.
Handed = Mapping[str, Iterable[tuple]]


class Shape(Protocol):
    """A table: the types of its columns by name; whether its rows belong to runs; and the column
    with the day by whose month its files are parted."""

    types: Mapping[str, str]
    by_run: bool
    month: str | None


@dataclass(frozen=True)
class Layout:
    """`tables` are kept. Those in `making` are made by a query from the other tables and from
    `staged`, which are handed over for that alone. `fixed` never change."""

    tables: Mapping[str, Shape]
    staged: Mapping[str, Shape] = field(default_factory=dict)
    making: Mapping[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()

    @property
    def by_run(self) -> list[str]:
        return [name for name, shape in self.tables.items() if shape.by_run]
