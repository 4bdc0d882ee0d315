"""Finds out by its bytes what kind of spreadsheet a file is, and reads it."""

from courses.adapters.spreadsheets import contents, csv_text, ods, xlsx
from courses.adapters.spreadsheets.archive import safe_archive
from courses.adapters.spreadsheets.contents import Limits, SpreadsheetError, Workbook

_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def read_workbook(data: bytes, limits: Limits | None = None) -> Workbook:
    """The values of all sheets; formulas are never run, their last results are read.

    Raises SpreadsheetError with a code.
    """
    limits = limits or Limits()
    if not data.strip():
        raise SpreadsheetError(contents.EMPTY)
    if len(data) > limits.file_bytes:
        raise SpreadsheetError(contents.TOO_LARGE)
    workbook = _read(data, limits)
    if not any(sheet.rows for sheet in workbook.sheets):
        raise SpreadsheetError(contents.EMPTY)
    return workbook


def _read(data: bytes, limits: Limits) -> Workbook:
    if data.startswith(_COMPOUND_FILE):
        is_encrypted = _ENCRYPTED_PACKAGE in data
        raise SpreadsheetError(contents.ENCRYPTED if is_encrypted else contents.LEGACY_XLS)
    if not data.startswith(_ZIP):
        return csv_text.read_csv(data, limits)
    with safe_archive(data, limits) as archive:
        parts = set(archive.namelist())
        if "xl/workbook.xml" in parts:
            return xlsx.read_xlsx(data, limits)
        if "mimetype" in parts and archive.read("mimetype").strip() == _ODS_TYPE:
            return ods.read_ods(archive, limits)
    raise SpreadsheetError(contents.NOT_A_SPREADSHEET)
