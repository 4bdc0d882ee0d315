"""Sheets and photos: written anew, upright, without what the camera knew; else refused."""

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from courses.adapters.evidence_files import MOST_PIXELS, CleanFile, EvidenceError, clean_file
from tests.courses.adapters.printing.samples import picture

LIMIT = 1_000_000
MAKER, ORIENTATION = 0x010F, 0x0112
#: A picture of 60 × 40 from an iPhone, whose maker is "Secret maker".
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
    "AAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAABgAAgAAAAAB+gABAAAAAAAAADIAAAA4aWluZgAAAAAAAgAAABVp"
    "bmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZo"
    "dmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAA"
    "AwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAA"
    "AAAAQAAAAEAAAAAoY2xhcAAAADwAAAABAAAAKAAAAAH////8AAAAAv///+gAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1h"
    "AAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAAUm1kYXQAAAAUKAGvBBj4ynHX//AiT3eT9qcS"
    "EecAAAAGRXhpZgAATU0AKgAAAAgAAQEPAAIAAAANAAAAGgAAAABTZWNyZXQgbWFrZXIAAA=="
)


def opened(content):
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_pictures_become_jpeg(file_format):
    kept = clean_file(picture(mode="RGB", file_format=file_format), most_bytes=LIMIT)

    assert (kept.ending, opened(kept.content).format) == ("jpg", "JPEG")
    assert opened(kept.content).size == (60, 40)


def test_what_an_iphone_takes_becomes_jpeg_too():
    kept = clean_file(HEIC, most_bytes=LIMIT)

    assert (opened(kept.content).format, opened(kept.content).size) == ("JPEG", (60, 40))
    assert b"Secret maker" in HEIC
    assert b"Secret maker" not in kept.content


def test_a_picture_stands_upright_and_forgets_its_camera():
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = "Secret maker", 6
    lying = picture(mode="RGB", file_format="JPEG", exif=exif, comment=b"at home")

    kept = clean_file(lying, most_bytes=LIMIT).content

    assert opened(kept).size == (40, 60)
    assert dict(opened(kept).getexif()) == {}
    assert b"Secret maker" in lying
    assert b"Secret maker" not in kept
    assert b"at home" not in kept


def test_a_large_picture_becomes_smaller():
    kept = clean_file(picture(size=(6000, 3000), mode="RGB"), most_bytes=LIMIT)

    assert opened(kept.content).size == (MOST_PIXELS, MOST_PIXELS // 2)


def test_a_pdf_is_kept_as_it_is():
    pdf = b"%PDF-1.7\n1 0 obj"

    assert clean_file(pdf, most_bytes=LIMIT) == CleanFile(pdf, "pdf")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"%PDF-" + b"x" * LIMIT, "too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_taken"),
        (b"<html><script>alert(1)</script></html>", "not_taken"),
        (b"PK\x03\x04 a document", "not_taken"),
        (b"GIF89a", "not_taken"),
        (picture()[:60], "not_taken"),
        (HEIC[:300], "not_taken"),
    ],
)
def test_what_is_no_sheet_is_refused(content, code):
    with pytest.raises(EvidenceError) as refused:
        clean_file(content, most_bytes=LIMIT)

    assert refused.value.code == code


def test_a_picture_of_too_many_points_is_refused(monkeypatch):
    monkeypatch.setattr("courses.adapters.evidence_files.MOST_SOURCE_PIXELS", 100)

    with pytest.raises(EvidenceError) as refused:
        clean_file(picture(size=(11, 10)), most_bytes=LIMIT)

    assert refused.value.code == "too_large"
