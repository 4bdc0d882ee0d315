"""Typesetting of certificates: a design and facts in, a PDF out; nothing else is read."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from courses.adapters.printing import typesetting
from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.pictures import for_print
from courses.adapters.printing.qr import qr_svg

__all__ = ["Rendered", "TypesettingError", "designs", "render"]

ENGINE = Path(__file__).resolve().parent.parent / "engine"
PICTURE_FIELDS = ("logo_1", "logo_2", "sign_1_image", "sign_2_image")
ATTACHED = {
    "path": "credential.json",
    "mime": "application/ld+json",
    "description": "Open Badges 3.0 credential of this certificate",
}
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True)
class Rendered:
    """The bytes of a PDF/A-3a file that also claims PDF/UA-1."""

    pdf: bytes


def designs() -> list[str]:
    """The names of the shipped designs."""
    return sorted(path.stem for path in (ENGINE / "designs").glob("*.json"))


@cache
def design_of(name: str) -> dict:
    return json.loads((ENGINE / "designs" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def art_of(name: str) -> list[str]:
    """The drawings that a design uses, as paths below the engine."""
    design = design_of(name)
    parts = [part for e in design["elements"] for part in (e, *e.get("items", ()))]
    return sorted({part["src"] for part in parts if "src" in part} | {design["bg"]})


@cache
def ratios() -> dict[str, float]:
    """Height by width of every shipped drawing."""
    found = {}
    for path in (ENGINE / "art").glob("*.svg"):
        w, h = VIEW_BOX.search(path.read_text(encoding="utf-8")).groups()
        found[f"art/{path.name}"] = float(h) / float(w)
    return found


def render(
    design: str, facts: dict, images: dict[str, bytes], *, credential: bytes = b""
) -> Rendered:
    """Compile the shipped design with the facts; `images` are picture files by field name, and a
    credential is attached to the file.

    Raises TypesettingError when anything would be missing, clipped or wrong on paper.
    """
    sheet = design_of(design)
    pictures = {name: for_print(content) for name, content in images.items()}
    fields = dict.fromkeys(PICTURE_FIELDS, "") | {name: f"{name}.jpg" for name in pictures}
    scan = {"qr": {"svg": qr_svg(facts["scan"]), "alt": facts["url"]}}
    document = {
        "w": sheet["w"], "h": sheet["h"], "bg": sheet["bg"], "title": facts["title"],
        "y": facts["y"], "m": facts["m"], "d": facts["d"], "lang": facts["lang"],
        "attached": [ATTACHED] if credential else [],
        "pages": [lay_out(sheet, facts | fields | scan, ratios())],
    }  # fmt: skip
    art = {name: ENGINE / name for name in art_of(design)}
    photos = {f"{name}.jpg": content for name, content in pictures.items()}
    attached = {ATTACHED["path"]: credential} if credential else {}
    return Rendered(typesetting.draw(document, art | photos | attached))
