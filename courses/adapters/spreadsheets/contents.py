"""What a spreadsheet holds once it is read, how large it may be, and why one is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

Value = str | int | float | bool | date | datetime | None

EMPTY = "empty"
TOO_LARGE = "too_large"
TOO_MANY_ROWS = "too_many_rows"
TOO_MANY_COLUMNS = "too_many_columns"
TOO_MANY_SHEETS = "too_many_sheets"
NOT_A_SPREADSHEET = "not_a_spreadsheet"
LEGACY_XLS = "legacy_xls"
ENCRYPTED = "encrypted"
HOSTILE = "hostile"
UNREADABLE = "unreadable"


class SpreadsheetError(Exception):
    """A file that cannot be taken; `code` is one of the constants of this module."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Limits:
    """The largest file that is read. A sheet may be followed by any number of blank rows."""

    file_bytes: int = 5 * 1024 * 1024
    unzipped_bytes: int = 60 * 1024 * 1024
    parts: int = 500
    sheets: int = 40
    rows: int = 20_000
    columns: int = 200
    cell_characters: int = 2_000
    blank_rows_in_a_row: int = 5_000


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows[0]` is row 1 of the file; a row ends with its last value."""

    name: str
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file in their order; a CSV file has one, without a name."""

    sheets: tuple[Sheet, ...]


def bounded_rows(rows: Iterable[Iterable[Any]], limits: Limits) -> tuple[tuple[Value, ...], ...]:
    """The rows with plain values, blank ends cut off. Raises SpreadsheetError beyond the limits."""
    return tuple(_until_blank(_plain_rows(rows, limits), limits))


def _plain_rows(rows: Iterable[Iterable[Any]], limits: Limits) -> Iterator[tuple[Value, ...]]:
    for row in rows:
        plain = [plain_value(value, limits) for value in row]
        while plain and plain[-1] is None:
            plain.pop()
        if len(plain) > limits.columns:
            raise SpreadsheetError(TOO_MANY_COLUMNS)
        yield tuple(plain)


def _until_blank(rows: Iterator[tuple[Value, ...]], limits: Limits) -> Iterator[tuple[Value, ...]]:
    filled = blank = 0
    for row in rows:
        if not row:
            blank += 1
            if blank > limits.blank_rows_in_a_row:
                return
            continue
        filled += 1
        if filled > limits.rows:
            raise SpreadsheetError(TOO_MANY_ROWS)
        yield from ((),) * blank
        blank = 0
        yield row


def plain_value(value: Any, limits: Limits) -> Value:
    """Whole floats as integers, midnights as dates, blank text and error values as nothing."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return _plain_number(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, int | date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    text = str(value)[: limits.cell_characters].strip()
    return None if not text or text in ERROR_VALUES else text


def _plain_number(number: float) -> Value:
    if number != number or number in (float("inf"), float("-inf")):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


ERROR_VALUES = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "Err:502", "Err:508")
)
