"""Gold answers for the generated sets: what the plain reference counts in them, kept in a file.

    python -m tests.benchmarks.reach_gold     # writes reach_gold.json anew, two minutes

Whoever counts in another way asks `questions()` and compares `told(cells)` with `gold("M")`.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    os.environ["SALA_MODE"] = "demo"
    os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings"
    import django

    django.setup()

from tests.benchmarks.measure import database_of_its_own
from tests.benchmarks.reach_worlds import M, Size, scaled, write_world
from tests.reference import FIGURES, World, dump, figure

FILE = Path(__file__).with_suffix(".json")
#: The sizes that are kept, by name.
SIZES: dict[str, Size] = {"small": scaled(0.02), "M": M}
#: When the answers were given: everything is over by then, so a later day changes nothing.
NOW = datetime(2026, 11, 20, tzinfo=UTC)
WHOLE = (date(2023, 11, 1), date(2026, 10, 31))
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
TABLES = (
    *(("sector", "sex"), ("province",), ("role",), ("age_band",), ("organization_kind",)),
    *(("month",), ("quarter", "topic"), ("pillar",), ("outcome",), ("course",)),
    *(("venue_province",), ("donor",), ("project", "language"), ("national",)),
)
NARROW = (
    {"filters": {"sector": {"garment"}, "sex": {"female"}}},
    {"filters": {"pillar": {"voice", "care"}, "language": {"zh"}}},
    {"area": {"12", "08"}},
)
#: Nobody of the generated sets is asked anything.
LEARNING = {"L1", "L1R", "L1N", "L4", "L4V", "L5", "L5N", "L5S"}
LEARNING |= {"L6", "L6P", "L6N", "L6S"}


class Question(NamedTuple):
    code: str
    start: date
    end: date
    by: tuple[str, ...] = ()
    narrow: int | None = None

    @property
    def narrowing(self) -> dict:
        """Filters and area, as `reference.figure` takes them."""
        return {} if self.narrow is None else NARROW[self.narrow]

    def __str__(self):
        by = f" by {', '.join(self.by)}" if self.by else ""
        narrow = "" if self.narrow is None else f" narrowed by {self.narrow}"
        return f"{self.code} {self.start}–{self.end}{by}{narrow}"


def questions() -> Iterator[Question]:
    """Every figure of three periods, with every filter that it has, and with every table if it is
    not a part of another."""
    for code, kind in FIGURES.items():
        if code in LEARNING:
            continue
        for period in (WHOLE, YEAR, QUARTER):
            yield Question(code, *period)
        for by in TABLES:
            if set(by) <= kind.dimensions and not code[-1].isalpha():
                yield Question(code, *YEAR, by)
        for place, narrow in enumerate(NARROW):
            if set(narrow.get("filters", {})) <= (kind.filters or kind.dimensions):
                yield Question(code, *YEAR, (), place)


def answer(world: World, question: Question) -> dict[str, str | None]:
    """What the reference counts."""
    period = (question.start, question.end)
    return told(figure(world, question.code, *period, by=question.by, **question.narrowing))


def told(cells: dict[tuple, object]) -> dict[str, str | None]:
    """Cells as they stand in the file: the values of a key joined, "?" for the unknown; whole
    numbers and fractions as text."""
    return {
        "|".join("?" if each is None else str(each) for each in cell): (
            None if value is None else str(Fraction(value))
        )
        for cell, value in sorted(cells.items(), key=str)
    }


def gold(name: str) -> dict[str, dict[str, str | None]]:
    """The answers for a size, by the question as text."""
    return json.loads(FILE.read_text(encoding="utf-8"))[name]


def main() -> None:
    found = {}
    for name, size in SIZES.items():
        with database_of_its_own():
            written = write_world(size)
            print(f"{name}: {written.seconds:.1f} s, {written.rows}")
            world = dump(NOW)
            found[name] = {str(each): answer(world, each) for each in questions()}
    lines = json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
