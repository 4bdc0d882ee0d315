"""Where every line of a design stands and how large it is, worked out before typst draws.

Lengths are millimetres, sizes are points. Texts shrink to fit; what is still too large is refused.
"""

import re

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.lines import ASIDE, INVISIBLE, SLACK, Line, fitted, styled

HOLE = re.compile(r"\{(\w+)\}")
BELOW = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
LEAST_SCALE, SHRINK_STEP = 0.7, 0.05
LEAST_GAPS = 0.4


def lay_out(design: dict, facts: dict, ratios: dict[str, float]) -> list[dict]:
    """The items of the page in reading order. `ratios` are height by width of the pictures; a fact
    for a QR code is `{"svg", "alt"}`.

    Raises TypesettingError: `does_not_fit`, `missing_glyph`, `malformed`, or `not_printed` for a
    field that the facts do not have.
    """
    page = Page(design, facts, ratios)
    return [item for e in design["elements"] if page.wants(e) for item in page.items(e)]


class Page:
    """One design with the facts of one sheet, certificate or card."""

    def __init__(self, design: dict, facts: dict, ratios: dict[str, float]):
        self.styles = design["styles"]
        self.least_scale = design.get("least_scale", LEAST_SCALE)
        self.facts = {
            k: INVISIBLE.sub("", v) if isinstance(v, str) else v for k, v in facts.items()
        }
        self.ratios = ratios

    def wants(self, e: dict) -> bool:
        """Optional things vanish whole when one of their fields is empty."""
        if not (e.get("optional") or "if" in e):
            return True
        keys = HOLE.findall(e.get("text", "")) + [e[k] for k in ("field", "if") if k in e]
        return all(self.facts.get(key) for key in keys)

    def items(self, e: dict) -> list[dict]:
        return getattr(self, f"items_of_{e['type']}")(e)

    def items_of_text(self, e: dict) -> list[dict]:
        line = self.fitting(e, e["w"])
        return [line.item(e["x"], e["y"], e["w"])]

    def items_of_rule(self, e: dict) -> list[dict]:
        return [e]

    items_of_rect = items_of_rule

    def items_of_qr(self, e: dict) -> list[dict]:
        return [e | self.facts[e.get("field", "qr")]]

    def items_of_image(self, e: dict) -> list[dict]:
        return [self.picture(e)]

    def picture(self, e: dict) -> dict:
        source = self.facts[e["field"]] if "field" in e else e["src"]
        alt = self.facts.get(e["alt_field"], "") if "alt_field" in e else e.get("alt", "")
        return {**{k: e[k] for k in "xywh" if k in e}, "type": "image", "src": source, "alt": alt}

    def items_of_stack(self, e: dict) -> list[dict]:
        """Lines under each other: gaps open up or give way, then all type steps down."""
        parts = [part for part in e["items"] if self.wants(part)]
        if not parts:
            return []
        gaps = [0, *(part.get("gap", 0) for part in parts[1:])]
        for step in range(1 + round((1 - self.least_scale) / SHRINK_STEP)):
            scale = round(1 - step * SHRINK_STEP, 2)
            solved = [self.solved(part, e, scale) for part in parts]
            heights = [height for _part, height in solved]
            stretch = self.stretch(e, sum(heights), sum(gaps))
            if stretch is not None:
                break
        else:
            raise TypesettingError("does_not_fit", e.get("id", "stack"))
        whole = sum(heights) + sum(gaps) * stretch
        y = e["y"] + (e.get("h", whole) - whole) * BELOW[e.get("valign", "top")]
        items = []
        for (part, height), gap in zip(solved, gaps, strict=True):
            y += gap * stretch
            items.append(self.placed(part, e, y))
            y += height
        return items

    def stretch(self, e: dict, heights: float, gaps: float) -> float | None:
        """By how much the gaps are multiplied; None when the stack is too tall."""
        free = e.get("h", 1000) - heights
        factor = 1.0
        if gaps > 0:
            factor = max(LEAST_GAPS, min(free / gaps, e.get("stretch", 1) if "h" in e else 1))
        return factor if gaps * factor <= free + SLACK else None

    def solved(self, part: dict, e: dict, scale: float) -> tuple[Line | dict, float]:
        """A line or a picture of a stack, and its height."""
        if part.get("type") == "image":
            return part, part["w"] * self.ratios[part["src"]]
        line = self.fitting({"align": e.get("align", "left")} | part, e["w"], scale)
        return line, line.height

    def placed(self, part: Line | dict, e: dict, y: float) -> dict:
        if isinstance(part, Line):
            return part.item(e["x"], y, e["w"])
        x = e["x"] + (e["w"] - part["w"]) * ASIDE[e.get("align", "left")]
        return self.picture(part | {"x": round(x, 3), "y": round(y, 3)})

    def fitting(self, e: dict, w: float, scale: float = 1.0, row: dict | None = None) -> Line:
        """The text of an element at the size that fits. Raises TypesettingError."""
        style = styled(self.styles, e)
        text = self.filled(e["text"], row or {})
        if style["case"] == "upper":
            text = text.upper()
        size = max(min(style["min"], style["size"]), style["size"] * scale)
        line = fitted(text, style, size, w)
        if not line.is_whole:
            raise TypesettingError("does_not_fit", text)
        return line

    def filled(self, text: str, row: dict) -> str:
        """One pass: a value is never read again."""
        try:
            return HOLE.sub(
                lambda hole: str((row if hole[1] in row else self.facts)[hole[1]]), text
            )
        except KeyError as error:
            raise TypesettingError("not_printed", f"unknown field {error}") from error

    def items_of_table(self, e: dict) -> list[dict]:
        """Two languages in one cell, one row per fact row; shrinks as a whole."""
        for step in range(1 + round((1 - e.get("min_scale", 0.8)) / 0.04)):
            k = 1 - 0.04 * step
            rows = self.rows_of(e, k)
            if sum(row["height"] for row in rows) <= e["h"] + SLACK:
                columns = [column["w"] for column in e["columns"]]
                sides = [column.get("align", "left") for column in e["columns"]]
                look = {key: e[key] for key in ("line", "color", "head_fill", "foot_fill")}
                where = {"x": e["x"], "y": e["y"], "pad": e["pad"], "air": e["air"] * k}
                return [
                    {"type": "table", "columns": columns, "sides": sides, "rows": rows}
                    | look
                    | where
                ]
        raise TypesettingError("does_not_fit", e.get("id", "table"))

    def rows_of(self, e: dict, k: float) -> list[dict]:
        """Head, body and foot with their cells at scale `k`."""
        columns = e["columns"]
        rows = [self.row(e, "head", [(c, c["head"], c["w"], 1) for c in columns], {}, k)]
        for facts in self.facts[e["rows"]]:
            cells = [(c, c["cell"], c["w"], 1) for c in columns]
            rows.append(self.row(e, "body", cells, facts, k))
        foot, n = [], 0
        for cell in e.get("foot", ()):
            span = cell.get("span", 1)
            foot.append((cell, cell["cell"], sum(c["w"] for c in columns[n : n + span]), span))
            n += span
        return rows + ([self.row(e, "foot", foot, {}, k)] if foot else [])

    def row(self, e: dict, part: str, cells: list, facts: dict, k: float) -> dict:
        told = []
        for column, texts, width, span in cells:
            side, w = column.get("align", "left"), width - 2 * e["pad"]
            lines = [self.fitting({"align": side} | text, w, k, facts) for text in texts]
            items = [line.item(0, 0, w) for line in lines]
            height = sum(line.height for line in lines) + 2 * e["air"] * k
            told.append({"span": span, "align": side, "items": items, "height": height})
        return {"part": part, "cells": told, "height": max(cell["height"] for cell in told)}
