"""Opens zip archives that somebody else made, after looking for traps in them."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO

TOO_LARGE = "too_large"
ENCRYPTED = "encrypted"
HOSTILE = "hostile"
UNREADABLE = "unreadable"

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_CHUNK_BYTES = 1 << 20
_ENCRYPTED_FLAG = 0x1
#: What zipfile raises for a broken archive, on opening it and on reading a part.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


class ArchiveError(Exception):
    """An archive that is not opened; `code` is one of the constants of this module."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class ArchiveLimits:
    unzipped_bytes: int
    parts: int


def open_archive(data: bytes, limits: ArchiveLimits) -> zipfile.ZipFile:
    """The open archive; bombs, encrypted parts, paths out of it and XML with own declarations are
    refused. Raises ArchiveError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_parts(archive, limits)
        _check_declarations(archive)
    except BROKEN as error:
        raise ArchiveError(UNREADABLE) from error
    return archive


def _check_parts(archive: zipfile.ZipFile, limits: ArchiveLimits) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise ArchiveError(ENCRYPTED)
    if len(parts) > limits.parts or any(map(_leads_out, archive.namelist())):
        raise ArchiveError(HOSTILE)
    if sum(part.file_size for part in parts) > limits.unzipped_bytes:
        raise ArchiveError(TOO_LARGE)
    if len({part.filename for part in parts}) < len(parts):
        raise ArchiveError(HOSTILE)


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts


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
            raise ArchiveError(HOSTILE)
        end = text[-len(_DECLARATIONS[0]) :]
