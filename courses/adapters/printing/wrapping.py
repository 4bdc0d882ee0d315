"""Texts of several lines: typst breaks them, once for each text, width and size."""

import json
from dataclasses import dataclass
from functools import lru_cache

import typst

from courses.adapters.printing.fonts import FOLDER, for_typst
from courses.adapters.printing.shaping import Type

WRAP = FOLDER.parent / "wrap.typ"


@dataclass(frozen=True)
class Wrapped:
    """Size in points, width and height in millimetres of the lines, evened out."""

    size: float
    width: float
    height: float
    is_whole: bool


@lru_cache(maxsize=1024)
def wrapped(
    text: str,
    kind: Type,
    w: float,
    size: float,
    least: float,
    box: tuple[str, float, float, float, int],
) -> Wrapped:
    """The largest type from `size` down to `least` at which the text takes the lines it may.

    `box` is language, edges above and below the baseline, leading (all em) and number of lines.
    """
    lang, top, bottom, leading, lines = box
    asked = {
        "s": text, "fonts": kind.fonts, "weight": kind.weight, "italic": kind.is_italic,
        "track": kind.track, "w": w, "size": size, "min": least, "lang": lang, "top": top,
        "bottom": bottom, "leading": leading, "lines": lines,
    }  # fmt: skip
    compiler = typst.Compiler(
        WRAP,
        root=WRAP.parent,
        font_paths=for_typst(),
        sys_inputs={"text": json.dumps(asked)},
    )
    (answer,) = json.loads(compiler.query("<wrap>", field="value"))
    return Wrapped(answer["size"], answer["width"], answer["height"], answer["ok"])
