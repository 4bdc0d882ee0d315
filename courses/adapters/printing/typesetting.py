"""Typesetting with typst: pages of items in, a PDF out; nothing else is read."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import typst

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.fonts import FOLDER, for_typst

ENGINE = FOLDER.parent / "pages.typ"
STANDARDS = ["a-3a", "ua-1"]


def draw(document: dict, files: Mapping[str, bytes | Path] = MappingProxyType({})) -> bytes:
    """Pages of items as a PDF/A-3a file that also claims PDF/UA-1; the same input, the same bytes.

    typst sees the named files and nothing else. Raises TypesettingError `missing_glyph` or
    `not_printed`; a warning is an error.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copyfile(ENGINE, root / ENGINE.name)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
        (root / "document.json").write_text(json.dumps(document), encoding="utf-8")
        return _compiled(root)


def _compiled(root: Path) -> bytes:
    compiler = typst.Compiler(root / ENGINE.name, root=root, font_paths=for_typst())
    try:
        pdf, warnings = compiler.compile_with_warnings(pdf_standards=STANDARDS)
    except typst.TypstError as error:
        code = "missing_glyph" if "glyph" in str(error) else "not_printed"
        raise TypesettingError(code, str(error)) from error
    if warnings:
        raise TypesettingError("not_printed", "; ".join(str(warning) for warning in warnings))
    return pdf
