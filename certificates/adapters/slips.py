"""Paper slips on which people see how their names will print. Lengths in millimetres."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from courses.adapters.paper.facts import printable
from courses.adapters.printing.designs import pages_of
from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.typesetting import draw

SLIP = Path(__file__).resolve().parent.parent / "engine" / "slip.json"
W, H = 95, 66


@cache
def _design() -> dict:
    return json.loads(SLIP.read_text(encoding="utf-8"))


def slips_pdf(names: Iterable[tuple[str, str, str]], run: str, title: str, day: date) -> bytes:
    """Eight slips on a page, cut apart along the marks. Each of the `names` is Khmer, Latin and the
    code of the card; what would print wrongly is left empty, to be written by hand."""
    slips = (
        lay_out(
            _design(),
            {"name_km": printable(km), "name_en": printable(en), "code": code, "run": run},
            {},
        )
        for km, en, code in names
    )
    document = {
        "w": 210, "h": 297, "bg": "", "title": title, "y": day.year, "m": day.month, "d": day.day,
        "lang": "km", "pages": list(pages_of(slips, across=2, down=4, w=W, h=H)),
    }  # fmt: skip
    return draw(document)
