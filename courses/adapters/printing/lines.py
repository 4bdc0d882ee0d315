"""A text that finds its size: one line shrinks to its width, a longer text wraps to a few lines.

Lengths are millimetres, sizes are points.
"""

import re
from dataclasses import dataclass
from math import floor

from courses.adapters.printing.shaping import Type, shaped
from courses.adapters.printing.wrapping import Wrapped, wrapped

MM = 72 / 25.4
INVISIBLE = re.compile("[\x00-\x1f\x7f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
WIDEST_TRACK = 0.09  # from 0.1 em on readers extract l e t t e r s
BASE = {
    "km": {"fonts": ("Battambang", "Noto Serif"), "top": 1.07, "bottom": 0.52, "leading": 0.08},
    "en": {"fonts": ("Noto Serif", "Battambang"), "top": 0.78, "bottom": 0.24, "leading": 0.36},
}
COMMON = {
    "size": 10, "min": 7, "weight": 400, "color": "#16211f", "align": "left", "lang": "en",
    "lines": 1, "case": "as-is", "track": 0, "italic": False, "h1": False,
}  # fmt: skip
ASIDE = {"left": 0.0, "center": 0.5, "right": 1.0}
SLACK = 0.1 / MM


@dataclass(frozen=True)
class Line:
    """A text that has found its size: one line, or several where `wrap` says how."""

    text: str
    style: dict
    size: float
    width: float
    height: float
    is_whole: bool
    wrap: Wrapped | None = None

    def item(self, x: float, y: float, w: float) -> dict:
        """What the engine draws in a column of width `w` at (x, y)."""
        s = self.style
        narrow = self.wrap.width if self.wrap else self.width
        item = {
            "type": "text", "x": round(x + (w - narrow) * ASIDE[s["align"]], 3), "y": round(y, 3),
            "s": self.text, "z": self.size, "fonts": s["fonts"], "weight": s["weight"],
            "color": s["color"], "lang": s["lang"], "italic": s["italic"], "top": s["top"],
            "bottom": s["bottom"], "track": s["track"], "h1": s["h1"],
        }  # fmt: skip
        if self.wrap:
            item |= {"w": narrow, "align": s["align"], "leading": s["leading"]}
        return item


def styled(styles: dict, e: dict) -> dict:
    """Defaults by language, under the named style, under the element itself."""
    own = styles.get(e.get("style", ""), {}) | e
    style = COMMON | BASE[own.get("lang", "en")] | own
    is_khmer = style["lang"] == "km"
    return style | {"track": 0 if is_khmer else min(style["track"], WIDEST_TRACK)}


def fitted(text: str, style: dict, size: float, w: float) -> Line:
    """One line if it may shrink to the width, else up to `lines` lines, evened out."""
    kind = Type(tuple(style["fonts"]), style["weight"], style["italic"], style["track"])
    em = shaped(text, kind).width / MM
    if style["lines"] > 1 and em * size > w:
        wrap = wrapped(text, kind, w, size, min(style["min"], size), line_box(style))
        height = wrap.height
        return Line(text, style, wrap.size, wrap.width, height, wrap.is_whole, wrap)
    least = min(style["min"], size)
    while size > least and em * size > w:
        size = max(least, min(size - 0.25, floor(4 * w / em) / 4))
    height = (style["top"] + style["bottom"]) * size / MM
    return Line(text, style, size, em * size, height, em * size <= w)


def line_box(style: dict) -> tuple:
    return style["lang"], style["top"], style["bottom"], style["leading"], style["lines"]
