"""Pictures for print: small, on white, without what came along; what is no picture is refused."""

from io import BytesIO

import pytest
from PIL import Image

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.pictures import MOST_PIXELS, for_print
from tests.courses.adapters.printing.samples import picture


def opened(content):
    return Image.open(BytesIO(content))


def test_a_large_picture_becomes_small_and_keeps_its_shape():
    printed = opened(for_print(picture(size=(3000, 1000))))

    assert (printed.format, printed.mode) == ("JPEG", "RGB")
    assert printed.size == (MOST_PIXELS, MOST_PIXELS // 3)


def test_what_is_clear_becomes_white():
    out = BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(out, "PNG")

    assert opened(for_print(out.getvalue())).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "GIF"])
def test_the_usual_formats_are_read(file_format):
    mode = "P" if file_format == "GIF" else "RGB"

    assert opened(for_print(picture(mode=mode, file_format=file_format))).size == (60, 40)


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", picture()[:40]],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(TypesettingError) as refused:
        for_print(content)

    assert refused.value.code == "not_printed"


def test_a_picture_of_too_many_points_is_refused(monkeypatch):
    monkeypatch.setattr("courses.adapters.printing.pictures.MOST_SOURCE_PIXELS", 100)

    with pytest.raises(TypesettingError) as refused:
        for_print(picture(size=(11, 10)))

    assert refused.value.detail == "picture too large"
