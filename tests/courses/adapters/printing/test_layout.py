"""The layout: lines stand where the design says, shrink, wrap, and give way in order."""

import pytest

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.lines import MM, fitted, styled

STYLES = {
    "name": {"size": 20, "min": 10, "weight": 500},
    "course": {"size": 12, "min": 8, "lines": 2},
    "title": {"size": 10, "min": 8, "case": "upper", "track": 0.5},
    "km": {"lang": "km", "size": 10, "track": 0.5},
}


def design(*elements):
    return {"styles": STYLES, "elements": list(elements)}


def laid(*elements, **facts):
    return lay_out(design(*elements), facts, {"art/x.svg": 0.5})


def line(text, w, style="name", **more):
    look = styled(STYLES, {"style": style, **more})
    return fitted(text, look, look["size"], w)


def test_texts_stand_left_in_the_middle_and_right():
    items = laid(*[
        {"type": "text", "x": 10, "y": 5, "w": 100, "text": "{name}", "style": "name", "align": a}
        for a in ("left", "center", "right")
    ], name="SOK Dara")  # fmt: skip

    left, middle, right = (item["x"] for item in items)
    width = line("SOK Dara", 100).width
    assert (left, middle, right) == (10, round(60 - width / 2, 3), round(110 - width, 3))


def test_capitals_and_tracking_are_set_for_latin_only():
    title, khmer = laid(
        {"type": "text", "x": 0, "y": 0, "w": 100, "text": "Of Completion", "style": "title"},
        {"type": "text", "x": 0, "y": 0, "w": 100, "text": "សុខ", "style": "km"},
    )

    assert (title["s"], title["track"]) == ("OF COMPLETION", 0.09)
    assert khmer["track"] == 0


def stack(**more):
    items = [
        {"text": "{one}", "style": "name"},
        {"type": "image", "src": "art/x.svg", "w": 10, "gap": 4},
        {"text": "{two}", "style": "name", "gap": 4, "optional": True},
    ]
    return {"type": "stack", "x": 0, "y": 10, "w": 80, "items": items} | more


def test_a_stack_puts_lines_under_each_other():
    first, image, last = laid(stack(), one="SOK", two="Dara")

    height = 1.02 * 20 / MM
    assert first["y"] == 10
    assert image["y"] == pytest.approx(10 + height + 4, abs=0.001)
    assert last["y"] == pytest.approx(image["y"] + 5 + 4, abs=0.001)


def test_empty_optional_lines_vanish_with_their_gap():
    assert [item["type"] for item in laid(stack(), one="SOK", two="")] == ["text", "image"]
    assert laid(stack(items=stack()["items"][2:]), one="SOK", two="") == []


def test_gaps_open_up_in_a_tall_stack_and_give_way_in_a_low_one():
    text = 2 * 1.02 * 20 / MM + 5

    def gap(h):
        first, image, _last = laid(stack(h=h, stretch=1.5), one="SOK", two="Dara")
        return image["y"] - first["y"] - 1.02 * 20 / MM

    assert gap(text + 100) == pytest.approx(6, abs=0.01)
    assert gap(text + 8) == pytest.approx(4, abs=0.01)
    assert gap(text + 4) == pytest.approx(2, abs=0.01)


def test_type_steps_down_when_the_gaps_are_not_enough_and_then_the_stack_is_refused():
    text = 2 * 1.02 * 20 / MM + 5

    first, *_ = laid(stack(h=text), one="SOK", two="Dara")
    with pytest.raises(TypesettingError) as refused:
        laid(stack(h=10, id="main"), one="SOK", two="Dara")

    assert 14 <= first["z"] < 20
    assert (refused.value.code, refused.value.detail) == ("does_not_fit", "main")


def test_a_stack_stands_at_the_top_in_the_middle_or_at_the_bottom_of_its_box():
    def first(valign):
        return laid(stack(h=60, valign=valign), one="SOK", two="Dara")[0]["y"]

    top, middle, bottom = first("top"), first("middle"), first("bottom")
    assert top == 10
    assert middle - top == pytest.approx(bottom - middle, abs=0.001)


def test_rules_and_pictures_appear_only_with_their_field():
    rule = {"type": "rule", "if": "sign", "x": 0, "y": 0, "w": 5, "weight": 1, "color": "#000000"}
    image = {"type": "image", "field": "logo", "alt_field": "org", "optional": True, "x": 1, "y": 2,
             "w": 3, "h": 4}  # fmt: skip

    assert laid(rule, image, sign="", logo="") == []
    assert laid(rule, image, sign="x", logo="a.jpg", org="The office") == [
        rule,
        {"type": "image", "src": "a.jpg", "alt": "The office", "x": 1, "y": 2, "w": 3, "h": 4},
    ]
