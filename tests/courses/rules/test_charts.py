"""Charts: what is drawn is what was counted, and the table beside it says the same."""

import pytest

from courses.rules.charts import Pair, Part, Share, Stack, compared, shares, stacked

PARTS = [Part("Women", "women"), Part("Men", "men"), Part("Another", "another")]


def texts(chart):
    return [label.text for label in chart.drawing.labels]


def test_a_stack_is_as_long_as_its_sum_and_parts_that_nobody_has_are_left_out():
    stacks = [Stack("Workers", (60, 40, 0)), Stack("Officials", (10, 0, 0))]
    chart = stacked(stacks, PARTS, ("Role", "All"), "en")
    women, men, officials = chart.drawing.boxes

    assert chart.key == (("women", "Women"), ("men", "Men"))
    assert [box.look for box in chart.drawing.boxes] == ["women", "men", "women"]
    assert women.w + 1 == pytest.approx(6 * (officials.w + 1), abs=0.4)
    assert men.x == pytest.approx(women.x + women.w + 1)
    assert men.x + men.w < chart.drawing.width
    assert (chart.heads, chart.rows) == (
        ("Role", "Women", "Men", "All"),
        (("Workers", "60", "40", "100"), ("Officials", "10", "0", "10")),
    )


def test_a_hidden_part_draws_nothing_and_shows_its_mark():
    chart = stacked([Stack("Officials", ("‹5", 163, 0), total=167)], PARTS, ("Role", "All"), "km")

    assert [box.look for box in chart.drawing.boxes] == ["men"]
    assert texts(chart) == ["Officials", "១៦៧"]
    assert chart.rows == (("Officials", "‹5", "១៦៣", "១៦៧"),)


def test_two_periods_stand_under_each_other_with_their_difference():
    pairs = [Pair("A", 200, 100), Pair("B", 0, 50), Pair("C", "‹5", 7), Pair("D", None, None)]
    chart = compared(pairs, ("Role", "2025", "2026", "Change"), "en")

    assert [(box.look, round(box.w / chart.drawing.boxes[0].w, 2)) for box in chart.drawing.boxes][
        :3
    ] == [("before", 1.0), ("now", 0.5), ("now", 0.25)]
    assert [row[3] for row in chart.rows] == ["−100", "+50", "–", "–"]
    assert chart.rows[2] == ("C", "‹5", "7", "–")


def test_a_share_fills_its_track_and_names_its_base():
    rows = [Share("A", 0.5, 40), Share("B", 1.2, 10), Share("C", "‹5", None)]
    chart = shares(rows, ("Role", "Women’s share", "Sex known"), "en")
    track, half, _track, full, empty = chart.drawing.boxes

    assert (half.w, full.w) == (pytest.approx(track.w / 2, abs=0.1), track.w)
    assert empty.look == "track"
    assert chart.rows == (("A", "50\u00a0%", "40"), ("B", "120\u00a0%", "10"), ("C", "‹5", "–"))


@pytest.mark.parametrize("language", ["en", "km"])
def test_long_names_stand_above_their_bars(language):
    name = "ប្រធានក្រុម ឬមេការនៃរោងចក្រកាត់ដេរ" * 2
    told = [Stack(name, (5, 5, 5)), Stack("B", (1, 1, 1))]
    drawing = stacked(told, PARTS, ("Role", "All"), language).drawing
    above, _sum, below, _other = drawing.labels
    bars = sorted({box.y for box in drawing.boxes})

    assert (above.x, below.x, min(box.x for box in drawing.boxes)) == (0, 0, 0)
    assert above.y < bars[0] < bars[0] + 20 < below.y < bars[1]


def test_nothing_to_draw_draws_nothing():
    assert stacked([], PARTS, ("Role", "All"), "en").drawing.boxes == ()
    assert stacked([Stack("A", (0, 0, 0))], PARTS, ("Role", "All"), "en").key == ()
    assert compared([], ("a", "b", "c", "d"), "en").rows == ()
