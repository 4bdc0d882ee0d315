"""The drawn pictures: each one that a course asks for is drawn, light, and without words."""

import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

import lms.demo
from lms.demo.art.kit import HEIGHT, WIDTH, picture
from lms.demo.art.scenes import PICTURES

CONTENT = Path(lms.demo.__path__[0]) / "content"
HEAVIEST = 25_000
ALL = [(code, key) for code, pictures in PICTURES.items() for key in pictures]


def described(code):
    course = tomllib.loads((CONTENT / code / "course.toml").read_text(encoding="utf-8"))
    return set(course["pictures"])


def test_every_described_picture_is_drawn_and_no_other():
    codes = {path.parent.name for path in CONTENT.glob("*/course.toml")}
    assert {code: set(pictures) for code, pictures in PICTURES.items()} == {
        code: described(code) for code in codes
    }


@pytest.mark.parametrize(("code", "key"), ALL)
def test_a_drawing_is_well_formed_and_holds_no_text(code, key):
    document = ElementTree.fromstring(picture(PICTURES[code][key]()))
    assert [part.tag for part in document.iter() if part.tag.endswith("text")] == []


@pytest.mark.parametrize(("code", "key"), ALL)
def test_a_picture_has_its_size_and_stays_light(code, key):
    path = CONTENT / code / f"{key}.png"
    with Image.open(path) as image:
        assert (image.size, image.mode) == ((WIDTH, HEIGHT), "P")
    assert path.stat().st_size <= HEAVIEST
