"""Writes CSV and XLSX as a stream: ISO dates, plain numbers, no cell that becomes a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from courses.adapters.spreadsheets.guard import as_text, is_finite_number, is_formula_like, writable

_UTF8_MARK = "\ufeff".encode()
_ROWS_IN_A_CHUNK = 500
_FORBIDDEN_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_TITLE_AT_MOST = 31
_COLUMN_WIDTH = 18

Row = Sequence[Any]


def write_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """UTF-8 with a mark, so that office programs show Khmer; a chunk of bytes for 500 rows."""
    yield _UTF8_MARK
    lines = _Lines()
    writer = csv.writer(lines)
    for number, row in enumerate(rows, start=1):
        writer.writerow([_csv_cell(value) for value in row])
        if number % _ROWS_IN_A_CHUNK == 0:
            yield lines.taken()
    yield lines.taken()


def write_xlsx(sheets: Iterable[tuple[str, Iterable[Row]]], target: BinaryIO) -> None:
    """Writes one sheet for each title and its rows; the first row is the header.

    Memory stays flat however many rows there are. `target` must be seekable.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        formats = {
            "header": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "as text": book.add_format({"quote_prefix": True}),
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        }
        taken: set[str] = set()
        for title, rows in sheets:
            worksheet = book.add_worksheet(sheet_title(title, taken))
            worksheet.freeze_panes(1, 0)
            worksheet.set_column(0, 50, _COLUMN_WIDTH)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    _write_cell(worksheet, number, column, value, formats)


class _Lines:
    """A file for the csv module that gives back what was written since the last time."""

    def __init__(self):
        self._written: list[str] = []

    def write(self, line: str) -> None:
        self._written.append(line)

    def taken(self) -> bytes:
        written, self._written = self._written, []
        return "".join(written).encode()


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return str(value)
    return as_text(str(value))


def _write_cell(worksheet, row: int, column: int, value: Any, formats: dict) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        worksheet.write_boolean(row, column, value)
    elif isinstance(value, datetime):
        worksheet.write_datetime(row, column, value.replace(tzinfo=None), formats[datetime])
    elif isinstance(value, date):
        worksheet.write_datetime(row, column, value, formats[date])
    elif is_finite_number(value):
        worksheet.write_number(row, column, value)
    else:
        text = writable(str(value))
        style = "as text" if is_formula_like(text) else "header" if row == 0 else None
        worksheet.write_string(row, column, text, formats.get(style))


def sheet_title(title: str, taken: set[str]) -> str:
    """A title that the format allows, different from those before it."""
    plain = " ".join(writable(title).translate(_FORBIDDEN_IN_TITLES).split()) or "Sheet"
    candidate, number = plain[:_TITLE_AT_MOST], 2
    while candidate.casefold() in taken:
        ending = f" {number}"
        candidate, number = plain[: _TITLE_AT_MOST - len(ending)] + ending, number + 1
    taken.add(candidate.casefold())
    return candidate
