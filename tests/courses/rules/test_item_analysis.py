"""Figures of questions, against small worlds that were counted by hand."""

from math import isclose, sqrt

from hypothesis import given
from hypothesis import strategies as st

from courses.rules.item_analysis import Response, analyse, correlation


def response(*shares, chosen=""):
    return Response(
        {str(n): share for n, share in enumerate(shares)}, {"0": tuple(chosen)} if chosen else {}
    )


WORLD = [
    response(1, 1, 1, chosen="a"),
    response(1, 1, 1, chosen="a"),
    response(1, 1, 0, chosen="a"),
    response(1, 0, 0, chosen="a"),
    response(0, 1, 0, chosen="b"),
    response(0, 0, 0, chosen="c"),
    response(0, 0, 0, chosen="b"),
]


def test_difficulty_discrimination_and_distractors_of_a_small_world():
    item = analyse(WORLD, "0")
    assert (item.people, item.upper_lower, item.is_steady) == (7, 1.0, False)
    assert isclose(item.difficulty, 4 / 7)
    assert item.chosen == {"a": (2, 2, 0), "b": (0, 1, 1), "c": (0, 0, 1)}
    rest = [1, 1, 0.5, 0, 0.5, 0, 0]
    own = [1, 1, 1, 1, 0, 0, 0]
    mean = sum(rest) / 7
    expected = sum((x - 4 / 7) * (y - mean) for x, y in zip(own, rest, strict=True)) / sqrt(
        sum((x - 4 / 7) ** 2 for x in own) * sum((y - mean) ** 2 for y in rest)
    )
    assert isclose(item.point_biserial, expected)


def test_four_people_are_not_shown():
    assert analyse(WORLD[:4], "0") is None
    assert analyse(WORLD[:5], "0").people == 5


def test_who_was_not_asked_does_not_count():
    asked_other = [Response({"9": 1.0}, {}) for _n in range(9)]
    assert analyse(WORLD + asked_other, "0") == analyse(WORLD, "0")


def test_a_question_that_all_answer_alike_says_nothing():
    item = analyse([response(1)] * 6, "0")
    assert (item.difficulty, item.upper_lower, item.point_biserial) == (1, None, None)


shares = st.sampled_from([0.0, 0.3333, 0.5, 1.0])


@given(st.lists(st.tuples(shares, shares, shares), min_size=5, max_size=60))
def test_figures_stay_within_their_bounds(rows):
    item = analyse([response(*row, chosen="ab") for row in rows], "1")
    assert 0 <= item.difficulty <= 1
    assert item.upper_lower is None or -1 <= item.upper_lower <= 1
    assert item.point_biserial is None or -1 <= item.point_biserial <= 1


@given(st.lists(st.tuples(shares, shares, shares), min_size=5, max_size=60))
def test_everybody_stands_in_one_group(rows):
    item = analyse([response(*row, chosen="a") for row in rows], "0")
    assert sum(item.chosen["a"]) == len(rows)


def test_correlation_needs_two_that_differ():
    assert correlation([]) is None and correlation([(1, 1)]) is None
    assert correlation([(1, 2), (1, 3)]) is None
    assert isclose(correlation([(0, 1), (1, 0)]), -1)
