"""The map: every province has a tile of its own, as dark as its number."""

from itertools import pairwise

from courses.rules.province_tiles import TILES, province_tiles, shades

NAMES = {code: f"Province {code}" for code in TILES}
MORE = "%(low)s and more"


def test_every_province_has_a_place_of_its_own():
    drawing = province_tiles({}, NAMES, "en", MORE).drawing
    assert len({(box.x, box.y) for box in drawing.boxes}) == len(TILES) == 25
    assert all(box.x + box.w <= drawing.width for box in drawing.boxes)
    assert all(box.y + box.h <= drawing.height for box in drawing.boxes)


def test_shades_follow_the_numbers_and_a_hidden_one_is_told_apart():
    tiles = province_tiles({"12": 4300, "08": 60, "15": 0, "07": "‹5"}, NAMES, "en", MORE)
    looks = dict(zip(TILES, (box.look for box in tiles.drawing.boxes), strict=True))

    assert (looks["12"], looks["08"], looks["15"], looks["07"]) == ("q4", "q1", "q0", "hidden")
    assert tiles.key == (
        ("q0", "0"), ("q1", "1–199"), ("q2", "200–999"), ("q3", "1,000–3,999"),
        ("q4", "4,000 and more"),
    )  # fmt: skip
    assert any(label.text == "4,300" and "on-dark" in label.look for label in tiles.drawing.labels)


def test_shades_meet_without_a_gap():
    for most in (0, 39, 40, 150, 123_456):
        steps = shades(most)
        assert all(one[2] + 1 == other[1] for one, other in pairwise(steps))


def test_provinces_without_a_name_are_left_out():
    assert len(province_tiles({}, {"12": "Phnom Penh"}, "km", MORE).drawing.boxes) == 1
