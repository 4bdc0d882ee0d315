"""Questions in GIFT."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from courses.adapters.questions.contents import Answer
from courses.adapters.questions.gift import read_gift
from tests.courses.adapters.questions.ugly import BAD_GIFT, GIFT


def by_kind(kind):
    return [question for question in read_gift(GIFT).questions if question.kind == kind]


def answers(question):
    return [(answer.text, answer.is_right) for answer in question.answers]


def test_choices_with_marks_weights_and_a_gap():
    exits, who, gap, khmer = by_kind("choice")

    assert (exits.line, exits.text) == (4, "Where do you go when it burns?")
    assert answers(exits) == [
        ("To the nearest exit", True),
        ("To the lift", False),
        ("To the window", False),
    ]
    assert exits.feedback == "Lifts stop when the power fails."
    assert exits.notes == ("media_left_out", "parts_of_points", "answer_feedback")
    assert answers(who) == [("A worker", True), ("A manager", True), ("Nobody", False)]
    assert gap.text == "Fire needs _____ to burn."
    assert khmer.text == "តើត្រូវធ្វើអ្វី​មុន​គេ?"
    assert khmer.answers == (Answer("រត់ចេញ", True), Answer("លាក់ខ្លួន"))


def test_statements_keep_their_feedback_and_what_was_escaped():
    wet, sure = by_kind("true_false")

    assert (wet.is_true, wet.feedback) == (False, "It is slippery.")
    assert (sure.is_true, sure.text) == (True, "1 = 1 {sure}?")


def test_numbers_with_a_margin_or_a_range():
    margin, between = by_kind("number")

    assert (margin.number, margin.tolerance) == (Decimal("1.1"), Decimal("0.1"))
    assert (between.number, between.tolerance) == (Decimal("1.2"), Decimal("0.3"))


def test_pairs_and_what_belongs_to_nothing():
    (signs,) = by_kind("match")

    assert (signs.pairs, signs.extra) == ((("red", "stop"), ("green", "go")), ("wait",))


def test_what_is_written_is_marked_by_hand():
    free, short = by_kind("written")

    assert (free.guide, free.notes) == ("", ("marked_by_hand",))
    assert short.guide == "A fire extinguisher\nan extinguisher"


def test_what_is_not_understood_is_told_with_its_line():
    found = read_gift(BAD_GIFT)

    assert found.questions == ()
    assert [(problem.line, problem.code) for problem in found.problems] == [
        (1, "no_answers"),
        (3, "braces"),
        (5, "no_question"),
        (7, "pairs"),
        (9, "no_number"),
        (11, "answers"),
    ]
    assert found.problems[0].words == "No braces at all"


def test_lines_are_counted_whatever_ends_them():
    assert read_gift("\r\n\r\n// x\r\nA {T}\r\n\r\n\r\nB {F}").questions[1].line == 7


@given(
    st.lists(st.sampled_from([*"={}~#:\\%->\n ", "a", "ក", "\n\n", "->", "####", "%50%", "1..2"]))
)
def test_nothing_breaks_the_reader(pieces):
    found = read_gift("".join(pieces))

    assert all(question.text for question in found.questions)
    assert all(ord(char) < 0xE000 for each in found.questions for char in each.text + each.guide)
