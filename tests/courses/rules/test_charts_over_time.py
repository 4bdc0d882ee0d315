"""Months and quarters from left to right."""

import pytest

from courses.rules.charts_over_time import Point, columns, round_scale, trend

HEADS = ("Month", "People", "Target")


def points(*values, target=None):
    return [Point(f"Month {n}", f"M{n}", value, target) for n, value in enumerate(values, 1)]


def test_columns_are_as_high_as_their_values_over_round_numbers():
    chart = columns(points(50, 100, 0, None, "‹5"), HEADS, "en")
    half, whole = chart.drawing.boxes

    assert half.h == pytest.approx(whole.h / 2, abs=0.1)
    assert half.y + half.h == pytest.approx(whole.y + whole.h, abs=0.1)
    assert [label.text for label in chart.drawing.labels if label.anchor == "end"] == [
        "0", "50", "100",
    ]  # fmt: skip
    assert [row[1] for row in chart.rows] == ["50", "100", "0", "–", "‹5"]
    assert chart.heads == ("Month", "People")


def test_targets_are_steps_at_their_height_and_stand_in_the_table():
    chart = columns(points(50, 100, target=75), HEADS, "en")
    first, second = (line for line in chart.drawing.lines if line.look == "target")
    bars = chart.drawing.boxes

    assert bars[1].y < first.points[0][1] < bars[0].y
    assert first.points[1] == second.points[0]
    assert chart.key == (("now", "People"), ("target", "Target"))
    assert chart.rows[0] == ("Month 1", "50", "75")


def test_a_line_breaks_where_a_value_is_missing():
    chart = trend(points(10, 20, None, 30, "‹5", 40, 50), HEADS, "en")
    lines = [line for line in chart.drawing.lines if line.look == "trend"]

    assert [len(line.points) for line in lines] == [2, 1, 2]
    assert len(chart.drawing.boxes) == 5
    assert lines[0].path.startswith("M") and "L" in lines[0].path


def test_numbers_and_names_that_have_no_room_are_left_out_of_the_picture_alone():
    chart = columns(points(*range(1000, 1036)), HEADS, "km")
    told = [label.text for label in chart.drawing.labels if label.look == "strong"]

    assert told == ["១.០៣៥"]
    names = [label for label in chart.drawing.labels if label.text.startswith("M")]
    assert 2 < len(names) < 20
    assert len(chart.rows) == 36


def test_a_number_stands_below_a_valley():
    chart = trend(points(100, 20, 100), HEADS, "en")
    low = next(
        label for label in chart.drawing.labels if label.text == "20" and label.look == "strong"
    )
    spot = chart.drawing.boxes[1]

    assert low.y > spot.y + spot.h


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, (0, 1)), (3, (0, 1, 2, 3)), (7, (0, 2, 4, 6, 8)), (100, (0, 50, 100)),
        (1800, (0, 500, 1000, 1500, 2000)), (4_100, (0, 2000, 4000, 6000)),
    ],
)  # fmt: skip
def test_scales_are_round_and_hold_the_largest_value(most, ticks):
    assert round_scale(most) == (ticks[-1], ticks)


def test_no_points_draw_an_empty_axis():
    assert columns([], HEADS, "en").drawing.boxes == ()
    assert trend([], HEADS, "en").rows == ()
