"""Typesetting of certificates: a design and facts in, a PDF out; nothing else is read."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from courses.adapters.printing import typesetting
from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.pictures import for_print
from courses.adapters.printing.qr import qr_svg

__all__ = [
    "Rendered", "TypesettingError", "drawings", "picture", "render", "render_many",
    "shipped", "shipped_sheet", "sketch",
]  # fmt: skip

ENGINE = Path(__file__).resolve().parent.parent / "engine"
PICTURE_FIELDS = ("logo_1", "logo_2", "sign_1_image", "sign_2_image")
ATTACHED = {
    "path": "credential.json",
    "mime": "application/ld+json",
    "description": "Open Badges 3.0 credential of this certificate",
}
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
#: Pixels; networks show pictures up to this width.
SHARED_WIDTH = 1200
NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class Rendered:
    """The bytes of a PDF/A-3a file that also claims PDF/UA-1."""

    pdf: bytes


def shipped() -> list[str]:
    """The names of the shipped designs."""
    return sorted(path.stem for path in (ENGINE / "designs").glob("*.json"))


@cache
def shipped_sheet(name: str) -> dict:
    return json.loads((ENGINE / "designs" / f"{name}.json").read_text(encoding="utf-8"))


def drawings() -> dict[str, float]:
    """Height by width of every shipped drawing, by its path below the engine."""
    return dict(_ratios())


@cache
def _ratios() -> dict[str, float]:
    found = {}
    for path in sorted((ENGINE / "art").glob("*.svg")):
        w, h = VIEW_BOX.search(path.read_text(encoding="utf-8")).groups()
        found[f"art/{path.name}"] = float(h) / float(w)
    return found


@cache
def _drawing(source: str) -> bytes:
    return (ENGINE / source).read_bytes()


def sources_of(sheet: dict) -> set[str]:
    """The drawings and pictures that a design names itself."""
    parts = [part for e in sheet["elements"] for part in (e, *e.get("items", ()))]
    return {part["src"] for part in parts if "src" in part} | {sheet["bg"]} - {""}


def render(
    sheet: dict,
    facts: dict,
    images: Mapping[str, bytes],
    pictures: Mapping[str, bytes] = NOTHING,
    *,
    credential: bytes = b"",
) -> Rendered:
    """Compile a design with the facts; `images` are picture files of the issuer by field name,
    `pictures` those that the design brings itself by their `src`. A credential is attached to the
    file.

    Raises TypesettingError when anything would be missing, clipped or wrong on paper.
    """
    document, files = _document(sheet, [facts], images, pictures)
    if credential:
        document["attached"], files[ATTACHED["path"]] = [ATTACHED], credential
    return Rendered(typesetting.draw(document, files))


def render_many(
    sheet: dict,
    facts: list[dict],
    images: Mapping[str, bytes],
    pictures: Mapping[str, bytes] = NOTHING,
) -> Rendered:
    """One file for the printer with a page for each of the facts. Raises as `render`."""
    document, files = _document(sheet, facts, images, pictures)
    return Rendered(typesetting.draw_for_printer(document, files))


def sketch(
    sheet: dict,
    facts: dict,
    images: Mapping[str, bytes],
    pictures: Mapping[str, bytes] = NOTHING,
) -> str:
    """The page as an SVG picture for the screen. Raises as `render`, though a glyph that only PDF
    would miss is found by `render` alone."""
    document, files = _document(sheet, [facts], images, pictures)
    return typesetting.sketch(document, files)


def picture(
    sheet: dict,
    facts: dict,
    images: Mapping[str, bytes],
    pictures: Mapping[str, bytes] = NOTHING,
) -> bytes:
    """The page as a PNG file, as wide as pages of others show it. Raises as `sketch`."""
    document, files = _document(sheet, [facts], images, pictures)
    return typesetting.picture(document, files, pixels=SHARED_WIDTH)


def _document(sheet, facts, images, pictures) -> tuple[dict, dict[str, bytes]]:
    photos = {f"{name}.jpg": for_print(content) for name, content in images.items()}
    fields = dict.fromkeys(PICTURE_FIELDS, "") | {name: f"{name}.jpg" for name in images}
    pages = [lay_out(sheet, each | fields | {"qr": _scan(each)}, _ratios()) for each in facts]
    first = facts[0]
    document = {key: first[key] for key in ("title", "y", "m", "d", "lang")}
    document |= {"w": sheet["w"], "h": sheet["h"], "bg": sheet["bg"], "pages": pages}
    return document, {name: _file(name, pictures) for name in sources_of(sheet)} | photos


def _scan(facts: dict) -> dict:
    return {"svg": qr_svg(facts["scan"]), "alt": facts["url"]}


def _file(source: str, pictures: Mapping[str, bytes]) -> bytes:
    if source in _ratios():
        return _drawing(source)
    try:
        return pictures[source]
    except KeyError as error:
        raise TypesettingError("no_picture", source) from error
