"""Shaping: the glyphs on paper are those of HarfBuzz, and what would print wrongly is refused."""

import json
import subprocess

import pypdfium2
import pytest
import typst
from fontTools.ttLib import TTFont

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.fonts import FACES, FOLDER, for_typst
from courses.adapters.printing.shaping import Type, shaped
from courses.adapters.printing.typesetting import draw
from tests.courses.adapters.printing.hard import HOSTILE, LATIN, MANY, NAMES, TITLES
from tests.courses.adapters.printing.pdf import Pdf, outline

NAME = Type(("Battambang", "Noto Serif"), 700)
TITLE = Type(("Moul", "Noto Serif"))
LATIN_NAME = Type(("Noto Serif", "Battambang"), 500)
LINES = [(name, NAME) for name in dict.fromkeys([*NAMES, *MANY])]
LINES += [(title, TITLE) for title in TITLES]
LINES += [(name, LATIN_NAME) for name in LATIN + HOSTILE]


def page_of(lines):
    """A tall page with one text a line."""
    items = [
        {
            "type": "text", "x": 10, "y": 10 + 12 * number, "s": text, "z": 16,
            "fonts": kind.fonts, "weight": kind.weight, "italic": kind.is_italic, "track": 0,
            "color": "#000000", "lang": "km", "top": 1.1, "bottom": 0.5, "h1": number == 0,
        }
        for number, (text, kind) in enumerate(lines)
    ]  # fmt: skip
    return {
        "w": 297, "h": 20 + 12 * len(lines), "bg": "", "title": "Lines", "lang": "km",
        "y": 2026, "m": 11, "d": 21, "pages": [items],
    }  # fmt: skip


@pytest.fixture(scope="module")
def pdf():
    return draw(page_of(LINES))


def test_the_printed_glyphs_are_those_of_harfbuzz(pdf):
    assert len(set(MANY)) == len(MANY) > 200
    fonts = {(face.family, face.weight): original(face) for face in FACES if not face.is_italic}
    expected = [
        outline(fonts[family, nearest(family, kind.weight)], glyph)
        for text, kind in LINES
        for family, glyphs in shaped(text, kind).glyphs
        for glyph in glyphs
    ]

    assert seen(Pdf(pdf).outlines()) == seen(expected)


def original(face):
    return TTFont(FOLDER / face.file)


def nearest(family, weight):
    weights = [face.weight for face in FACES if face.family == family and not face.is_italic]
    return min(weights, key=lambda each: abs(each - weight))


def seen(outlines):
    """Without spaces and zero-width signs, which typst may place without drawing."""
    return [drawn for drawn in outlines if drawn != "[]"]


@pytest.mark.poppler
def test_poppler_reads_every_line_exactly(pdf, tmp_path):
    (tmp_path / "lines.pdf").write_bytes(pdf)

    told = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "lines.pdf", "-"],
        cwd=tmp_path, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip

    assert told.replace("\f", "").splitlines() == [text for text, _kind in LINES]


def test_pdfium_reads_every_letter(pdf):
    page = pypdfium2.PdfDocument(pdf)[0]

    told = page.get_textpage().get_text_range()

    assert without_spaces(told) == without_spaces("".join(text for text, _kind in LINES))


def without_spaces(text):
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u200b\ufffe")


def test_widths_are_those_that_typst_measures(tmp_path):
    lines = [(text, kind, track) for text, kind in LINES for track in (0.0,)]
    lines += [(text.upper(), LATIN_NAME, 0.09) for text in LATIN]
    asked = [[t, k.fonts, k.weight, track] for t, k, track in lines]
    source = """#let lines = json("lines.json")
    #context [#metadata(lines.map(((s, f, w, t)) => measure(
      text(font: f, weight: w, tracking: t * 1em, size: 100pt, hyphenate: false, s)
    ).width / 100pt))<widths>]"""
    (tmp_path / "lines.json").write_text(json.dumps(asked), encoding="utf-8")
    (tmp_path / "main.typ").write_text(source, encoding="utf-8")
    compiler = typst.Compiler(tmp_path / "main.typ", root=tmp_path, font_paths=for_typst())

    (measured,) = json.loads(compiler.query("<widths>", field="value"))

    for (text, kind, track), width in zip(lines, measured, strict=True):
        ours = shaped(text, Type(kind.fonts, kind.weight, track=track)).width
        assert ours == pytest.approx(width, rel=0.001), text


@pytest.mark.parametrize("name", ["្តា", "ែក", "សុ ំុ", "ចាន់ \u17b6\u17d2ស្រី", "ក◌"])
def test_malformed_khmer_is_refused(name):
    with pytest.raises(TypesettingError) as refused:
        shaped(name, NAME)

    assert (refused.value.code, refused.value.detail) == ("malformed", name)


@pytest.mark.parametrize("name", ["陳小明", "محمد", "Иван", "ไทย", "🎓", "\U0001f1f0"])
def test_letters_that_no_font_has_are_refused(name):
    with pytest.raises(TypesettingError) as refused:
        shaped(name, NAME)

    assert refused.value.code == "missing_glyph"
