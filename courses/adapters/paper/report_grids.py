"""Tables of a report as they are printed: widths, sides, and long ones in two halves."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from courses.adapters.paper.flow import WIDE
from courses.adapters.paper.report_facts import Table

BETWEEN = 8
#: Up to so many columns, and from so many rows on, a table stands in two halves.
NARROW, LONG = 3, 9
#: With more columns the numbers stand closer.
MANY = 8


@dataclass(frozen=True)
class Grid:
    """A table with the widths of its columns and the sides on which their texts stand."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: Sequence[str]
    widths: list[float]
    sides: list[str]


def grid_of(table: Table, most_rows: int) -> Grid:
    """A table as it is printed: a long one with few columns in two halves side by side."""
    rows, count = table.rows[:most_rows], len(table.heads)
    if count > NARROW or len(rows) < LONG:
        sides = ["left", *["right"] * (count - 1)]
        return Grid(table.heads, rows, table.total, widths(count, WIDE), sides)
    half, empty = -(-len(rows) // 2), [""] * count
    pairs = zip_longest(rows[:half], rows[half:], fillvalue=empty)
    wide = widths(count, (WIDE - BETWEEN) / 2)
    sides = ["left", *["right"] * (count - 1)]
    return Grid(
        [*table.heads, "", *table.heads],
        [[*left, "", *right] for left, right in pairs],
        [*empty, "", *table.total] if table.total else (),
        [*wide, BETWEEN, *wide],
        [*sides, "left", *sides],
    )


def widths(columns: int, whole: float) -> list[float]:
    """The first column as wide as the others leave it; numbers take 17 to 26 mm, and as little as
    11 where there are more than seven."""
    fewest = 17 if columns <= MANY else 11
    number = max(fewest, min(26, (whole - 50) / max(columns - 1, 1)))
    return [round(whole - number * (columns - 1), 2), *[round(number, 2)] * (columns - 1)]
