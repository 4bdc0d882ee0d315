"""Which results of learning are told beside each other, and which are of too few people."""

from fractions import Fraction

import pytest

from courses.rules.feedback import Line
from courses.rules.learning_results import (
    Learned,
    Learning,
    Opinion,
    QuestionBeforeAfter,
    Right,
    opinions,
    rows_told,
    too_few,
)


@pytest.mark.parametrize(
    ("people", "hidden"),
    [
        ({"a": 5, "b": 9}, set()),
        ({"a": 0, "b": 9}, set()),
        ({"a": 4, "b": 9, "c": 7}, {"a", "c"}),
        ({"a": 2, "b": 3, "c": 7}, {"a", "b"}),
        ({"a": 1, "b": 1, "c": 6, "d": 8}, {"a", "b", "c"}),
        ({None: 3}, {None}),
    ],
)
def test_what_is_left_of_all_is_never_of_a_few_people(people, hidden):
    found = too_few(people)

    assert found == hidden
    assert not found or len(people) == 1 or sum(people[key] for key in found) >= 5


def test_a_row_hides_only_what_is_of_too_few():
    rows = {
        1: {"L2": Fraction(20), "L2N": 9, "L3": Fraction(1, 2), "L3S": 4, "L1": Fraction(1)},
        2: {"L2": Fraction(10), "L2N": 8, "L3": Fraction(1, 3), "L3S": 6, "L1": None},
        3: {"L2": Fraction(5), "L2N": 7, "L3": Fraction(1, 4), "L3S": 9, "L1": None},
    }

    first, second, third = rows_told(rows)

    assert first == Learned(1, {**rows[1], "L3": None}, frozenset(["L3"]))
    assert second == Learned(2, {**rows[2], "L3": None}, frozenset(["L3"]))
    assert third == Learned(3, rows[3])


def test_opinions_leave_out_a_run_whose_one_question_few_answered():
    useful, clear = {"en": "Useful?", "km": "មានប្រយោជន៍?"}, {"en": "Clear?", "km": ""}
    enough, more = Line((0, 0, 1, 2, 3)), Line((1, 0, 0, 0, 5))
    few = Line((0, 0, 0, 0, 4))

    asked = [
        ([useful, clear], [enough, more]),
        ([useful], [enough]),
        ([useful, clear], [more, few]),
    ]

    assert opinions(asked) == (Opinion(useful, 12, 10), Opinion(clear, 6, 5))


def test_a_question_of_a_test_changes_where_enough_people_had_it_both_times():
    told = QuestionBeforeAfter("Why?", "A", Right(5, 2.0), Right(10, 8.0))

    assert told.change == pytest.approx(40)
    assert QuestionBeforeAfter("Why?", "A", Right(4, 2.0), Right(10, 8.0)).change is None
    assert Right(4, 4.0).share is None


def test_learning_is_empty_where_nothing_was_asked():
    assert Learning().is_empty
    assert Learning(Learned(None, {"L2S": 0})).is_empty
    assert not Learning(Learned(None, {"L5S": 1})).is_empty
