"""Questions as a form that does not know the answers."""

import uuid

import pytest
from django import forms

from courses.forms.quiz import QuizForm
from courses.forms.quiz_words import answered, lines_of
from courses.rules.questions import grade_all, version_of
from courses.rules.quiz import quiz_of
from tests.every_kind import KINDS, WRITTEN, as_posted, right_answers
from tests.pages import RIGHT, STORED

ATTEMPT = uuid.uuid4()
OLD = quiz_of(STORED).drawn("")
ALL = quiz_of(
    {
        "title": "",
        "questions": [{"type": kind, "value": value} for kind, value in [*KINDS, WRITTEN]],
    }
).drawn("seed")


def form_of(questions, data=None, **kwargs):
    if data is not None:
        data = {"version": version_of(questions)} | data
    return QuizForm(questions, data, attempt=ATTEMPT, **kwargs)


def test_one_right_answer_makes_radio_buttons_more_make_boxes():
    first, second = (asked.first.field for asked in form_of(OLD).asked)
    assert isinstance(first.widget, forms.RadioSelect)
    assert isinstance(second.widget, forms.CheckboxSelectMultiple)
    assert (first.help_text, second.help_text) == ("", "Choose all that fit.")


def test_answers_are_positions():
    form = form_of(OLD, RIGHT)
    assert form.is_valid() and form.answers() == [[0], [0, 1]]


def test_right_answers_of_every_kind_earn_everything():
    form = form_of(ALL, as_posted(ALL, right_answers(ALL)))
    assert form.is_valid(), form.errors
    assert grade_all(ALL, form.answers()).shares == (1, 1, 1, 1, 1, None)


def test_kept_answers_are_shown_again():
    answers = right_answers(ALL)
    form = form_of(ALL, answers=answers)
    shown = [field.value() for asked in form.asked for field in asked.fields]
    assert shown == list(as_posted(ALL, answers).values())


def test_every_question_wants_an_answer():
    form = form_of(ALL, {})
    assert not form.is_valid()
    assert {name: errors[0] for name, errors in form.errors.items()} == {
        "question_0": "Choose one answer.",
        "question_1": "Choose one answer.",
        **{f"question_2_{n}": "Give each step a number." for n in range(3)},
        **{f"question_3_{n}": "Choose what belongs to it." for n in range(2)},
        "question_4": "Write a number, such as 12 or 12.5.",
        "question_5": "Write an answer.",
    }
    assert form_of(OLD, {"question_0": "0"}).errors == {
        "question_1": ["Choose at least one answer."]
    }


def test_each_number_of_an_order_is_used_once_and_numbers_are_numbers():
    right = as_posted(ALL, right_answers(ALL))
    form = form_of(ALL, right | {"question_2_0": "1", "question_2_1": "1", "question_2_2": "0"})
    assert form.errors == {"question_2_0": ["Use each number once."]}
    form = form_of(ALL, right | {"question_4": "many"})
    assert form.errors == {"question_4": ["Write a number, such as 12 or 12.5."]}
    assert form_of(ALL, right | {"question_4": "១,៥"}).is_valid()


@pytest.mark.parametrize("more", [{"anyway": "on"}, {}])
def test_who_is_lenient_takes_what_there_is(more):
    data = {"question_0": "0", "question_2_1": "2", "question_4": "many", **more}
    form = form_of(ALL, data, is_lenient=not more)
    assert form.is_valid()
    assert form.answers() == [[0], None, [None, 2, None], None, "many", None]
    assert grade_all(ALL, form.answers()).shares == (1, 0, 0, 0, 0, 0)


def test_answers_to_older_questions_are_not_graded_and_stay():
    form = form_of(OLD, RIGHT | {"version": "older", "question_0": "7"})
    assert not form.is_valid() and not form.fits
    assert form.errors == {"__all__": ["The questions have changed. Please answer them again."]}
    assert form["question_1"].value() == ["0", "1"]


def test_what_was_answered_is_told_in_words():
    rows = answered(ALL, right_answers(ALL), [1, 1, 0.5, 0, 1, None], ["", "", "", "", "", "Good"])
    assert [row.verdict for row in rows] == [
        "right", "right", "partly", "wrong", "right", "waiting",
    ]  # fmt: skip
    assert [row.lines for row in rows] == [
        ["Left"], ["It is true"], ["1. Stop", "2. Look", "3. Write"], ["Glove: Hand", "Mask: Face"],
        ["1.5 m"], ["Line 2, machine 9"],
    ]  # fmt: skip
    assert rows[-1].remark == "Good"


def test_answers_that_were_emptied_leave_the_questions():
    rows = answered(ALL, [], [1] * 6)
    assert [row.lines for row in rows] == [[]] * 6
    assert lines_of(ALL[2], [None, 0, None]) == [f"1. {ALL[2].parts[1].text}"]


def test_every_part_can_be_reached_by_its_label():
    form = form_of(ALL)
    assert [asked.id for asked in form.asked][:2] == ["quiz_question_0", "quiz_question_1"]
    assert [field.label for field in form.asked[3].fields] == ["Glove", "Mask"]
