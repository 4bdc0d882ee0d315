"""Files are known by what they hold, not by their name."""

from io import BytesIO

import pytest
from PIL import Image

from courses.adapters import media_kinds
from courses.adapters.media_kinds import is_document, picture_extension
from tests.courses.adapters.word.files import png


@pytest.mark.parametrize(
    ("format", "extension"), [("PNG", "png"), ("JPEG", "jpg"), ("MPO", "jpg"), ("TIFF", "")]
)
def test_pictures_that_browsers_show_are_known(format, extension):
    data = BytesIO()
    Image.new("RGB", (2, 2)).save(data, format)

    assert picture_extension(data.getvalue()) == extension


def test_what_is_no_picture_or_too_large_has_no_extension(monkeypatch):
    assert picture_extension(b"<svg/>") == ""
    assert picture_extension(png("red"), ("JPEG",)) == ""
    monkeypatch.setattr(media_kinds, "PICTURE_PIXELS", 3)
    assert picture_extension(png("red")) == ""


@pytest.mark.parametrize(
    ("data", "extension", "fits"),
    [
        (b"%PDF-1.7", "pdf", True),
        (b"ID3\x04", "mp3", True),
        (b"\xff\xfb\x90", "mp3", True),
        (b"\0\0\0\x18ftypM4A ", "m4a", True),
        (b"OggS", "ogg", True),
        (b"\x1a\x45\xdf\xa3", "webm", True),
        ("\ufeffWEBVTT".encode(), "vtt", True),
        (b"PK\x03\x04", "docx", True),
        (b"PK\x03\x04", "pdf", False),
        (b"<html>", "html", False),
        (b"MZ", "exe", False),
        (b"", "mp4", False),
    ],
)
def test_documents_begin_as_such_files_do(data, extension, fits):
    assert is_document(data, extension) is fits
