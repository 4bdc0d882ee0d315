"""Writes workbooks to hand on: tables with a frozen head, native charts beside them, and lists of
any length. Values in; a text is never a formula, whatever it begins with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO

import xlsxwriter

from courses.adapters.spreadsheets.guard import is_finite_number, writable
from courses.adapters.spreadsheets.long_lists import fill_lists
from courses.adapters.spreadsheets.native_charts import Chart, add_chart
from courses.adapters.spreadsheets.writer import sheet_title

IN_MEMORY = 4 * 1024 * 1024
#: Fonts of the office programs in which readers open these; a missing one falls back to theirs.
FONTS = {"km": ("Khmer OS Battambang", 10), "en": ("Calibri", 11)}
ROW_HEIGHT = {"km": 24, "en": 16}
INK, TEAL, TINT, LINE = "#16211F", "#0F5257", "#E7EFEE", "#8FA3A1"
ROWS_BETWEEN_CHARTS = 17
A4 = 9


class Kind(StrEnum):
    """What a column holds; decides format and width."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    COUNT = "count"
    DECIMAL = "decimal"
    SHARE = "share"
    DAY = "day"
    MOMENT = "moment"


#: Number format (for text "@", which keeps what somebody edits from becoming a formula) and width.
LOOKS = {
    Kind.TEXT: ("@", 24),
    Kind.LONG_TEXT: ("@", 70),
    Kind.COUNT: ("#,##0", 14),
    Kind.DECIMAL: ("#,##0.0", 14),
    Kind.SHARE: ("0.0%", 12),
    Kind.DAY: ("yyyy-mm-dd", 13),
    Kind.MOMENT: ("yyyy-mm-dd hh:mm", 18),
}


@dataclass(frozen=True)
class Column:
    """`width` is in characters; 0 is the usual one of the kind."""

    head: str
    kind: Kind = Kind.TEXT
    width: int = 0


@dataclass(frozen=True)
class Table:
    """A sheet with a table, and charts of it. A share is 0.75 for 75 %. Where a figure is hidden or
    missing, a text such as "‹5" may stand in its place. `total` comes last and is in no chart."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    total: Sequence[Any] = ()
    charts: Sequence[Chart] = ()


@dataclass(frozen=True)
class LongList:
    """A sheet with any number of rows up to 1,048,575, which are read once and never held."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


@dataclass
class Formats:
    """The formats of one workbook, each made once."""

    book: xlsxwriter.Workbook
    made: dict = field(default_factory=dict)

    def of(self, **look):
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"valign": "top", **look})
        return self.made[key]

    def head(self, kind: Kind):
        side = "left" if kind in (Kind.TEXT, Kind.LONG_TEXT) else "right"
        return self.of(
            bold=True, text_wrap=True, align=side, bg_color=TINT, font_color=TEAL,
            bottom=2, bottom_color=TEAL, num_format="@",
        )  # fmt: skip

    def cell(self, kind: Kind, *, is_total: bool = False):
        look = {"num_format": LOOKS[kind][0]}
        if kind is Kind.LONG_TEXT:
            look["text_wrap"] = True
        elif kind is not Kind.TEXT:
            look["align"] = "right"
        if is_total:
            look |= {"bold": True, "top": 1, "top_color": LINE}
        return self.of(**look)


def write_report(
    sheets: Sequence[Table | LongList], target: BinaryIO, *, title: str, language: str
) -> None:
    """Writes the sheets in their order into `target`, which must be seekable. Memory stays flat
    however long a list is. Raises ValueError for a list with more rows than a sheet can hold."""
    table = "km" if language.startswith("km") else "en"
    lists = {}
    with SpooledTemporaryFile(max_size=IN_MEMORY) as draft:
        with xlsxwriter.Workbook(draft, options(table)) as book:
            book.set_properties({"title": writable(title)})
            formats, taken = Formats(book), set()
            for number, sheet in enumerate(sheets, start=1):
                name = sheet_title(sheet.title, taken)
                worksheet = book.add_worksheet(name)
                set_up(worksheet, sheet.columns, formats, ROW_HEIGHT[table])
                if isinstance(sheet, LongList):
                    lists[f"xl/worksheets/sheet{number}.xml"] = sheet.rows
                else:
                    fill(worksheet, sheet, formats)
                    place_charts(book, worksheet, name, sheet, FONTS[table][0])
        draft.seek(0)
        fill_lists(draft, target, lists)


def options(table: str) -> dict:
    font, size = FONTS[table]
    return {
        "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        "default_format_properties": {"font_name": font, "font_size": size, "font_color": INK},
    }  # fmt: skip


def set_up(worksheet, columns: Sequence[Column], formats: Formats, height: int) -> None:
    """Head, widths, and how the sheet prints: A4 across, as many pages down as it takes."""
    worksheet.set_default_row(height)
    worksheet.freeze_panes(1, 1)
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    worksheet.set_footer("&L&A&R&P / &N")
    worksheet.set_row(0, 2 * height)
    for number, column in enumerate(columns):
        width = column.width or LOOKS[column.kind][1]
        worksheet.set_column(number, number, width, formats.cell(column.kind))
        worksheet.write_string(0, number, writable(column.head), formats.head(column.kind))


def fill(worksheet, table: Table, formats: Formats) -> None:
    rows = [*((row, False) for row in table.rows), *([(table.total, True)] if table.total else [])]
    for number, (row, is_total) in enumerate(rows, start=1):
        for at, (value, column) in enumerate(zip(row, table.columns, strict=True)):
            look = formats.cell(column.kind, is_total=is_total)
            write_value(worksheet, number, at, value, look)


def write_value(worksheet, row: int, column: int, value: Any, look) -> None:
    if value is None or value == "":
        worksheet.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        worksheet.write_boolean(row, column, value, look)
    elif isinstance(value, datetime):
        worksheet.write_datetime(row, column, value.replace(tzinfo=None), look)
    elif isinstance(value, date):
        worksheet.write_datetime(row, column, value, look)
    elif is_finite_number(value):
        worksheet.write_number(row, column, value, look)
    else:
        worksheet.write_string(row, column, writable(str(value)), look)


def place_charts(book, worksheet, name: str, table: Table, font: str) -> None:
    """The charts under each other, to the right of the table."""
    if table.rows:
        for number, chart in enumerate(table.charts):
            place = (1 + number * ROWS_BETWEEN_CHARTS, len(table.columns) + 1)
            add_chart(book, worksheet, place, chart, (name, len(table.rows)), font)
