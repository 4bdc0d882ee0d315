"""Opens the zip archive that an XLSX or ODS file is."""

import zipfile

from courses.adapters.archives import ArchiveError, ArchiveLimits, open_archive
from courses.adapters.spreadsheets.contents import Limits, SpreadsheetError


def safe_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """As `open_archive`, with the limits and errors of spreadsheets."""
    try:
        return open_archive(data, ArchiveLimits(limits.unzipped_bytes, limits.parts))
    except ArchiveError as error:
        raise SpreadsheetError(error.code) from error
