"""The attendance sheet: a row for everybody with room to sign, in Khmer with small English.

Lengths are millimetres. Four half-days stand side by side at most; more take further sheets with
the same people, each with the same number of columns as far as that goes.
"""

from dataclasses import dataclass

from courses.adapters.paper.facts import Somebody, Words
from courses.adapters.paper.head import (
    BOTTOM,
    FIRST_TOP,
    LEFT,
    NEXT_TOP,
    About,
    Page,
    document_of,
    head_and_foot,
)
from courses.adapters.paper.rows import LINE, TINT, Columns, blank_row, head_rows, person_row
from courses.adapters.printing.typesetting import draw

TITLE = Words("បញ្ជីវត្តមាន", "Attendance sheet")
MOST_SIDE_BY_SIDE = 4
LEAST_BLANK, MOST_BLANK = 5, 10


@dataclass(frozen=True)
class HalfDay:
    """The head of a column to sign in: the day and the part of it, and the clock times."""

    day: Words
    part: Words
    times: str


@dataclass(frozen=True, kw_only=True)
class SheetFacts(About):
    """Everything that a sheet says."""

    half_days: tuple[HalfDay, ...]
    people: tuple[Somebody, ...]


def sheet_pdf(facts: SheetFacts) -> bytes:
    """A4 landscape. Names that cannot be printed leave the other one, so this raises only where a
    font or a picture is broken: TypesettingError."""
    groups = side_by_side(facts.half_days)
    bodies = [
        (group, rows, number == 0)
        for group in groups
        for number, rows in enumerate(pages_of_rows(facts, Columns.of(len(group))))
    ]
    pages = [
        page(facts, group, rows, is_first=is_first, page=Page(number, len(bodies)))
        for number, (group, rows, is_first) in enumerate(bodies, start=1)
    ]
    return draw(*document_of(facts, TITLE, pages))


def side_by_side(half_days: tuple[HalfDay, ...]) -> list[tuple[HalfDay, ...]]:
    """The half-days of each sheet: as few sheets as can be, as even as can be."""
    sheets = -(-len(half_days) // MOST_SIDE_BY_SIDE)
    size, rest = divmod(len(half_days), sheets)
    groups, at = [], 0
    for number in range(sheets):
        end = at + size + (number < rest)
        groups.append(half_days[at:end])
        at = end
    return groups


def pages_of_rows(facts: SheetFacts, columns: Columns) -> list[list[dict]]:
    """The rows of each page: everybody, then blank ones until the last page is full."""
    first, later = rows_that_fit(FIRST_TOP), rows_that_fit(NEXT_TOP)
    people = len(facts.people)
    rows = [person_row(n, each, columns) for n, each in enumerate(facts.people, start=1)]
    blank = blank_rows(people, first, later)
    rows += [blank_row(people + n, columns) for n in range(1, blank + 1)]
    pages = [rows[:first]]
    pages += [rows[at : at + later] for at in range(first, len(rows), later)]
    return pages


def rows_that_fit(top: float) -> int:
    return int((BOTTOM - top - Columns.HEAD - Columns.SIGN_HEAD) // Columns.ROW)


def blank_rows(people: int, first: int, later: int) -> int:
    """Between five and ten: as many as fill the last page."""
    left_over = first - people if people <= first else -(people - first) % later
    return next(
        (n for n in range(MOST_BLANK, LEAST_BLANK - 1, -1) if (left_over - n) % later == 0),
        max(LEAST_BLANK, min(MOST_BLANK, left_over)),
    )


def page(facts: SheetFacts, group, rows, *, is_first: bool, page: Page) -> list[dict]:
    columns = Columns.of(len(group))
    ledger = {
        "type": "ledger", "x": LEFT, "y": FIRST_TOP if is_first else NEXT_TOP,
        "columns": columns.widths, "head": head_rows(group, columns), "rows": rows,
        "weight": 0.5, "line": LINE, "tint": TINT,
    }  # fmt: skip
    head, foot = head_and_foot(facts, TITLE, page, is_first=is_first)
    return [*head, ledger, *foot]
