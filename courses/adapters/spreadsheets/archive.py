"""Opens the zip archive that an XLSX or ODS file is, after looking for traps in it."""

import io
import zipfile
import zlib
from typing import IO

from courses.adapters.spreadsheets import contents
from courses.adapters.spreadsheets.contents import Limits, SpreadsheetError

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_CHUNK_BYTES = 1 << 20
_ENCRYPTED_FLAG = 0x1


def safe_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The open archive; bombs, encrypted parts and XML with own declarations are refused."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_sizes(archive, limits)
        _check_declarations(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise SpreadsheetError(contents.UNREADABLE) from error
    return archive


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise SpreadsheetError(contents.ENCRYPTED)
    if len(parts) > limits.parts:
        raise SpreadsheetError(contents.HOSTILE)
    if sum(part.file_size for part in parts) > limits.unzipped_bytes:
        raise SpreadsheetError(contents.TOO_LARGE)
    if len({part.filename for part in parts}) < len(parts):
        raise SpreadsheetError(contents.HOSTILE)


def _check_declarations(archive: zipfile.ZipFile) -> None:
    """No office program writes a document type; only attacks on XML readers do."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            with archive.open(name) as part:
                _check_part(part)


def _check_part(part: IO[bytes]) -> None:
    end = b""
    while chunk := part.read(_CHUNK_BYTES):
        text = end + chunk.replace(b"\0", b"")
        if any(declaration in text for declaration in _DECLARATIONS):
            raise SpreadsheetError(contents.HOSTILE)
        end = text[-len(_DECLARATIONS[0]) :]
