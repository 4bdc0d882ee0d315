"""Typesetting with typst: a design and facts in, a PDF out; nothing else is read."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import typst

from certificates.adapters.errors import TypesettingError
from certificates.adapters.fonts import for_typst
from certificates.adapters.layout import lay_out
from certificates.adapters.pictures import for_print
from certificates.adapters.qr import qr_svg

__all__ = ["Rendered", "TypesettingError", "designs", "draw", "render"]

ENGINE = Path(__file__).resolve().parent.parent / "engine"
STANDARDS = ["a-3a", "ua-1"]
PICTURE_FIELDS = ("logo_1", "logo_2", "sign_1_image", "sign_2_image")
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


def render(design: str, facts: dict, images: dict[str, bytes]) -> Rendered:
    """Compile the shipped design with the facts; `images` are picture files by field name.

    Raises TypesettingError when anything would be missing, clipped or wrong on paper.
    """
    sheet = design_of(design)
    pictures = {name: for_print(content) for name, content in images.items()}
    fields = dict.fromkeys(PICTURE_FIELDS, "") | {name: f"{name}.jpg" for name in pictures}
    page = {
        "w": sheet["w"], "h": sheet["h"], "bg": sheet["bg"], "title": facts["title"],
        "y": facts["y"], "m": facts["m"], "d": facts["d"], "lang": facts["lang"],
        "url": facts["url"], "qr": qr_svg(facts["scan"]),
        "items": lay_out(sheet, facts | fields, ratios()),
    }  # fmt: skip
    return Rendered(draw(page, art_of(design), pictures))


def draw(
    page: dict, art: Iterable[str] = (), pictures: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """A page of items as PDF; typst sees the named drawings and pictures and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "art").mkdir()
        for file in ["engine.typ", *art]:
            shutil.copyfile(ENGINE / file, root / file)
        for name, content in pictures.items():
            (root / f"{name}.jpg").write_bytes(content)
        (root / "page.json").write_text(json.dumps(page), encoding="utf-8")
        return _compiled(root)


def _compiled(root: Path) -> bytes:
    compiler = typst.Compiler(root / "engine.typ", root=root, font_paths=for_typst())
    try:
        pdf, warnings = compiler.compile_with_warnings(pdf_standards=STANDARDS)
    except typst.TypstError as error:
        code = "missing_glyph" if "glyph" in str(error) else "not_printed"
        raise TypesettingError(code, str(error)) from error
    if warnings:
        raise TypesettingError("not_printed", "; ".join(str(warning) for warning in warnings))
    return pdf
