"""Designs of printed things that the app ships, and how several of them share a page."""

import json
from collections.abc import Iterable, Iterator
from functools import cache

from courses.adapters.printing.fonts import FOLDER
from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.qr import qr_svg

DESIGNS = FOLDER.parent / "designs"
CROP_MARK, CROP_GAP, CROP_COLOR = 4, 1, "#8a9694"


@cache
def design_of(name: str) -> dict:
    return json.loads((DESIGNS / f"{name}.json").read_text(encoding="utf-8"))


def laid(name: str, facts: dict) -> list[dict]:
    """The items of a shipped design with these facts. Raises TypesettingError as `lay_out`."""
    return lay_out(design_of(name), facts, {})


def qr(text: str, alt: str) -> dict:
    """The fact for a QR code in a design."""
    return {"svg": qr_svg(text), "alt": alt}


def moved(items: Iterable[dict], x: float, y: float) -> list[dict]:
    """The items with their origin at (x, y)."""
    return [item | {"x": round(item["x"] + x, 3), "y": round(item["y"] + y, 3)} for item in items]


def pages_of(
    pieces: Iterable[list[dict]], *, across: int, down: int, w: float, h: float, page=(210, 297)
) -> Iterator[list[dict]]:
    """Pieces of w × h millimetres side by side in the middle of as many pages as they need, with
    marks at the edge that say where to cut."""
    left, top = (page[0] - across * w) / 2, (page[1] - down * h) / 2
    places = [(left + n % across * w, top + n // across * h) for n in range(across * down)]
    marks = crop_marks(
        [left + n * w for n in range(across + 1)], [top + n * h for n in range(down + 1)]
    )
    every = list(pieces)
    for first in range(0, len(every), len(places)):
        some = zip(every[first : first + len(places)], places, strict=False)
        yield [item for piece, place in some for item in moved(piece, *place)] + marks


def crop_marks(columns: list[float], rows: list[float]) -> list[dict]:
    """Short lines outside the outermost edges, at every cut."""
    look = {"type": "rule", "w": CROP_MARK, "weight": 0.4, "color": CROP_COLOR}
    before, after = CROP_GAP + CROP_MARK, CROP_GAP
    flat = [
        look | {"x": round(x, 3), "y": round(y, 3)}
        for y in rows
        for x in (columns[0] - before, columns[-1] + after)
    ]
    upright = [
        look | {"x": round(x, 3), "y": round(y, 3), "vertical": True}
        for x in columns
        for y in (rows[0] - before, rows[-1] + after)
    ]
    return flat + upright
