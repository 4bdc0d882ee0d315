"""Spreadsheet files, values in and out: XLSX, ODS and CSV are read, XLSX and CSV are written."""

from courses.adapters.spreadsheets.contents import (
    Limits,
    Sheet,
    SpreadsheetError,
    Value,
    Workbook,
)
from courses.adapters.spreadsheets.reader import read_workbook
from courses.adapters.spreadsheets.writer import write_csv, write_xlsx

__all__ = [
    "Limits",
    "Sheet",
    "SpreadsheetError",
    "Value",
    "Workbook",
    "read_workbook",
    "write_csv",
    "write_xlsx",
]
