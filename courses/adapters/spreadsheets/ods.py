"""Reads ODS files, the format of LibreOffice, as far as lists need it: values, not formatting."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from courses.adapters.spreadsheets import contents
from courses.adapters.spreadsheets.contents import (
    Limits,
    Sheet,
    SpreadsheetError,
    Workbook,
    bounded_rows,
)

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_NUMBERS = ("float", "currency", "percentage")


Events = Iterator[tuple[str, Element]]


def read_ods(archive: zipfile.ZipFile, limits: Limits) -> Workbook:
    """All sheets, read as a stream. Raises SpreadsheetError."""
    try:
        with archive.open("content.xml") as part:
            sheets = list(_sheets(iterparse(part, events=("start", "end")), limits))
    except DefusedXmlException as error:
        raise SpreadsheetError(contents.HOSTILE) from error
    except (KeyError, ParseError, ValueError, zipfile.BadZipFile) as error:
        raise SpreadsheetError(contents.UNREADABLE) from error
    return Workbook(tuple(sheets))


def _sheets(events: Events, limits: Limits) -> Iterator[Sheet]:
    number = 0
    for event, element in events:
        if event == "start" and element.tag == f"{_TABLE}table":
            number += 1
            if number > limits.sheets:
                raise SpreadsheetError(contents.TOO_MANY_SHEETS)
            name = element.get(f"{_TABLE}name", "")
            yield Sheet(name, bounded_rows(_rows(events, limits), limits))


def _rows(events: Events, limits: Limits) -> Iterator[list[Any]]:
    for event, element in events:
        if event == "end" and element.tag == f"{_TABLE}table-row":
            values = _values(element, limits)
            for _ in range(_repeats(element, "rows", limits.rows + limits.blank_rows_in_a_row)):
                yield values
            element.clear()
        elif event == "end" and element.tag == f"{_TABLE}table":
            return


def _values(row: Element, limits: Limits) -> list[Any]:
    """The cells as far as they hold anything: a row often ends in a million repeated blanks."""
    values: list[Any] = []
    blanks = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        repeats = _repeats(cell, "columns", limits.columns + 1)
        if (value := _value(cell)) is None:
            blanks += repeats
        else:
            values += [None] * min(blanks, limits.columns + 1) + [value] * repeats
            blanks = 0
    return values


def _repeats(element: Element, what: str, at_most: int) -> int:
    return min(int(element.get(f"{_TABLE}number-{what}-repeated", "1")), at_most)


def _value(cell: Element) -> Any:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in _NUMBERS:
        return float(cell.get(f"{_OFFICE}value", "nan"))
    if kind == "date":
        return datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", ""))
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    paragraphs = ["".join(text.itertext()) for text in cell.findall(f"{_TEXT}p")]
    return "\n".join(paragraphs) or None
