"""Questions as a form that does not know the answers."""

import uuid

from django import forms

from courses.forms.quiz import QuizForm, version_of
from tests.pages import QUIZ, RIGHT

VERSION = version_of(QUIZ["questions"])


def answered(**data):
    return QuizForm(QUIZ, RIGHT | {"version": VERSION} | data)


def test_one_right_answer_makes_radio_buttons_more_make_boxes():
    first, second = (field.field for field in QuizForm(QUIZ).asked)
    assert isinstance(first.widget, forms.RadioSelect)
    assert isinstance(second.widget, forms.CheckboxSelectMultiple)
    assert (first.help_text, second.help_text) == ("", "Choose all that fit.")


def test_the_form_does_not_tell_which_answers_are_right():
    drawn = str(QuizForm(QUIZ))
    assert "Workers and managers" in drawn
    assert "correct" not in drawn.lower() and "Both sides walk together" not in drawn


def test_answers_are_positions():
    attempt = uuid.uuid4()
    form = answered(attempt=str(attempt))
    assert form.is_valid()
    assert (form.answers(), form.key(), form.attempt_id) == ([{0}, {0, 1}], [{0}, {0, 1}], attempt)


def test_an_attempt_without_number_gets_one():
    form = answered()
    assert form.is_valid() and form.attempt_id


def test_every_question_wants_an_answer():
    form = answered(question_0="", question_1=[])
    assert not form.is_valid()
    assert form.errors == {
        "question_0": ["Choose one answer."],
        "question_1": ["Choose at least one answer."],
    }


def test_answers_to_older_questions_are_not_graded_and_stay():
    form = answered(version="older", question_0="7")
    assert not form.is_valid()
    assert form.errors == {"__all__": ["The questions have changed. Please answer them again."]}
    assert form["question_1"].value() == ["0", "1"]


def test_a_change_of_words_is_a_new_version():
    changed = [QUIZ["questions"][0] | {"question": "Who else?"}, QUIZ["questions"][1]]
    assert version_of(changed) != VERSION
