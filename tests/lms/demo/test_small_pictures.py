"""The small pictures that the demo ships are those that would be made."""

from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from PIL import Image, ImageChops
from wagtail.images import get_image_model

from courses.adapters.pictures import phone_bytes, small_bytes
from lms.demo.pages import CONTENT, read
from lms.demo.small_pictures import SMALL, SPECS, give_small, keep_small, small_name

pytestmark = pytest.mark.django_db
PICTURE = CONTENT / "oshc" / "02-step-4.png"
PHONE, SAVER = SPECS


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def image_of(path: Path):
    with path.open("rb") as file:
        return get_image_model().objects.create(title="step", file=ImageFile(file, name=path.name))


def shown() -> dict[str, set[str]]:
    """The pictures of courses and lessons, and in which ways each is made small."""
    found = {}
    for path in CONTENT.glob("*/*.en.toml"):
        is_lesson = path.name != "course.en.toml"
        names = [] if is_lesson else ["cover.png"]
        for block in read(path).get("blocks", []):
            if block["type"] == "picture":
                names.append(block["file"])
            elif block["type"] == "picture_steps":
                names += [step["file"] for step in block["steps"]]
        for name in names:
            ways = found.setdefault(path.parent / name, set())
            ways |= {PHONE, SAVER} if is_lesson else {PHONE}
    return found


def test_each_picture_has_its_small_ones_and_nothing_else_is_shipped():
    expected = {
        small_name(path.read_bytes(), spec) for path, ways in shown().items() for spec in ways
    }

    shipped = {path.name for path in SMALL.iterdir()}
    assert shipped == expected, "Tell the demo anew, then run manage.py keep_small_pictures there."


def test_what_is_shipped_looks_as_what_is_made(media):
    made, given = image_of(PICTURE), image_of(PICTURE)
    give_small(given, PICTURE.read_bytes())
    shipped = {row.filter_spec: row for row in given.renditions.all()}

    assert set(shipped) == set(SPECS)
    for spec, row in shipped.items():
        fresh = made.get_rendition(spec)
        assert (row.width, row.height, row.focal_point_key) == (
            fresh.width, fresh.height, fresh.focal_point_key,
        )  # fmt: skip
        assert abs(row.file.size - fresh.file.size) < fresh.file.size / 10
        pictures = [Image.open(each.file.path).convert("RGB") for each in (row, fresh)]
        assert max(high for _low, high in ImageChops.difference(*pictures).getextrema()) < 64


def test_nothing_is_made_for_a_picture_that_has_its_small_ones(media):
    image = image_of(PICTURE)
    give_small(image, PICTURE.read_bytes())
    before = set(image.renditions.values_list("pk", flat=True))

    assert phone_bytes(image) > small_bytes(image) > 0
    assert set(image.renditions.values_list("pk", flat=True)) == before


def test_small_pictures_of_a_told_demo_can_be_kept(media, tmp_path):
    give_small(image_of(PICTURE), PICTURE.read_bytes())
    folder = tmp_path / "kept"
    keep_small(get_image_model().get_rendition_model().objects, folder)

    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert kept == {name: (SMALL / name).read_bytes() for name in kept}
    assert set(kept) == {small_name(PICTURE.read_bytes(), spec) for spec in SPECS}
