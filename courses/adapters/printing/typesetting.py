"""Typesetting with typst: pages of items in, a PDF out; nothing else is read."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import typst

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.fonts import FOLDER, for_typst

ENGINE = FOLDER.parent / "pages.typ"
STANDARDS = ["a-3a", "ua-1"]
FOR_PRINTERS = ["a-3b"]
MM_PER_INCH = 25.4
Files = Mapping[str, bytes | Path]
NO_FILES: Files = MappingProxyType({})


def draw(document: dict, files: Files = NO_FILES) -> bytes:
    """Pages of items as a PDF/A-3a file that also claims PDF/UA-1; the same input, the same bytes.

    typst sees the named files and nothing else. Raises TypesettingError `missing_glyph` or
    `not_printed`; a warning is an error.
    """
    with _compiler(document, files) as compiler:
        return _made(compiler, pdf_standards=STANDARDS)


def draw_for_printer(document: dict, files: Files = NO_FILES) -> bytes:
    """As `draw`, for paper alone: without the tags for readers, which take half of the time."""
    with _compiler(document, files) as compiler:
        return _made(compiler, pdf_standards=FOR_PRINTERS, pdf_tags=False)


def sketch(document: dict, files: Files = NO_FILES) -> str:
    """The only page as an SVG picture for the screen. Raises as `draw`."""
    with _compiler(document, files) as compiler:
        return _made(compiler, format="svg").decode()


def picture(document: dict, files: Files = NO_FILES, *, pixels: int) -> bytes:
    """The only page as a PNG file, so many pixels wide. Raises as `draw`."""
    with _compiler(document, files) as compiler:
        return _made(compiler, format="png", ppi=pixels / (document["w"] / MM_PER_INCH))


@contextmanager
def _compiler(document: dict, files: Files) -> Iterator[typst.Compiler]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copyfile(ENGINE, root / ENGINE.name)
        for name, content in files.items():
            path = root / name
            if "/" in name:
                path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
        (root / "document.json").write_text(json.dumps(document), encoding="utf-8")
        yield typst.Compiler(root / ENGINE.name, root=root, font_paths=for_typst())


def _made(compiler: typst.Compiler, **options) -> bytes:
    try:
        made, warnings = compiler.compile_with_warnings(**options)
    except typst.TypstError as error:
        code = "missing_glyph" if "glyph" in str(error) else "not_printed"
        raise TypesettingError(code, str(error)) from error
    if warnings:
        raise TypesettingError("not_printed", "; ".join(str(warning) for warning in warnings))
    return made
