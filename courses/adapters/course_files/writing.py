"""Writes a course as one archive, the same bytes for the same course."""

import io
import json
import zipfile
from dataclasses import asdict

from courses.adapters.course_files import contents
from courses.adapters.course_files.contents import CourseFile

#: Archives cannot do without a time; this one says nothing.
_TIME = (1980, 1, 1, 0, 0, 0)


def write_course_file(file: CourseFile) -> bytes:
    """A zip archive. Texts are packed; media are packed in themselves and stored as they are."""
    told = {
        "format": contents.FORMAT,
        "version": contents.VERSION,
        "course": asdict(file.facts),
        "pages": [asdict(page) for page in file.pages],
        "media": [asdict(medium) for medium in file.media],
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        texts = json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()
        _add(archive, contents.TEXTS, texts, zipfile.ZIP_DEFLATED)
        for path in sorted({medium.path for medium in file.media}):
            _add(archive, path, file.data[path], zipfile.ZIP_STORED)
    return packed.getvalue()


def _add(archive: zipfile.ZipFile, path: str, data: bytes, how: int) -> None:
    part = zipfile.ZipInfo(path, _TIME)
    part.compress_type = how
    part.external_attr = 0o644 << 16
    archive.writestr(part, data)
