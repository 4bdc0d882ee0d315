"""Tables of a report as they are printed: widths, sides, long ones in two halves, and how much of
them there is room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from courses.adapters.paper.flow import WIDE
from courses.adapters.paper.report_facts import Report, Table

BETWEEN = 8
ROWS, ROWS_AGAIN = (60, 26, 14, 8, 5), (8, 3)
#: Up to so many columns, and from so many rows on, a table stands in two halves.
NARROW, LONG = 3, 9
#: With more columns the numbers stand closer.
MANY = 8


def shorter_and_shorter(report: Report) -> Iterator[tuple[Report, int]]:
    """The report and how many rows its tables may show, to be tried until it has few enough pages:
    with fewer and fewer rows, then with fewer definitions."""
    for rows in ROWS:
        yield report, rows
    elsewhere = (report.definitions_title, report.definitions_elsewhere)
    fewer = replace(report, notes=[*report.notes, elsewhere])
    for rows in ROWS_AGAIN:
        for parts in (2, 3, 5):
            kept = report.definitions[: len(report.definitions) // parts]
            yield replace(fewer, definitions=kept), rows
        yield replace(fewer, definitions=()), rows


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
