"""Sets the walk-through checklist of the safety committee course as one printed page in each language.

``python -m lms.demo.art.checklist [FONTS]``; FONTS is a folder with Battambang and Noto Sans,
by default that of the certificates.
"""

import json
import sys
import tomllib
from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent
COURSE = HERE.parent / "content" / "oshc"
FONTS = HERE.parents[2] / "certificates" / "engine" / "fonts"
PARTS = ("title", "intro", "head", "columns", "foot")


def page(words: dict, language: str) -> dict:
    """The words of one page, without the other languages."""
    sections = [{part: section[f"{part}_{language}"] for part in ("heading", "lines")} for section in words["sections"]]
    return {part: words[f"{part}_{language}"] for part in PARTS} | {
        "lang": language,
        "sections": sections,
    }


def typeset(words: dict, language: str, fonts: Path) -> bytes:
    """The page as a tagged PDF; a missing letter is an error."""
    return typst.compile(
        HERE / "checklist.typ",
        font_paths=[fonts],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"page": json.dumps(page(words, language))},
    )


def main(fonts: Path) -> None:
    words = tomllib.loads((COURSE / "course.toml").read_text(encoding="utf-8"))
    for language in ("en", "km"):
        target = COURSE / f"checklist.{language}.pdf"
        target.write_bytes(typeset(words["downloads"]["checklist"], language, fonts))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FONTS)
