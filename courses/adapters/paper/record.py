"""Everything on record about a person, on as many A4 pages as it needs. Lengths in millimetres."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from courses.adapters.paper.flow import (
    BOTTOM,
    FOOT,
    HAIR,
    LEFT,
    QUIET,
    TEAL,
    TOP,
    WIDE,
    Flow,
    H,
    W,
)
from courses.adapters.printing.lines import Line
from courses.adapters.printing.typesetting import draw

LABEL, GAP = 52, 4
VALUE = WIDE - LABEL - GAP
AFTER_LINE, AFTER_ROW, BEFORE_SECTION = 1.2, 3.2, 7
#: The longest text on record takes a few dozen lines.
MOST_LINES = 80
STYLES = {
    "title": {"size": 16, "min": 8, "weight": 600, "color": TEAL, "h1": True, "lines": 2},
    "name": {"size": 13, "min": 8, "weight": 600, "lines": 2},
    "said": {"size": 9, "min": 7, "color": QUIET, "lines": 3},
    "heading": {"size": 11.5, "min": 8, "weight": 600, "color": TEAL, "lines": 2},
    "label": {"size": 8.5, "min": 6, "color": QUIET, "lines": 4},
    "value": {"size": 9.5, "min": 6, "lines": MOST_LINES},
    "foot": FOOT,
}
#: Khmer and Latin letters stand in one line; both have room above and below.
ROOM = {"fonts": ("Noto Serif", "Battambang"), "top": 1.07, "bottom": 0.52, "leading": 0.08}


@dataclass(frozen=True)
class Record:
    """The words of a file: sections are a heading with rows of (label, value). `page` says which
    page of how many; `unprintable` stands where letters are unknown or malformed."""

    title: str
    name: str
    as_at: str
    sections: Sequence[tuple[str, Sequence[Sequence[tuple[str, str]]]]]
    page: Callable[[int, int], str]
    unprintable: str
    language: str
    made_on: date


#: Height, label and value.
Pair = tuple[float, Line, Line]


def record_pdf(record: Record) -> bytes:
    """A PDF/A file. Raises TypesettingError only where a font is broken."""
    pages = Pages(record).laid()
    day = record.made_on
    return draw(
        {
            "w": W, "h": H, "bg": "", "title": f"{record.title} · {record.name}",
            "lang": record.language, "y": day.year, "m": day.month, "d": day.day, "pages": pages,
        }
    )  # fmt: skip


class Pages(Flow):
    """The sections of a record under each other."""

    def __init__(self, record: Record):
        super().__init__(STYLES, record.language, record.unprintable, ROOM)
        self.record = record

    def laid(self) -> list[list[dict]]:
        for style, text in (
            ("title", self.record.title), ("name", self.record.name), ("said", self.record.as_at),
        ):  # fmt: skip
            line = self.line(text, style, WIDE)
            self.put(line, LEFT, WIDE)
            self.y += line.height + AFTER_LINE
        for heading, rows in self.record.sections:
            self.section(heading, rows)
        return self.footed(self.record.name, self.record.page)

    def section(self, heading: str, rows: Iterable[Sequence[tuple[str, str]]]) -> None:
        """A row stays together where a page holds it, the first one with its heading."""
        line = self.line(heading, "heading", WIDE)
        rows = [list(self.pairs(row)) for row in rows]
        self.y += BEFORE_SECTION
        self.make_room(line.height + 3 * AFTER_LINE + height_of(rows[0] if rows else []))
        self.put(line, LEFT, WIDE)
        self.y += line.height + AFTER_LINE
        self.hair(TEAL, 0.8)
        self.y += 2 * AFTER_LINE
        for number, row in enumerate(rows):
            if number:
                self.make_room(AFTER_ROW + height_of(row))
                self.hair(HAIR, 0.35)
                self.y += AFTER_ROW / 2
            for height, label, value in row:
                self.make_room(height)
                self.put(label, LEFT, LABEL)
                self.put(value, LEFT + LABEL + GAP, VALUE)
                self.y += height + AFTER_LINE
            self.y += AFTER_ROW / 2 - AFTER_LINE

    def pairs(self, row: Iterable[tuple[str, str]]) -> Iterator[Pair]:
        """Height, label and value of each pair."""
        for label, value in row:
            lines = self.line(label, "label", LABEL), self.line(value, "value", VALUE)
            yield max(line.height for line in lines), *lines


def height_of(row: Sequence[Pair]) -> float:
    """What a row takes; of one that is taller than half a page only its first line counts."""
    height = sum(height + AFTER_LINE for height, _label, _value in row)
    return height if height < (BOTTOM - TOP) / 2 else row[0][0]
