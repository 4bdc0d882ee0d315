"""Spreadsheet files, values in and out: XLSX, ODS and CSV are read, XLSX and CSV are written,
plainly or as a workbook with formats and charts."""

from courses.adapters.spreadsheets.contents import (
    Limits,
    Sheet,
    SpreadsheetError,
    Value,
    Workbook,
)
from courses.adapters.spreadsheets.native_charts import Chart, Shape
from courses.adapters.spreadsheets.reader import read_workbook
from courses.adapters.spreadsheets.report import Column, Kind, LongList, Table, write_report
from courses.adapters.spreadsheets.writer import write_csv, write_xlsx

__all__ = [
    "Chart",
    "Column",
    "Kind",
    "Limits",
    "LongList",
    "Shape",
    "Sheet",
    "SpreadsheetError",
    "Table",
    "Value",
    "Workbook",
    "read_workbook",
    "write_csv",
    "write_report",
    "write_xlsx",
]
