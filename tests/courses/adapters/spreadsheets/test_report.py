"""Workbooks that are handed on: formats, charts, lists of any length, and no formula ever."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from courses.adapters.spreadsheets import (
    Chart,
    Column,
    Kind,
    LongList,
    Shape,
    Table,
    long_lists,
    read_workbook,
    write_report,
)
from courses.adapters.spreadsheets.guard import writable
from tests.courses.adapters.spreadsheets.test_writer import FORMULAS

MONTHS = [
    Column("Month"), Column("Participations", Kind.COUNT), Column("Women", Kind.SHARE),
    Column("Target", Kind.COUNT), Column("Days", Kind.DECIMAL), Column("First", Kind.DAY),
    Column("As at", Kind.MOMENT),
]  # fmt: skip
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NOON = datetime(2026, 11, 28, 12, 30, tzinfo=UTC)
ROWS = [
    ["October", 1240, 0.76, 1000, Decimal("310.5"), date(2026, 10, 1), NOON],
    ["November", "‹5", None, 1000, 12.25, date(2026, 11, 1), NOON],
]
TOTAL = ["All", 1244, 0.76, 2000, 322.75, None, None]
CHART = Chart(Shape.COLUMNS, "By month", "October is highest with 1,240.", series=[1], target=3)


def table(**more):
    return Table(**({"title": "By month", "columns": MONTHS, "rows": ROWS} | more))


def report(*sheets, language="en"):
    target = io.BytesIO()
    write_report(sheets, target, title="Reach", language=language)
    return target.getvalue()


def parts(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(
            archive.read(part).decode() for part in archive.namelist() if name in part
        )  # fmt: skip


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("kind", [Table, LongList])
def test_values_keep_their_types_and_formats(kind):
    sheet = opened(report(kind("By month", MONTHS, ROWS)))["By month"]
    october, november = sheet[2], sheet[3]

    assert [cell.value for cell in sheet[1]] == [column.head for column in MONTHS]
    assert [cell.value for cell in october] == [
        "October", 1240, 0.76, 1000, 310.5, datetime(2026, 10, 1), datetime(2026, 11, 28, 12, 30),
    ]  # fmt: skip
    assert [cell.number_format for cell in october] == [
        "@", "#,##0", "0.0%", "#,##0", "#,##0.0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm",
    ]  # fmt: skip
    assert (november[1].value, november[2].value) == ("‹5", None)
    assert november[1].alignment.horizontal == "right"


def test_head_stays_in_sight_and_sheets_print_on_a4():
    for sheet in opened(report(table(), LongList("List", MONTHS, ROWS))):
        assert sheet.freeze_panes == "B2"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width
        assert sheet["A1"].font.b


@pytest.mark.parametrize(("language", "font"), [("km", "Khmer OS Battambang"), ("en", "Calibri")])
def test_cells_and_charts_take_the_font_of_the_language(language, font):
    data = report(table(charts=[CHART]), language=language)

    assert {cell.font.name for row in opened(data)["By month"] for cell in row} == {font}
    assert f'typeface="{font}"' in parts(data, "charts/chart")


def test_a_chart_draws_the_rows_without_the_total():
    data = report(table(total=TOTAL, charts=[CHART]))
    drawn = parts(data, "charts/chart")

    assert re.findall(r"<c:f>([^<]*)</c:f>", drawn) == [
        "'By month'!$B$1", "'By month'!$A$2:$A$3", "'By month'!$B$2:$B$3",
        "'By month'!$D$1", "'By month'!$A$2:$A$3", "'By month'!$D$2:$D$3",
    ]  # fmt: skip
    assert "By month</a:t>" in drawn
    assert 'descr="October is highest with 1,240."' in parts(data, "drawings/drawing")
    assert opened(data)["By month"]["A4"].font.b


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_opens_again(shape):
    chart = Chart(shape, "ចំនួនតាមខែ", "Told", series=[1, 3])
    sheet = opened(report(table(charts=[chart, chart])))["By month"]

    assert len(sheet._charts) == 2
    rows = [drawn.anchor._from.row for drawn in sheet._charts]
    assert rows[1] - rows[0] > 15


def test_a_table_without_rows_has_no_chart():
    assert "charts/" not in "".join(
        zipfile.ZipFile(io.BytesIO(report(table(rows=[], charts=[CHART])))).namelist()
    )


def test_titles_of_sheets_are_made_fit_and_differ():
    data = report(table(title="a/b" * 20), table(title="a/b" * 20), LongList("List", MONTHS, ROWS))

    names = opened(data).sheetnames
    assert len(set(names)) == 3 and max(map(len, names)) <= 31
    assert opened(data)["List"]["A2"].value == "October"


@pytest.mark.parametrize("kind", [Table, LongList])
@settings(max_examples=40)
@given(texts=st.lists(st.text() | st.sampled_from(FORMULAS), min_size=1, max_size=6))
@example(texts=FORMULAS)
@example(texts=["_x0041_", "<&>", "]]>", "a\x0bb", " leading", "x" * 40_000, "\ud800"])
def test_no_text_becomes_a_formula_and_all_come_back(kind, texts):
    data = report(kind("Texts", [Column("Text")], [[text] for text in texts]))

    assert "<f>" not in parts(data, "worksheets/")
    assert read_texts(data) - {""} == {plain(text) for text in ["Text", *texts]} - {""}


def plain(text):
    return re.sub("\r\n?", "\n", writable(text))


def read_texts(data):
    """Every text of the file, with _x000D_ read as the letter of that number, as Excel does."""
    found = set()
    for name in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        for node in ElementTree.fromstring(parts(data, name)).iter(f"{{{MAIN}}}t"):
            letters = re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), node.text or "")
            found.add(plain(letters))
    return found


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), Decimal("NaN"), 10**400, date(1850, 1, 1), True]
)
def test_odd_values_are_never_lost(value):
    found = opened(report(LongList("Odd", [Column("What")], [[value]])))["Odd"]["A2"].value
    assert found == (True if value is True else str(value)[:32_767])


def test_a_list_is_read_once_and_a_row_at_a_time():
    held = []

    def rows():
        for number in range(1200):
            held.append(number)
            yield [f"P-{number}"]

    data = report(LongList("List", [Column("Code")], rows()))
    assert len(held) == 1200
    assert [row[0] for row in read_workbook(data).sheets[0].rows[::400]] == [
        "Code", "P-399", "P-799", "P-1199",
    ]  # fmt: skip


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(long_lists, "MOST_ROWS", 3)
    report(LongList("List", [Column("Code")], [["a"], ["b"]]))
    with pytest.raises(ValueError, match="holds"):
        report(LongList("List", [Column("Code")], [["a"], ["b"], ["c"]]))
