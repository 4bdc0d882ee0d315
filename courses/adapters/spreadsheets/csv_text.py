"""Reads CSV files in the encodings and with the delimiters that office programs write."""

import codecs
import csv
import io
import re

from courses.adapters.spreadsheets import contents
from courses.adapters.spreadsheets.contents import (
    Limits,
    Sheet,
    SpreadsheetError,
    Workbook,
    bounded_rows,
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t|"
_LINES_LOOKED_AT = 30
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|table)", re.IGNORECASE)
_OTHER_FILES = (b"%PDF-", b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def read_csv(data: bytes, limits: Limits) -> Workbook:
    """One sheet; every value stays text, so that a phone number keeps its zero."""
    text = _decoded(data)
    if _BINARY.search(text) or _MARKUP.match(text) or data.startswith(_OTHER_FILES):
        raise SpreadsheetError(contents.NOT_A_SPREADSHEET)
    delimiter = _delimiter(text)
    if text.lower().startswith("sep="):
        text = text.partition("\n")[2]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return Workbook((Sheet("", bounded_rows(reader, limits)),))
    except csv.Error as error:
        raise SpreadsheetError(contents.UNREADABLE) from error


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """What parts most lines into the same number of cells; a comma when nothing does."""
    if text.lower().startswith("sep="):
        return text[4] if text[4:5] in tuple(_DELIMITERS) else ","
    lines = [line for line in text.splitlines()[:_LINES_LOOKED_AT] if line.strip()]

    def agreement(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines if delimiter in line]
        commonest = max(counts, key=counts.count, default=0)
        return counts.count(commonest), commonest

    return max(_DELIMITERS, key=agreement)
