"""Drawings on paper: no look without ink, labels where the drawing has them."""

from xml.etree import ElementTree

import pytest

from courses.adapters.paper.flow import Flow
from courses.adapters.paper.illustrations import (
    FILLS,
    STROKES,
    Illustration,
    drawn,
    height_of,
    key_of,
    picture_of,
)
from courses.adapters.paper.reach_report import STYLES
from courses.rules.drawings import Drawing, box, label, line
from tests.browser.chart_samples import charts, sample_map

DRAWING = Drawing(
    100, 50, behind=(line("axis", (0, 0), (0, 50)),), boxes=(box(10, 10, 20, 5, "women"),),
    lines=(line("target", (0, 5), (50, 5)),), labels=(label(50, 30, "Seven", "strong", "middle"),),
)  # fmt: skip


def flow():
    return Flow(STYLES, "en", "(cannot be printed)")


@pytest.mark.parametrize("language", ["en", "km"])
def test_paper_knows_every_look_that_charts_and_map_use(language):
    drawings = [
        *(chart.drawing for chart in charts(language).values()),
        sample_map(language).drawing,
    ]
    keys = [*(chart.key for chart in charts(language).values()), sample_map(language).key]
    for drawing, key in zip(drawings, keys, strict=True):
        assert ElementTree.fromstring(picture_of(drawing)).tag.endswith("svg")
        items = drawn(flow(), Illustration("T", "", drawing, key), "a.svg", 0, 0, 80)
        assert len(items) == 1 + len(drawing.labels)
        assert {look for look, _name in key} <= FILLS.keys() | STROKES.keys()


def test_texts_are_no_part_of_the_picture():
    picture = picture_of(DRAWING).decode()

    assert "Seven" not in picture
    assert [node.tag.split("}")[1] for node in ElementTree.fromstring(picture)] == [
        "path", "rect", "path",
    ]  # fmt: skip


def test_a_label_stands_at_its_place_in_millimetres():
    picture, seven = drawn(flow(), Illustration("T", "Told", DRAWING), "a.svg", 10, 20, 50)

    assert (picture["x"], picture["w"], picture["alt"]) == (10, 50, "T. Told")
    assert height_of(DRAWING, 50) == pytest.approx(27)
    assert seven["s"] == "Seven"
    middle = 10 + 50 * 0.5
    assert seven["x"] < middle < seven["x"] + 12
    assert 20 + 30 * 0.5 - 6 < seven["y"] < 20 + 30 * 0.5


def test_a_key_that_is_too_wide_takes_more_rows():
    key = [("women", "Women"), ("target", "Target"), ("unknown", "Somebody unknown")]
    one = Illustration("T", "", DRAWING, key)
    _items, flat = key_of(flow(), one, 0, 0, 200)
    items, high = key_of(flow(), one, 0, 0, 30)

    assert high > 2 * flat
    assert [item["s"] for item in items if item["type"] == "text"] == [name for _, name in key]
