"""The count sheet of a session without names: a row for each role, and room to count women, men,
another and not stated. Lengths are millimetres.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from courses.adapters.paper.facts import Words
from courses.adapters.paper.head import (
    FIRST_TOP,
    LEFT,
    About,
    Page,
    document_of,
    head_and_foot,
)
from courses.adapters.paper.rows import AIR, LINE, TINT, cell, fit, row, two
from courses.adapters.printing.typesetting import draw

TITLE = Words("សន្លឹករាប់ចំនួន", "Count sheet")
HEADS = (
    Words("តួនាទី", "Position"),
    Words("ស្រី", "Women"),
    Words("ប្រុស", "Men"),
    Words("ផ្សេង", "Another"),
    Words("មិនបានប្រាប់", "Not stated"),
    Words("សរុប", "Together"),
)
WIDTHS = (77, 54, 54, 30, 30, 32)
HEAD, GAP = 8.4, 2.6
ALL = Words("សរុប", "Together")
FIELDS = (
    Words("គ្រូដែលបន្តបង្រៀន៖ ឈ្មោះ និងលេខកាត", "Trainer who passed it on: name, card code"),
    Words("អ្នករាប់៖ ឈ្មោះ", "Counted by: name"),
    Words("ហត្ថលេខា", "Signature"),
)
FIELD_WIDTHS, FIELD_HEAD, FIELD = (116, 92, 69), 5, 11
#: Twelve rows of this height leave room for the fields below them.
ROW = 9.8


@dataclass(frozen=True, kw_only=True)
class CountFacts(About):
    """A session, and the roles that are counted apart."""

    roles: tuple[Words, ...]


def count_sheet_pdf(sheets: Iterable[CountFacts]) -> bytes:
    """A4 landscape, a page for each session, of which there is at least one. Raises only where a
    font or a picture is broken: TypesettingError."""
    sheets = list(sheets)
    pages = [page(facts, Page(number, len(sheets))) for number, facts in enumerate(sheets, start=1)]
    return draw(*document_of(sheets[0], TITLE, pages))


def page(facts: CountFacts, page: Page) -> list[dict]:
    rows = [*(count_row(each, "cell") for each in facts.roles), count_row(ALL, "head")]
    below = FIRST_TOP + HEAD + ROW * len(rows) + GAP
    head, foot = head_and_foot(facts, TITLE, page, is_first=True)
    counts = ledger(FIRST_TOP, WIDTHS, [row(heads(), HEAD)], rows)
    blank = row([[] for _ in FIELDS], FIELD)
    fields = ledger(below, FIELD_WIDTHS, [row(field_heads(), FIELD_HEAD)], [blank])
    return [*head, counts, fields, *foot]


def ledger(y: float, widths: tuple[float, ...], head: list[dict], rows: list[dict]) -> dict:
    return {
        "type": "ledger", "x": LEFT, "y": y, "columns": list(widths), "head": head, "rows": rows,
        "weight": 0.5, "line": LINE, "tint": TINT,
    }  # fmt: skip


def heads() -> list[list[dict]]:
    sides = ["left", *["center"] * (len(WIDTHS) - 1)]
    return [
        cell(two(words, "head", w), w, HEAD, side)
        for words, w, side in zip(HEADS, WIDTHS, sides, strict=True)
    ]


def count_row(words: Words, style: str) -> dict:
    """Room to make strokes and to write the number."""
    w = WIDTHS[0]
    return row([cell(two(words, style, w), w, ROW), *[[] for _ in WIDTHS[1:]]], ROW)


def field_heads() -> list[list[dict]]:
    return [
        cell([fit(f"{words.km} · {words.en}", "sign", w - 2 * AIR)], w, FIELD_HEAD)
        for words, w in zip(FIELDS, FIELD_WIDTHS, strict=True)
    ]
