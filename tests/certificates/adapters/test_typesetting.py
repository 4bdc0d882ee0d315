"""Typesetting: every design prints, hostile text stays text, and nothing else is read."""

import re
import subprocess

import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import ImageChops

from certificates.adapters.typesetting import (
    drawings,
    render,
    render_many,
    shipped,
    shipped_sheet,
)
from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.fonts import for_harfbuzz
from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.shaping import Type, runs_of
from courses.adapters.printing.typesetting import draw_for_printer
from tests.certificates.adapters.samples import LONG_NAME, pictures, sample
from tests.courses.adapters.printing.hard import HOSTILE, MANY
from tests.courses.adapters.printing.pdf import Pdf
from tests.courses.adapters.printing.samples import picture

MM_OF_POINT = 25.4 / 72
#: Pixels for a point; how far two measures in millimetres may differ; how far a sign of the first
#: or last letter may stand beside its column; and how much is looked at above a line.
INK_SCALE, NEAR, OVERHANG, AROUND = 3, 0.35, 1.2, 12


def text_of(pdf, folder):
    (folder / "page.pdf").write_bytes(pdf)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "page.pdf", "-"]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True
    ).stdout  # fmt: skip


def plain_file(facts):
    """Many pages in one file, without the frame, which takes most of the time."""
    return render_many(shipped_sheet("completion") | {"bg": ""}, facts, {}).pdf


@pytest.fixture(scope="module")
def two_hundred_names():
    return plain_file([sample("completion", name_km=name) for name in MANY])


def squeezed(text):
    return "".join(text.split())


def first_page(pdf):
    return pypdfium2.PdfDocument(pdf)[0].get_textpage()


@pytest.mark.poppler
@pytest.mark.parametrize("name", shipped())
def test_every_design_prints_its_facts_on_one_tagged_page(name, tmp_path):
    facts = sample(name)

    pdf = render(shipped_sheet(name), facts, pictures()).pdf

    lines = text_of(pdf, tmp_path).splitlines()
    assert {facts["name_km"], facts["name_en"], facts["title_km"]} <= set(lines)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    for claim in (b"pdfaid:part>3<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"):
        assert claim in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Alt" in pdf


@pytest.mark.parametrize("name", shipped())
def test_a_very_long_name_still_fits(name):
    assert render(shipped_sheet(name), sample(name, **LONG_NAME), {}).pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("name", shipped())
def test_one_organization_without_partner_logos_and_signatures_is_enough(name):
    gone = [f"{field}_{side}" for field in ("org_2", "sign_2", "role_2") for side in ("km", "en")]

    pdf = render(shipped_sheet(name), sample(name, **dict.fromkeys(gone, "")), {}).pdf

    told = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert "KEO Monyroth" in told
    assert "Visalphop" not in told


def test_the_paper_is_the_same_however_often_it_is_printed():
    facts, images = sample("completion"), pictures()

    first, second = (render(shipped_sheet("completion"), facts, images).pdf for _ in range(2))

    assert first == second


@pytest.mark.poppler
def test_three_hundred_hostile_texts_are_printed_as_they_are_in_every_field(tmp_path):
    fields = ("name_en", "course_en", "facts_en", "org_1_en", "role_1_en")
    joined = [f"{one} {two}" for one in HOSTILE for two in HOSTILE[:12]]
    hostile = [text for text in (*HOSTILE, *joined) if len(text) < 45]
    facts = [sample("completion", **dict.fromkeys(fields, text)) for text in hostile]

    pages = text_of(plain_file(facts), tmp_path).split("\f")

    assert len(hostile) >= 300
    told = [
        ("".join(text.split()), "".join(page.split()))
        for text, page in zip(hostile, pages, strict=False)
    ]
    odd = [text for text, page in told if page.count(text) < len(fields)]
    assert odd == []


@pytest.mark.poppler
def test_two_hundred_khmer_names_print_whole_and_are_read_back_exactly(two_hundred_names, tmp_path):
    pages = text_of(two_hundred_names, tmp_path).split("\f")

    assert len(MANY) >= 200
    odd = [name for name, page in zip(MANY, pages, strict=False) if name not in page.splitlines()]
    assert odd == []


def test_pdfium_reads_the_two_hundred_names_exactly_but_for_spaces(two_hundred_names):
    pages = pypdfium2.PdfDocument(two_hundred_names)

    told = [squeezed(page.get_textpage().get_text_range()) for page in pages]
    odd = [name for name, page in zip(MANY, told, strict=True) if squeezed(name) not in page]
    assert odd == []


def ink_of(page, low, high):
    """The box of what is drawn on a page between two heights, in millimetres: left, top, right,
    bottom."""
    tall = page.get_height() * MM_OF_POINT
    crop = (0, (tall - high) / MM_OF_POINT, 0, low / MM_OF_POINT)
    drawn = page.render(scale=INK_SCALE, crop=crop, grayscale=True).to_pil()
    left, top, right, bottom = (
        side / INK_SCALE * MM_OF_POINT for side in ImageChops.invert(drawn).getbbox()
    )
    return left, low + top, right, low + bottom


def ink_by_harfbuzz(item):
    """Width and height of what HarfBuzz says that the glyphs of a line cover, in millimetres."""
    kind = Type(tuple(item["fonts"]), item["weight"], item["italic"], item["track"])
    left = bottom = float("inf")
    right = top = -left
    x = 0.0
    for family, run in runs_of(item["s"], kind):
        font = for_harfbuzz(family, kind.weight, kind.is_italic)
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            ink = font.get_glyph_extents(info.codepoint)
            if ink.width:
                begin, high = x + place.x_offset + ink.x_bearing, place.y_offset + ink.y_bearing
                left, right = min(left, begin), max(right, begin + ink.width)
                bottom, top = min(bottom, high + ink.height), max(top, high)
            x += place.x_advance
    size = item["z"] / font.face.upem * MM_OF_POINT
    return (right - left) * size, (top - bottom) * size


@pytest.mark.parametrize("design", shipped())
def test_no_ink_of_the_two_hundred_names_is_cut_or_leaves_its_place(design):
    """Every name stands alone on its page where the design puts it: its ink is as wide and high as
    HarfBuzz says, and inside of the element. A pixel is 0.12 mm here."""
    sheet = shipped_sheet(design)
    (element,) = [e for e in sheet["elements"] if "{name_km}" in str(e)]
    alone = sheet | {"elements": [element]}
    items = []
    for name in MANY:
        placed = lay_out(alone, sample(design, name_km=name) | {"qr": {}}, drawings())
        items += [each for each in placed if each.get("s") == name]
    document = {"w": sheet["w"], "h": sheet["h"], "bg": "", "title": "Names", "lang": "km"}
    document |= {"y": 2026, "m": 11, "d": 21, "pages": [[{**item, "h1": False}] for item in items]}

    pages = pypdfium2.PdfDocument(draw_for_printer(document, {}))

    assert len(items) == len(pages) == len(MANY)
    odd = []
    for item, page in zip(items, pages, strict=True):
        left, top, right, bottom = ink_of(page, item["y"] - AROUND, item["y"] + 2 * AROUND)
        width, height = ink_by_harfbuzz(item)
        is_whole = abs(right - left - width) < NEAR and abs(bottom - top - height) < NEAR
        begin, end = element["x"] - OVERHANG, element["x"] + element["w"] + OVERHANG
        is_high = element["y"] < top and bottom < element["y"] + element["h"]
        if not (is_whole and is_high and begin < left and right < end):
            odd.append((item["s"], left, top, right, bottom, width, height))
    assert odd == []


def test_control_and_direction_signs_are_left_out():
    facts = sample("completion", name_en="SOK\u202e\x00\n Dara\u2069")

    told = pypdfium2.PdfDocument(render(shipped_sheet("completion"), facts, {}).pdf)[
        0
    ].get_textpage()

    assert "SOK Dara" in told.get_text_range()


def test_a_field_is_filled_once_and_a_value_never_read_again():
    facts = sample("completion", name_en="{serial} {code}")

    told = pypdfium2.PdfDocument(render(shipped_sheet("completion"), facts, {}).pdf)[
        0
    ].get_textpage()

    assert "{serial} {code}" in told.get_text_range()


@pytest.mark.parametrize(
    ("change", "code", "detail"),
    [
        ({"name_km": "្តា"}, "malformed", "្តា"),
        ({"name_en": "Иван"}, "missing_glyph", "И (CYRILLIC CAPITAL LETTER I)"),
        ({"name_en": "M" * 200}, "does_not_fit", "M" * 200),
        ({"course_en": "W" * 300}, "does_not_fit", "W" * 300),
        ({"check_site": "x" * 200}, "does_not_fit", None),
    ],
)
def test_what_would_print_wrongly_is_refused(change, code, detail):
    with pytest.raises(TypesettingError) as refused:
        render(shipped_sheet("completion"), sample("completion", **change), {})

    assert refused.value.code == code
    assert detail is None or refused.value.detail == detail


def test_too_many_rows_are_refused():
    rows = sample("yearly")["rows"] * 3

    with pytest.raises(TypesettingError) as refused:
        render(shipped_sheet("yearly"), sample("yearly", rows=rows), {})

    assert (refused.value.code, refused.value.detail) == ("does_not_fit", "courses")


def test_twelve_rows_shrink_to_the_page():
    rows = [sample("yearly")["rows"][0]] * 12

    assert render(shipped_sheet("yearly"), sample("yearly", rows=rows), {}).pdf.startswith(b"%PDF-")


def test_a_fact_that_the_design_needs_must_be_there():
    facts = sample("completion")
    del facts["course_en"]

    with pytest.raises(TypesettingError) as refused:
        render(shipped_sheet("completion"), facts, {})

    assert (refused.value.code, refused.value.detail) == (
        "not_printed",
        "unknown field 'course_en'",
    )


def test_all_embedded_fonts_are_subsets():
    pdf = render(shipped_sheet("completion"), sample("completion"), {}).pdf

    names = re.findall(rb"/BaseFont/([A-Z]{6})\+", pdf)
    assert len(set(names)) == len(Pdf(pdf).fonts) == 8
    assert len(pdf) < 120_000


def test_pictures_are_written_anew():
    secret = picture(file_format="JPEG", mode="RGB", comment=b"made in a secret place")

    pdf = render(shipped_sheet("completion"), sample("completion"), {"logo_1": secret}).pdf

    assert b"secret place" not in pdf
    assert b"/DCTDecode" in pdf
