"""Several files in one, as ZIP."""

from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

IN_MEMORY = 2 * 1024 * 1024


def bundled(files: Iterable[tuple[str, bytes]]) -> BinaryIO:
    """The files by their names, one read at a time; PDF is packed already, so nothing is packed
    again. The caller closes it."""
    bundle = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    with ZipFile(bundle, "w", ZIP_STORED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    bundle.seek(0)
    return bundle
