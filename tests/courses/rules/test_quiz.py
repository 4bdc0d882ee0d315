"""Score of a quiz."""

import pytest

from courses.rules.quiz import Result, grade


def test_a_question_counts_when_exactly_the_right_answers_were_chosen():
    key = [{0}, {1, 2}, {1, 2}, {0}]
    answers = [{0}, {1, 2}, {1}, set()]

    result = grade(key, answers)

    assert result == Result((True, True, False, False))
    assert (result.correct, result.total) == (2, 4)


def test_a_question_left_open_is_wrong_even_without_right_answers():
    assert grade([set()], [set()]) == Result((False,))


def test_the_number_of_answers_must_fit():
    with pytest.raises(ValueError, match="shorter"):
        grade([{0}, {1}], [{0}])
