"""Questions in Moodle XML."""

from decimal import Decimal

from courses.adapters.questions import read_questions
from tests.courses.adapters.questions.ugly import MOODLE


def test_every_kind_is_read_in_its_order():
    found = read_questions(MOODLE.encode())

    assert [question.kind for question in found.questions] == [
        *("choice", "choice", "true_false", "number", "match", "order", "written", "written")
    ]
    assert [(problem.line, problem.code, problem.words) for problem in found.problems] == [
        (36, "unknown_kind", "Fill {1:SA:=x}"),
        (37, "no_question", "multichoice"),
    ]


def test_a_question_comes_in_plain_words_with_what_was_left_out():
    exits = read_questions(MOODLE.encode()).questions[0]

    assert (exits.line, exits.text, exits.feedback) == (4, "Where to?\nQuickly!", "Lifts stop.")
    assert [(each.text, each.is_right) for each in exits.answers] == [
        ("Exit", True),
        ("Window", False),
        ("Lift & stairs", False),
    ]
    assert exits.notes == ("media_left_out", "answer_feedback", "parts_of_points")


def test_values_of_the_other_kinds():
    _exits, who, wet, wide, signs, first, short, free = read_questions(MOODLE.encode()).questions

    assert [each.is_right for each in who.answers] == [True, True, False]
    assert wet.is_true is False
    assert (wide.number, wide.tolerance) == (Decimal("1.1"), Decimal("0.1"))
    assert (signs.pairs, signs.extra) == ((("red", "stop"), ("green", "go")), ("wait",))
    assert first.items == ("Shout", "Leave", "Count")
    assert (short.guide, free.guide) == ("A hose", "Two ways out.")


def test_a_broken_fraction_or_number_is_told():
    file = """<quiz><question type="numerical"><questiontext><text>N</text></questiontext>
    <answer fraction="100"><text>NaN</text></answer></question></quiz>"""

    (problem,) = read_questions(file.encode()).problems
    assert problem.code == "no_number"
