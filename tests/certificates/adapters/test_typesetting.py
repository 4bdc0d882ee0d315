"""Typesetting: every design prints, hostile text stays text, and nothing else is read."""

import re
import subprocess

import pypdfium2
import pytest

from certificates.adapters.typesetting import render, shipped, shipped_sheet
from courses.adapters.printing.errors import TypesettingError
from tests.certificates.adapters.samples import LONG_NAME, pictures, sample
from tests.courses.adapters.printing.hard import HOSTILE
from tests.courses.adapters.printing.pdf import Pdf
from tests.courses.adapters.printing.samples import picture


def text_of(pdf, folder):
    (folder / "page.pdf").write_bytes(pdf)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "page.pdf", "-"]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True
    ).stdout  # fmt: skip


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
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_it_is(text, tmp_path):
    facts = sample("completion", name_en=text, course_en=text, org_1_en=text, role_1_en=text)

    told = text_of(render(shipped_sheet("completion"), facts, {}).pdf, tmp_path)

    assert told.count(text) >= 4


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
