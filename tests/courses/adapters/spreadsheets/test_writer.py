import csv
import datetime
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.adapters.spreadsheets import read_workbook, write_csv, write_xlsx
from courses.adapters.spreadsheets.guard import is_formula_like

ROW = [
    "សុខ ដារ៉ា",
    7,
    1234567.5,
    Decimal("2.50"),
    True,
    False,
    None,
    "",
    datetime.date(2025, 5, 3),
    datetime.datetime(2025, 5, 3, 8, 30, tzinfo=datetime.UTC),
]
FORMULAS = [
    "=1+1",
    "+855 12 345 678",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff@x",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "⁺1",
    "|cmd",
    "%0A=1",
    "\x00=1",
]
cells = st.one_of(st.text(max_size=6), st.sampled_from(FORMULAS))
sheets = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=4)


def xlsx_of(*sheets):
    target = io.BytesIO()
    write_xlsx(sheets, target)
    return target.getvalue()


def test_csv_is_marked_utf8_with_iso_dates_and_plain_numbers():
    data = b"".join(write_csv([["Name"], ROW]))
    assert data.decode("utf-8") == (
        "\ufeffName\r\nសុខ ដារ៉ា,7,1234567.5,2.50,true,false,,,2025-05-03,2025-05-03 08:30\r\n"
    )


def test_csv_comes_in_chunks():
    chunks = list(write_csv([n] for n in range(1200)))
    assert [chunk.count(b"\r\n") for chunk in chunks] == [0, 500, 500, 200]


def test_xlsx_keeps_types_and_comes_back_as_written():
    data = xlsx_of(("Reach", [["Name"], ROW]), ("រៀបរាប់", [["a"]]))
    workbook = read_workbook(data)
    assert [sheet.name for sheet in workbook.sheets] == ["Reach", "រៀបរាប់"]
    assert workbook.sheets[0].rows == (
        ("Name",),
        (
            *("សុខ ដារ៉ា", 7, 1234567.5, 2.5, True, False, None, None),
            datetime.date(2025, 5, 3),
            datetime.datetime(2025, 5, 3, 8, 30),
        ),
    )


def test_sheet_titles_are_made_to_fit():
    data = xlsx_of(*[(title, [["x"]]) for title in ("a/b", "A:B", "x" * 40, "x" * 40, "[]")])
    assert [sheet.name for sheet in read_workbook(data).sheets] == [
        "a b",
        "A B 2",
        "x" * 31,
        "x" * 29 + " 2",
        "Sheet",
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_formula_gets_through(text):
    data = b"".join(write_csv([["x", text]])).decode("utf-8-sig")
    (_, cell) = next(csv.reader(io.StringIO(data, newline="")))
    assert cell.startswith("'")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_of(("a", [["x", text]])))).active
    assert sheet["B1"].data_type == "s"
    assert sheet["B1"].quotePrefix


@settings(max_examples=30)
@given(st.lists(sheets, min_size=10, max_size=12))
def test_hostile_cells_never_start_a_formula(book):
    """Several sheets in a book: to begin one takes longer than to fill it."""
    for rows in book:
        data = b"".join(write_csv(rows)).decode("utf-8-sig")
        for row in csv.reader(io.StringIO(data, newline="")):
            assert not any(is_formula_like(cell) for cell in row)
    data = xlsx_of(*((str(number), rows) for number, rows in enumerate(book)))
    read = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert len(read) == len(book)
    for sheet in read:
        assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)


def test_long_and_infinite_values_stay_readable():
    (sheet,) = read_workbook(xlsx_of(("a", [["x" * 40_000, float("inf"), float("nan")]]))).sheets
    assert sheet.rows == (("x" * 2000, "inf", "nan"),)
