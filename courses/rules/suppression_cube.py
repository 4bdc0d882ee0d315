"""A fixed cube of counts for publication: linked tables with their margins, as cells and as the
sums and bounds between cells that everybody knows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

#: The value of an axis that stands for all of its values: a margin.
ALL = ""
#: What is counted and where: ("people", (("province", "12"), ("sex", "female"))). Axes over which a
#: cell is a total are left out, so a margin that two tables share is one cell.
Cell = tuple[str, tuple[tuple[str, str], ...]]
Terms = tuple[tuple[Cell, int], ...]


@dataclass(frozen=True)
class Axis:
    """A breakdown. Values stand under ALL, or under the value that `parents` names for them, as
    quarters under their year. Where a person may stand in several values, or none of them may add
    up over time, `adds_up` is false: then a total is at most their sum and at least each of them.
    """

    name: str
    values: tuple[str, ...]
    parents: Mapping[str, str] = field(default_factory=dict)
    adds_up: bool = True

    @property
    def nodes(self) -> tuple[str, ...]:
        return (ALL, *self.values)

    def families(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each total with the values right below it."""
        for node in self.nodes:
            below = tuple(v for v in self.values if self.parents.get(v, ALL) == node)
            if below:
                yield node, below

    def lines(self, node: str) -> list[dict[str, int]]:
        """Changes along this axis that no total on it notices, with `node` up by one: from leaf to
        leaf, or from a leaf up to the total of all. Without sums a value may change alone."""
        if not self.adds_up:
            return [{node: 1}]
        paths = [self._path(value) for value in self.values if value not in self.parents.values()]
        found = []
        for path in paths:
            if node not in path:
                continue
            found.append(dict.fromkeys(sorted(path), 1))
            for other in paths:
                up, down = path - other, other - path
                if node in up:
                    found.append(dict.fromkeys(sorted(up), 1) | dict.fromkeys(sorted(down), -1))
        return found

    def _path(self, value: str) -> frozenset[str]:
        """A value and everything above it."""
        path = [value]
        while path[-1] != ALL:
            path.append(self.parents.get(path[-1], ALL))
        return frozenset(path)


@dataclass(frozen=True)
class Table:
    """Counts of one measure by the values of some axes, in their order, margins included; a place
    without a count is 0. `threshold`: smaller counts are hidden; `hides_zeros`: zeros as well."""

    measure: str
    axes: tuple[Axis, ...]
    counts: Mapping[tuple[str, ...], int]
    threshold: int = 5
    hides_zeros: bool = False

    def places(self) -> Iterator[tuple[str, ...]]:
        return product(*(axis.nodes for axis in self.axes))

    def cell(self, place: tuple[str, ...]) -> Cell:
        told = ((a.name, v) for a, v in zip(self.axes, place, strict=True) if v != ALL)
        return self.measure, tuple(sorted(told))

    def cells(self) -> set[Cell]:
        return {self.cell(place) for place in self.places()}

    def relations(self) -> Iterator[tuple[Terms, bool]]:
        """As `Cube.relations`, of this table alone."""
        for at, axis in enumerate(self.axes):
            others = [a.nodes for n, a in enumerate(self.axes) if n != at]
            for rest in product(*others):
                for whole, parts in axis.families():
                    cells = [self.cell((*rest[:at], v, *rest[at:])) for v in (whole, *parts)]
                    yield from _relations_of(cells[0], cells[1:], axis.adds_up)


def _relations_of(total: Cell, parts: list[Cell], adds_up: bool) -> Iterator[tuple[Terms, bool]]:
    yield ((total, -1), *((part, 1) for part in parts)), adds_up
    if not adds_up:
        for part in parts:
            yield ((total, 1), (part, -1)), False


@dataclass(frozen=True)
class Cube:
    """Everything that is published at once. `sensitive` gives values of axes a threshold of their
    own, such as {("topic", "harassment"): 10}; their zeros are hidden too. `at_most` names pairs of
    measures of which the first is nowhere larger than the second, as people and participations.

    Raises ValueError where counts contradict each other or a threshold is below 3: of a count that
    is below 2 and not 0, the mark itself would tell the value.
    """

    tables: tuple[Table, ...]
    sensitive: Mapping[tuple[str, str], int] = field(default_factory=dict)
    at_most: tuple[tuple[str, str], ...] = ()
    counts: Mapping[Cell, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        if min([t.threshold for t in self.tables] + [*self.sensitive.values()], default=5) < 3:
            raise ValueError("A threshold is at least 3.")
        object.__setattr__(self, "counts", self._counts())
        for terms, is_equal in self.relations():
            balance = sum(sign * self.counts[cell] for cell, sign in terms)
            if balance < 0 or (is_equal and balance):
                raise ValueError(f"Counts contradict each other: {terms[0][0]}")

    def _counts(self) -> dict[Cell, int]:
        counts: dict[Cell, int] = {}
        for table in self.tables:
            for place in table.places():
                cell, count = table.cell(place), table.counts.get(place, 0)
                if count < 0 or counts.setdefault(cell, count) != count:
                    raise ValueError(f"Counts contradict each other: {cell}")
        return counts

    def relations(self) -> Iterator[tuple[Terms, bool]]:
        """Signed cells whose sum is 0 where the second is true, else 0 or more. May repeat."""
        for table in self.tables:
            yield from table.relations()
        for smaller, larger in self.at_most:
            for measure, where in self.counts:
                if measure == smaller and (larger, where) in self.counts:
                    yield (((larger, where), 1), ((smaller, where), -1)), False

    def thresholds(self) -> dict[Cell, int]:
        """The largest that a table or a sensitive value asks for."""
        found: dict[Cell, int] = {}
        for table in self.tables:
            for place in table.places():
                cell = table.cell(place)
                asked = [self.sensitive.get(pair, 0) for pair in cell[1]]
                found[cell] = max([found.get(cell, 0), table.threshold, *asked])
        return found

    def zeros_hidden(self) -> set[Cell]:
        """The cells in which even a zero is not told."""
        strict = {
            table.cell(place)
            for table in self.tables
            if table.hides_zeros
            for place in table.places()
        }
        return strict | {
            cell for cell in self.counts if any(pair in self.sensitive for pair in cell[1])
        }

    def totals(self) -> set[Cell]:
        """The cells that stand over others."""
        return {
            table.cell((*rest[:at], whole, *rest[at:]))
            for table in self.tables
            for at, axis in enumerate(table.axes)
            for whole, _parts in axis.families()
            for rest in product(*(a.nodes for n, a in enumerate(table.axes) if n != at))
        }
