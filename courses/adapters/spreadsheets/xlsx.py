"""Reads XLSX files through openpyxl, row by row, without running anything in them."""

import io
import warnings
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException

from courses.adapters.spreadsheets import contents
from courses.adapters.spreadsheets.contents import (
    Limits,
    Sheet,
    SpreadsheetError,
    Workbook,
    bounded_rows,
)

# openpyxl answers a broken file with whatever its parts happen to raise.
_BROKEN = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError, EOFError, OSError,
    ParseError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read_xlsx(data: bytes, limits: Limits) -> Workbook:
    """All visible and hidden sheets with the last computed values of their formulas."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, limits)
    except DefusedXmlException as error:
        raise SpreadsheetError(contents.HOSTILE) from error
    except _BROKEN as error:
        raise SpreadsheetError(contents.UNREADABLE) from error


def _read(data: bytes, limits: Limits) -> Workbook:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    try:
        if len(book.worksheets) > limits.sheets:
            raise SpreadsheetError(contents.TOO_MANY_SHEETS)
        return Workbook(tuple(_sheet(worksheet, limits) for worksheet in book.worksheets))
    finally:
        book.close()


def _sheet(worksheet, limits: Limits) -> Sheet:
    worksheet.reset_dimensions()
    rows = worksheet.iter_rows(max_col=limits.columns + 1, values_only=True)
    return Sheet(worksheet.title, bounded_rows(rows, limits))
