"""Pictures forget where they were taken."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from courses.adapters.camera_facts import without_camera_facts
from tests.photos import photo_from_the_gate

MAKER = b"Sala phone"


def opened(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_forgets_place_and_device_and_stands_upright(kind):
    photo = photo_from_the_gate(kind)
    assert MAKER in photo and opened(photo).getexif().get_ifd(0x8825)

    clean = without_camera_facts(photo)

    after = opened(clean)
    assert (after.format, after.size) == (kind, (20, 40))
    assert dict(after.getexif()) == {} and not after.info.get("xmp") and MAKER not in clean
    red, _green, blue = after.convert("RGB").getpixel((10, 2))
    assert red > 200 > 80 > blue


def test_an_upright_photo_keeps_its_quality_and_colours():
    photo = photo_from_the_gate("JPEG", orientation=1)
    clean = without_camera_facts(photo)
    assert MAKER not in clean and opened(clean).info.get("comment") is None
    assert opened(clean).quantization == opened(photo).quantization
    assert opened(clean).info["icc_profile"] == opened(photo).info["icc_profile"]


def test_the_second_picture_of_a_phone_goes_with_its_facts():
    first, second = (Image.new("RGB", (8, 8), colour) for colour in ("red", "blue"))
    out = BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    clean = without_camera_facts(out.getvalue())
    assert (opened(clean).format, clean.count(b"\xff\xd8\xff")) == ("JPEG", 1)


def test_words_of_a_png_go():
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Sala phone")
    out = BytesIO()
    Image.new("P", (8, 8)).save(out, "PNG", pnginfo=told, transparency=0)
    clean = without_camera_facts(out.getvalue())
    assert MAKER not in clean and opened(clean).info["transparency"] == 0


def test_a_moving_picture_keeps_moving():
    out, exif = BytesIO(), Image.Exif()
    exif[271] = "Sala phone"
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], duration=90, exif=exif)
    clean = without_camera_facts(out.getvalue())
    assert (MAKER in clean, opened(clean).n_frames) == (False, 2)


def test_what_tells_nothing_stays_byte_for_byte():
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    for data in (out.getvalue(), b"<svg/>", b"", out.getvalue()[:40]):
        assert without_camera_facts(data) == data
