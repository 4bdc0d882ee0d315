"""The report on reach on one to four A4 pages: figures, pictures, targets, tables, definitions."""

from collections.abc import Sequence

from courses.adapters.paper.facts import logos_of
from courses.adapters.paper.flow import (
    BOTTOM,
    FOOT,
    HAIR,
    INK,
    LEFT,
    QUIET,
    TEAL,
    TOP,
    WIDE,
    Flow,
    H,
    W,
)
from courses.adapters.paper.illustrations import drawn, height_of, key_of, picture_of
from courses.adapters.paper.report_facts import Figure, Report, Table, Target
from courses.adapters.paper.report_grids import BETWEEN, Grid, grid_of, shorter_and_shorter
from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.typesetting import draw

MOST_PAGES = 4
LOGOS, LOGO = 4, 15
AIR, GAP, AFTER_LINE, BEFORE_SECTION = 0.8, 6, 1, 7
#: What a page holds below a heading.
WHOLE = BOTTOM - TOP - 20
SAFFRON, TINT = "#c08a2b", "#e7efee"
STYLES = {
    "programme": {"size": 10, "min": 6, "weight": 600, "color": QUIET, "lines": 2},
    "title": {"size": 22, "min": 12, "weight": 600, "color": TEAL, "h1": True, "lines": 2},
    "title-km": {
        "size": 19, "min": 10, "fonts": ("Moul", "Noto Serif"), "color": TEAL, "h1": True,
        "lines": 2, "top": 1.1, "bottom": 0.6,
    },
    "period": {"size": 12, "min": 8, "weight": 600, "lines": 2},
    "said": {"size": 8.5, "min": 6, "color": QUIET, "lines": 4},
    "lead": {"size": 10, "min": 6, "lines": 20},
    "number": {"size": 27, "min": 12, "weight": 700, "color": INK},
    "unit": {"size": 10.5, "min": 7, "weight": 700, "lines": 2},
    "small": {"size": 7.5, "min": 5.5, "color": QUIET, "lines": 9},
    "bounds": {"size": 9.5, "min": 7, "lines": 4},
    "heading": {"size": 12, "min": 8, "weight": 600, "color": TEAL, "lines": 2},
    "label": {"size": 8, "min": 2},
    "key": {"size": 7.5, "min": 5, "color": INK},
    "cell": {"size": 8.5, "min": 6, "lines": 3},
    "head": {"size": 8, "min": 4.5, "weight": 700, "color": TEAL, "lines": 2},
    "total": {"size": 8.5, "min": 6, "weight": 700, "lines": 3},
    "note": {"size": 8.5, "min": 6, "lines": 30},
    "foot": FOOT,
}  # fmt: skip


def report_pdf(report: Report) -> bytes:
    """A PDF/A file. Where it would have more than four pages long tables are cut, and where that
    does not help definitions are left out; both are said.

    Raises TypesettingError `does_not_fit` where it is too long even then.
    """
    for told, rows in shorter_and_shorter(report):
        paper = Paper(told, rows)
        paper.lay()
        if len(paper.pages) <= MOST_PAGES:
            return paper.drawn()
    raise TypesettingError("does_not_fit", report.title)


class Paper(Flow):
    """One report with so many rows in a table at most."""

    def __init__(self, report: Report, most_rows: int):
        super().__init__(STYLES, report.language, report.unprintable)
        self.report, self.most_rows = report, most_rows
        self.logos = logos_of(report.parties, LOGOS)
        self.files = {f"logo_{n}.jpg": logo for n, (_party, logo) in enumerate(self.logos)}

    def drawn(self) -> bytes:
        report, day = self.report, self.report.made_on
        document = {
            "w": W, "h": H, "bg": "", "title": f"{report.title} · {report.period}",
            "lang": report.language, "y": day.year, "m": day.month, "d": day.day,
            "pages": self.footed(f"{report.programme} · {report.snapshot}", report.page),
        }  # fmt: skip
        return draw(document, self.files)

    def lay(self) -> None:
        report = self.report
        self.head()
        self.figures()
        self.others()
        if report.pictures:
            self.pictures()
        if report.targets:
            self.section(report.targets_title, 10)
            for target in report.targets:
                self.target(target)
        for table in report.tables:
            self.table(table)
        if report.notes:
            self.section(report.notes_title, 10)
            self.pairs([(label, text) for label, text in report.notes], "note")
        if report.definitions:
            self.section(report.definitions_title, 10)
            self.pairs([(f"{d.name} ({d.reference})", d.text) for d in report.definitions], "small")
        self.seal()

    def head(self) -> None:
        report = self.report
        is_khmer = report.language.startswith("km")
        right = LEFT + WIDE - len(self.logos) * (LOGO + 3)
        for n, (party, _logo) in enumerate(self.logos):
            alt = party.name.km if is_khmer else party.name.en
            at = {"x": round(right + 3 + n * (LOGO + 3), 3), "y": self.y - 4, "w": LOGO, "h": LOGO}
            self.add(
                {"type": "image", "src": f"logo_{n}.jpg", "alt": alt or report.programme, **at}
            )
        self.under("programme", report.programme, right - LEFT - 4)
        if self.logos:
            self.y = max(self.y, 18 - 4 + LOGO + 2)
        self.y += 2
        self.hair(SAFFRON, 1.4)
        self.y += 3
        self.under("title-km" if is_khmer else "title", report.title)
        self.under("period", report.period)
        self.under("said", report.filters)
        self.under("said", report.as_at)
        self.y += 2
        self.under("lead", report.introduction)

    def under(self, style: str, text: str, w: float = WIDE) -> None:
        """A line, and the next one below it."""
        if text:
            line = self.line(text, style, w)
            self.put(line, LEFT, w)
            self.y += line.height + AFTER_LINE

    def figures(self) -> None:
        """The large numbers side by side, each under a line, and between what bounds they lie."""
        figures = self.report.figures
        self.y += 4
        wide = (WIDE - GAP * (len(figures) - 1)) / max(len(figures), 1)
        top, lowest = self.y, self.y
        for n, figure in enumerate(figures):
            self.y = top
            self.figure(figure, LEFT + n * (wide + GAP), wide)
            lowest = max(lowest, self.y)
        self.y = lowest + 3
        self.under("bounds", self.report.bounds)

    def figure(self, figure: Figure, x: float, w: float) -> None:
        self.hair(INK, 1.2, x, w)
        self.y += 1.5
        for style, text in (
            ("number", figure.value), ("unit", figure.name),
            ("small", f"{figure.definition} ({figure.reference})"),
        ):  # fmt: skip
            line = self.line(text, style, w)
            self.put(line, x, w)
            self.y += line.height + 0.6

    def others(self) -> None:
        """Smaller figures in two columns, each its value and its name."""
        others = self.report.others
        if not others:
            return
        wide, value_w = (WIDE - GAP) / 2, 26
        self.y += 2
        for first in range(0, len(others), 2):
            lines = [
                (self.line(value, "total", value_w), self.line(name, "cell", wide - value_w))
                for name, value in others[first : first + 2]
            ]
            high = max(line.height for pair in lines for line in pair)
            self.make_room(high + 1.2)
            for n, (value, name) in enumerate(lines):
                x = LEFT + n * (wide + GAP)
                self.put(value, x, value_w)
                self.put(name, x + value_w, wide - value_w)
            self.y += high + 1.2

    def pictures(self) -> None:
        """Side by side below their titles and keys, on one height."""
        pictures = self.report.pictures
        self.y += BEFORE_SECTION - 2
        wide = (WIDE - BETWEEN) / 2
        tallest = max(height_of(one.drawing, wide) for one in pictures)
        self.make_room(tallest + 18)
        top, lowest = self.y, self.y
        for n, one in enumerate(pictures):
            x, name = LEFT + n * (wide + BETWEEN), f"picture_{n}.svg"
            self.files[name] = picture_of(one.drawing)
            self.y = top
            self.hair(TEAL, 0.8, x, wide)
            self.y += 1.5
            title = self.line(one.title, "heading", wide)
            self.put(title, x, wide)
            self.y += title.height + 1
            items, high = key_of(self, one, x, self.y, wide)
            self.add(*items)
            self.y += high + 1.5
            self.add(*drawn(self, one, name, x, self.y, wide))
            lowest = max(lowest, self.y + height_of(one.drawing, wide))
        self.y = lowest

    def section(self, title: str, first: float) -> None:
        """A heading that stays with so much of what follows."""
        line = self.line(title, "heading", WIDE)
        if not self.make_room(BEFORE_SECTION + line.height + 4 + first):
            self.y += BEFORE_SECTION
        self.put(line, LEFT, WIDE)
        self.y += line.height + 1
        self.hair(TEAL, 0.8)
        self.y += 1.5

    def target(self, target: Target) -> None:
        """A row: what was promised, a bar, the numbers and the share."""
        name, bar, told = 62, 52, 40
        words = self.line(target.name, "cell", name - 3)
        self.make_room(words.height + 1.5)
        x, y = LEFT + name, round(self.y + words.height / 2 - 1.7, 3)
        look = {"type": "rect", "x": x, "y": y, "h": 3.4}
        self.add(look | {"w": bar, "fill": "#eef3f2", "color": HAIR, "weight": 0.4})
        if target.share > 0:
            self.add(look | {"w": round(bar * min(target.share, 1), 2), "fill": "#0a5660"})
        self.put(words, LEFT, name)
        self.put(self.line(target.told, "cell", told), x + bar + 3, told)
        per_cent = self.line(target.per_cent, "total", 17, align="right")
        self.put(per_cent, LEFT + WIDE - 17, 17)
        self.y += words.height + 1.5

    def table(self, table: Table) -> None:
        """In one piece where a page holds it, else with its head again on the next page."""
        left_out = len(table.rows) - self.most_rows
        grid = grid_of(table, self.most_rows)
        head = self.row(grid.heads, "head", grid)
        body = [self.row(row, "body", grid) for row in grid.rows]
        foot = [self.row(grid.total, "foot", grid)] if grid.total else []
        high = sum(row["height"] for row in (head, *body, *foot))
        self.section(table.title, high if high < WHOLE else 16)
        while len(body) > (fits := self.fitting(body, head, foot)):
            self.place(grid, [head, *body[:fits]])
            body = body[fits:]
            self.make_room(H)
        self.place(grid, [head, *body, *foot])
        if left_out > 0:
            self.under("small", self.report.more(left_out))
        self.under("small", table.note)

    def fitting(self, body: list[dict], head: dict, foot: list[dict]) -> int:
        """How many rows this page has room for; all of them only with the total."""
        room = BOTTOM - self.y - head["height"]
        used = 0.0
        for n, row in enumerate(body):
            used += row["height"]
            last = sum(row["height"] for row in foot) if n == len(body) - 1 else 0
            if used + last > room:
                return max(n, 1)
        return len(body)

    def row(self, texts: Sequence[str], part: str, grid: Grid) -> dict:
        style = {"head": "head", "body": "cell", "foot": "total"}[part]
        cells, tallest = [], 0.0
        for text, w, side in zip(texts, grid.widths, grid.sides, strict=True):
            line = self.line(text, style, w - 2, align=side)
            cells.append({"span": 1, "align": side, "items": [line.item(0, 0, w - 2)]})
            tallest = max(tallest, line.height)
        return {"part": part, "cells": cells, "height": tallest + 2 * AIR}

    def place(self, grid: Grid, rows: list[dict]) -> None:
        look = {"line": HAIR, "color": TEAL, "head_fill": TINT, "foot_fill": "#ffffff"}
        at = {"x": LEFT, "y": round(self.y, 3), "pad": 1, "air": AIR}
        self.add({"type": "table", "columns": grid.widths, "rows": rows, **look, **at})
        self.y += sum(row["height"] for row in rows) + 1.5

    def pairs(self, pairs: Sequence[tuple[str, str]], style: str) -> None:
        """Labels on the left, texts on the right."""
        label_w = 52
        for label, text in pairs:
            left = self.line(label, "small", label_w - 3)
            right = self.line(text, style, WIDE - label_w)
            high = max(left.height, right.height)
            self.make_room(high)
            self.put(left, LEFT, label_w - 3)
            self.put(right, LEFT + label_w, WIDE - label_w)
            self.y += high + 1.2

    def seal(self) -> None:
        """The snapshot and its fingerprint, so that anybody can ask for the same figures again."""
        self.make_room(14)
        self.y += 3
        self.hair(SAFFRON, 1)
        self.y += 1.5
        self.under("small", self.report.snapshot)
        self.under("small", self.report.fingerprint)
