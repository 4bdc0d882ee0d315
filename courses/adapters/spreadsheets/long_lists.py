"""Rows by the hundred thousand, put into a finished workbook as a stream.

xlsxwriter takes 5 µs for a cell, most of it for what a cell might also be. Here a sheet that it
wrote with its head and formats gets its rows as plain XML; texts that repeat are escaped once.
"""

import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from courses.adapters.spreadsheets.guard import is_finite_number, writable

MOST_ROWS = 1_048_576
ROWS_AT_ONCE = 500
COLUMN = re.compile(r'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"')
END = "</sheetData>"
#: Without it office programs look for the last row themselves.
DIMENSION = re.compile(r"<dimension [^>]*/>")
#: Excel reads _x0041_ as the letter of that number.
CODED = re.compile("_(x[0-9a-fA-F]{4}_)")
DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = date(1900, 3, 1)
SECONDS_A_DAY = 86_400


def fill_lists(
    draft: BinaryIO, target: BinaryIO, lists: Mapping[str, Iterable[Sequence[Any]]]
) -> None:
    """Copies the workbook, with rows added to the named sheets below what stands there."""
    with (
        zipfile.ZipFile(draft) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for part in old.infolist():
            with old.open(part) as source, new.open(part.filename, "w", force_zip64=True) as copy:
                if part.filename in lists:
                    for piece in with_rows(source.read().decode(), lists[part.filename]):
                        copy.write(piece.encode())
                else:
                    shutil.copyfileobj(source, copy)


def with_rows(sheet: str, rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The XML of a sheet with rows added from row 2 on."""
    before, _end, after = sheet.partition(END)
    yield DIMENSION.sub("", before)
    columns = [(f'<c r="{letter}', f'" s="{style}"') for letter, style in styled_columns(before)]
    held = []
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise ValueError(f"A sheet holds {MOST_ROWS} rows.")
        cells = "".join(
            f"{start}{number}{style}{content(value)}"
            for (start, style), value in zip(columns, row, strict=True)
            if value is not None and value != ""
        )
        held.append(f'<row r="{number}">{cells}</row>')
        if len(held) == ROWS_AT_ONCE:
            yield "".join(held)
            held.clear()
    yield "".join(held)
    yield END + after


def styled_columns(sheet: str) -> list[tuple[str, str]]:
    """Letter and number of the format of each column."""
    return [
        (letter_of(number), style)
        for first, last, style in COLUMN.findall(sheet)
        for number in range(int(first), int(last) + 1)
    ]


def letter_of(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def content(value: Any) -> str:
    """What follows the format of a cell: its type and value."""
    kind = type(value)
    if kind is str:
        return text(value)
    if kind is bool:
        return f' t="b"><v>{int(value)}</v></c>'
    if kind in (int, float, Decimal) and is_finite_number(value):
        return f"><v>{value}</v></c>"
    if isinstance(value, date) and date(value.year, value.month, value.day) >= FIRST_DAY:
        return f"><v>{serial(value)}</v></c>"
    return text(str(value))


def serial(moment: date) -> float:
    """Days since the beginning of 1900 as Excel counts them."""
    days = moment.toordinal() - DAY_ZERO
    if not isinstance(moment, datetime):
        return days
    return days + (moment.hour * 3600 + moment.minute * 60 + moment.second) / SECONDS_A_DAY


@lru_cache(maxsize=20_000)
def text(value: str) -> str:
    plain = CODED.sub(r"_x005F_\1", writable(value))
    return f' t="inlineStr"><is><t xml:space="preserve">{escape(plain)}</t></is></c>'
