"""Archives that somebody else made."""

import io
import zipfile

import pytest

from courses.adapters.archives import ArchiveError, ArchiveLimits, open_archive

LIMITS = ArchiveLimits(unzipped_bytes=10_000, parts=3)


def packed(*parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"nonsense", "unreadable"),
        (packed(("a", b"x" * 10_001)), "too_large"),
        (packed(*((str(number), b"") for number in range(4))), "hostile"),
        (packed(("../a", b"")), "hostile"),
        (packed(("/a", b"")), "hostile"),
        (packed(("a.xml", b"<!DOC" + b"TYPE x>")), "hostile"),
    ],
    ids=["nonsense", "bomb", "many", "out", "root", "doctype"],
)
def test_traps_are_refused(data, code):
    with pytest.raises(ArchiveError) as no:
        open_archive(data, LIMITS)
    assert no.value.code == code


def test_a_good_archive_is_open():
    with open_archive(packed(("a.xml", b"<a/>"), ("b", b"<!DOCTYPE")), LIMITS) as archive:
        assert archive.namelist() == ["a.xml", "b"]
