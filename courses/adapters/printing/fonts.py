"""The shipped fonts, for typst and for HarfBuzz."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import typst
import uharfbuzz as hb

FOLDER = Path(__file__).resolve().parents[2] / "engine" / "fonts"


@dataclass(frozen=True)
class Face:
    """One font file."""

    family: str
    weight: int
    is_italic: bool
    file: str


FACES = (
    Face("Battambang", 400, False, "Battambang-400.ttf"),
    Face("Battambang", 700, False, "Battambang-700.ttf"),
    Face("Moul", 400, False, "Moul-400.ttf"),
    Face("Noto Serif", 400, False, "NotoSerif-400.ttf"),
    Face("Noto Serif", 500, False, "NotoSerif-500.ttf"),
    Face("Noto Serif", 600, False, "NotoSerif-600.ttf"),
    Face("Noto Serif", 400, True, "NotoSerif-Italic-400.ttf"),
    Face("Noto Sans", 600, False, "NotoSans-600.ttf"),
)


@cache
def fingerprints() -> dict[str, str]:
    """SHA-256 of every font file and of the engine, and the version of typst, by name."""
    files = [*(FOLDER / face.file for face in FACES), FOLDER.parent / "pages.typ"]
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in files}
    return found | {"typst": version("typst")}


@cache
def for_typst() -> typst.Fonts:
    """The shipped fonts and no others, read once a process."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER]
    )


@cache
def for_harfbuzz(family: str, weight: int, is_italic: bool) -> hb.Font:
    """The face that typst would choose. Raises KeyError for a family that is not shipped."""
    faces = [face for face in FACES if face.family == family]
    if not faces:
        raise KeyError(family)
    nearest = min(faces, key=lambda face: (face.is_italic != is_italic, abs(face.weight - weight)))
    return hb.Font(hb.Face(hb.Blob.from_file_path(FOLDER / nearest.file)))
