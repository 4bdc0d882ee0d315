"""A cube knows its cells, what they add up to, and when its counts contradict each other."""

import random

import pytest

from courses.rules.suppression_cube import ALL, Axis, Cube, Table
from tests.courses.rules.cube_worlds import draw_cube, draw_people

SEX = Axis("sex", ("female", "male"))
TIME = Axis("time", ("2026", "q1", "q2"), {"q1": "2026", "q2": "2026"})
TOPIC = Axis("topic", ("a", "b"), adds_up=False)


def table(counts, *axes, **more):
    return Table("people", axes or (SEX,), counts, **more)


FAIR = {("female",): 7, ("male",): 3, (ALL,): 10}


def test_tables_share_the_cells_of_their_margins():
    by_time = table({("q1",): 10, ("2026",): 10, (ALL,): 10}, TIME)
    cube = Cube((table(FAIR), by_time))

    assert cube.counts[("people", ())] == 10
    assert len(cube.counts) == 3 + 4 - 1
    assert cube.totals() == {("people", ()), ("people", (("time", "2026"),))}


@pytest.mark.parametrize(
    "tables",
    [
        (table(FAIR | {(ALL,): 11}),),
        (table(FAIR), table({("a",): 12, (ALL,): 12}, TOPIC)),
        (table({("a",): 3, ("b",): 2, (ALL,): 6}, TOPIC),),
        (table({("a",): 7, ("b",): 2, (ALL,): 6}, TOPIC),),
        (table({("female",): -1, ("male",): 1}),),
    ],
)
def test_counts_that_contradict_each_other_are_refused(tables):
    with pytest.raises(ValueError, match="contradict"):
        Cube(tables)


def test_what_need_not_add_up_lies_between_the_largest_and_the_sum():
    assert Cube((table({("a",): 5, ("b",): 2, (ALL,): 6}, TOPIC),)).counts


def test_one_measure_may_be_bound_by_another():
    marks = Table("marks", (SEX,), {("female",): 6, ("male",): 9, (ALL,): 15})

    assert Cube((table(FAIR), marks)).counts
    with pytest.raises(ValueError, match="contradict"):
        Cube((table(FAIR), marks), at_most=(("people", "marks"),))


def test_a_threshold_below_three_would_tell_the_one_small_count_there_is():
    with pytest.raises(ValueError, match="threshold"):
        Cube((table(FAIR, threshold=2),))
    with pytest.raises(ValueError, match="threshold"):
        Cube((table(FAIR),), {("sex", "male"): 2})


def test_the_largest_threshold_counts_and_sensitive_zeros_are_hidden():
    cube = Cube((table(FAIR), table(FAIR, threshold=7)), {("sex", "male"): 10})

    assert cube.thresholds() == {
        ("people", ()): 7, ("people", (("sex", "female"),)): 7, ("people", (("sex", "male"),)): 10,
    }  # fmt: skip
    assert cube.zeros_hidden() == {("people", (("sex", "male"),))}
    assert Cube((table(FAIR, hides_zeros=True),)).zeros_hidden() == cube.counts.keys()


@pytest.mark.parametrize("axis", [SEX, TIME, Axis("one", ("only",))])
def test_no_total_notices_a_line(axis):
    for node in axis.nodes:
        lines = axis.lines(node)
        assert lines
        for line in lines:
            assert line[node] == 1
            for total, parts in axis.families():
                assert sum(line.get(part, 0) for part in parts) == line.get(total, 0)


@pytest.mark.parametrize("seed", range(20))
def test_drawn_cubes_bear_their_own_relations(seed):
    drawn = draw_cube(random.Random(seed))[0] if seed % 2 else draw_people(random.Random(seed))
    for terms, is_equal in drawn.relations():
        balance = sum(sign * drawn.counts[cell] for cell, sign in terms)
        assert balance == 0 if is_equal else balance >= 0
