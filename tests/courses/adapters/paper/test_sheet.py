"""The attendance sheet: everybody has a row to sign in, in hard Khmer too, and nothing stops it."""

from functools import cache
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from courses.adapters.paper.facts import Party, Words
from courses.adapters.paper.rows import Columns, person_row
from courses.adapters.paper.sheet import pages_of_rows, sheet_pdf, side_by_side
from courses.adapters.printing.fonts import FACES, FOLDER
from courses.adapters.printing.shaping import Type, shaped
from courses.adapters.printing.typesetting import draw
from tests.courses.adapters.paper.reading import letters, lines_of, size_of, text_of
from tests.courses.adapters.paper.samples import PARTIES, half_days, people, sheet, somebody
from tests.courses.adapters.printing.hard import HOSTILE, LATIN, NAMES
from tests.courses.adapters.printing.pdf import Pdf, outline

LONG = Words("លោកជំទាវ ហែម ច័ន្ទសុផាន់ណារ៉ា ស្រីពេជ្រមុន្នីរតនៈវឌ្ឍនា" * 2, "Hem " + "Chansophannara " * 12)
NAME = Type(("Battambang", "Noto Serif"), 700)


def khmer(number):
    return "".join(chr(0x17E0 + int(digit)) for digit in str(number))


@pytest.mark.poppler
def test_poppler_reads_every_hard_name_exactly(tmp_path):
    lines = lines_of(sheet_pdf(sheet(len(NAMES), 2)), tmp_path)

    numbered = [f"{khmer(number)} {name}" for number, name in enumerate(NAMES, start=1)]
    assert [name for name in numbered if name not in lines] == []
    assert [name for name in LATIN if name not in lines] == []


def test_pdfium_reads_every_letter():
    told = letters("".join(text_of(sheet_pdf(sheet(len(NAMES), 2)))))

    assert [name for name in [*NAMES, *LATIN] if letters(name) not in told] == []


def test_the_printed_glyphs_of_the_names_are_those_of_harfbuzz():
    names = [name for name in NAMES if shaped(name, NAME).width < 12]
    rows = [person_row(1, somebody(name=Words(name, "")), Columns.of(2)) for name in names]
    items = [
        item | {"y": 10 * number, "h1": number == 0}
        for number, row in enumerate(rows)
        for item in row["cells"][2]["items"]
    ]
    pdf = draw(
        {"w": 297, "h": 10 * len(rows) + 20, "bg": "", "title": "Names", "lang": "km", "y": 2026,
         "m": 11, "d": 28, "pages": [items]}
    )  # fmt: skip

    expected = [
        outline(font_of(family), glyph)
        for name in names
        for family, glyphs in shaped(name, NAME).glyphs
        for glyph in glyphs
    ]
    assert seen(Pdf(pdf).outlines()) == seen(expected)


@cache
def font_of(family):
    bold = min(
        (face for face in FACES if face.family == family and not face.is_italic),
        key=lambda face: abs(face.weight - 700),
    )
    return TTFont(FOLDER / bold.file)


def seen(outlines):
    return [drawn for drawn in outlines if drawn != "[]"]


def test_it_is_a4_lying_and_tagged():
    pdf = sheet_pdf(sheet())

    assert size_of(pdf) == (297, 210)
    for claim in (b"pdfaid:part>3<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"):
        assert claim in pdf


def test_rows_are_numbered_through_and_blank_ones_follow():
    (page,) = text_of(sheet_pdf(sheet(3)))

    assert all(f"\n{khmer(n)}" in page or f"{khmer(n)}\r" in page for n in range(1, 9))
    assert page.count("Walk-in") == 7
    assert "Page 1 of 1" in page
    assert f"ទំព័រ {khmer(1)} នៃ {khmer(1)}" in page


@pytest.mark.parametrize("count", range(61))
def test_there_are_five_to_ten_blank_rows_on_full_pages_where_that_can_be(count):
    pages = pages_of_rows(sheet(count), Columns.of(1))

    assert 5 <= sum(map(len, pages)) - count <= 10
    assert all(len(later) <= 12 for later in pages[1:])
    assert len(pages[0]) <= 10


def test_every_page_says_which_one_it_is_and_repeats_the_notice():
    pages = text_of(sheet_pdf(sheet(40, 4)))

    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 4" in page
        assert "We keep your name." in page
        assert "RUN-42" in page


def test_a_cell_to_sign_in_is_large_enough():
    for half_day_count in range(1, 5):
        columns = Columns.of(half_day_count)
        assert columns.sign >= 25
        assert sum(columns.widths) == pytest.approx(Columns.WHOLE, abs=0.05)
    assert Columns.ROW >= 12


@pytest.mark.parametrize(
    ("count", "sheets"),
    [(1, [1]), (4, [4]), (5, [3, 2]), (8, [4, 4]), (9, [3, 3, 3]), (10, [4, 3, 3])],
)
def test_many_half_days_take_several_even_sheets(count, sheets):
    groups = side_by_side(half_days(count))

    assert [len(group) for group in groups] == sheets
    assert tuple(each for group in groups for each in group) == half_days(count)


def test_each_of_several_sheets_has_everybody():
    pages = text_of(sheet_pdf(sheet(3, 6)))

    assert [page.count(NAMES[0]) for page in pages] == [1, 1]
    assert ["Mon 10 Nov, morning" in page for page in pages] == [True, False]
    assert ["Mon 12 Nov, morning" in page for page in pages] == [False, True]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (Words("្តា", "KEO Dara"), "KEO Dara"),
        (Words("陳小明", "CHEN Xiaoming"), "CHEN Xiaoming"),
        (Words("សុខ ដារ៉ា", "Иван"), "សុខ ដារ៉ា"),
        (Words("", "KEO Dara"), "KEO Dara"),
    ],
)
def test_a_name_that_would_print_wrongly_leaves_the_other_spelling(name, shown):
    (page,) = text_of(sheet_pdf(sheet(people=(somebody(name=name), somebody(1)))))

    assert letters(shown) in letters(page)
    assert letters(NAMES[1]) in letters(page)
    assert "Иван" not in page


def test_without_any_name_that_can_be_printed_the_code_of_the_card_stands_there():
    nobody = somebody(name=Words("្តា", "Иван"))

    assert nobody.code in text_of(sheet_pdf(sheet(people=(nobody,))))[0]


def test_long_and_hostile_texts_are_printed_whole():
    long = somebody(name=LONG, role=LONG, organization=LONG)
    hostile = [somebody(name=Words("", text), organization=Words("", text)) for text in HOSTILE]

    told = letters("".join(text_of(sheet_pdf(sheet(people=(long, *hostile))))))

    assert told.count(letters(LONG.km)) == 3
    assert told.count(letters(LONG.en)) == 3
    assert [text for text in HOSTILE if told.count(letters(text)) < 2] == []


def test_a_logo_that_is_no_picture_is_left_out():
    svg = Party(Words("", "Drawn"), b"<svg xmlns='http://www.w3.org/2000/svg'/>")

    pdf = sheet_pdf(sheet(parties=(*PARTIES, svg)))

    assert pdf.count(b"/DCTDecode") == len(PARTIES)
    assert "Drawn" in text_of(pdf)[0]


def test_a_sheet_without_people_is_all_blank_rows():
    assert text_of(sheet_pdf(sheet(0)))[0].count("Walk-in") == 10


def test_no_line_leaves_its_cell():
    rows = pages_of_rows(
        sheet(people=(somebody(name=LONG, organization=LONG), *people(5))), Columns.of(4)
    )[0]
    for row in rows:
        for cell in row["cells"]:
            tops = [item["y"] for item in cell["items"]]
            assert all(above <= below for above, below in pairwise(tops))
            assert all(-0.01 <= top < row["h"] for top in tops)
