"""Items of QTI 2.1, alone and in packages."""

from decimal import Decimal

import pytest

from courses.adapters.questions import QuestionFileError, read_questions
from tests.courses.adapters.questions.ugly import choices, item, package

PAIRS = (
    '<matchInteraction responseIdentifier="R"><prompt>Match</prompt>'
    '<simpleMatchSet><simpleAssociableChoice identifier="r">red</simpleAssociableChoice>'
    '<simpleAssociableChoice identifier="g">green</simpleAssociableChoice></simpleMatchSet>'
    '<simpleMatchSet><simpleAssociableChoice identifier="s">stop</simpleAssociableChoice>'
    '<simpleAssociableChoice identifier="go">go</simpleAssociableChoice>'
    '<simpleAssociableChoice identifier="w">wait</simpleAssociableChoice></simpleMatchSet>'
    "</matchInteraction>"
)


def one(data):
    (question,) = read_questions(data).questions
    return question


def problem(data):
    (told,) = read_questions(data).problems
    return told.code


def test_a_choice_with_its_text_and_feedback():
    body = f"<p>It burns. <img src='x.png'/></p>{choices('choiceInteraction', a='Out', b='In')}"
    question = one(item(body, "a"))

    assert (question.kind, question.text) == ("choice", "It burns.\nWhich?")
    assert [(each.text, each.is_right) for each in question.answers] == [
        ("Out", True),
        ("In", False),
    ]
    assert (question.feedback, question.notes) == ("So it is.", ("media_left_out",))


def test_true_and_false_are_a_statement():
    assert one(item(choices("choiceInteraction", t="True", f="False"), "f")).is_true is False


def test_an_order_pairs_and_entries():
    order = one(item(choices("orderInteraction", a="One", b="Two", c="Three"), "b", "c", "a"))
    pairs = one(item(PAIRS, "r s", "g go", base="directedPair"))
    gap = "<p>Water boils at <textEntryInteraction responseIdentifier='R'/> °C.</p>"
    free = '<extendedTextInteraction responseIdentifier="R"><prompt>Why?</prompt>'

    assert order.items == ("Two", "Three", "One")
    assert (pairs.pairs, pairs.extra) == ((("red", "stop"), ("green", "go")), ("wait",))
    number = one(item(gap, "100", base="float"))
    assert (number.text, number.number) == ("Water boils at _____ °C.", Decimal(100))
    assert one(item(gap, "a hundred", base="string")).guide == "a hundred"
    assert one(item(f"{free}</extendedTextInteraction>")).text == "Why?"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (item("<p>Only text</p>"), "no_answers"),
        (item("<p>x</p><hotspotInteraction/>"), "unknown_kind"),
        (item(choices("choiceInteraction", a="A") * 2, "a"), "unknown_kind"),
        (item(choices("orderInteraction", a="A", b="B"), "a"), "answers"),
        (item(PAIRS, "r nobody"), "pairs"),
        (item("<p>x <textEntryInteraction responseIdentifier='R'/></p>", base="float"), "answers"),
        (b"<assessmentItem/>", "no_question"),
    ],
)
def test_what_is_not_understood_is_told(data, code):
    assert problem(data) == code


def test_a_package_is_read_item_by_item():
    good = item(choices("choiceInteraction", a="Out", b="In"), "a")
    found = read_questions(package(b_good=good, a_bad=b"<assessmentItem>", c_test=b"<test/>"))

    assert [question.source for question in found.questions] == ["b_good.xml"]
    assert [(each.source, each.code) for each in found.problems] == [("a_bad.xml", "broken_xml")]


def test_a_package_with_a_document_type_is_refused():
    with pytest.raises(QuestionFileError) as no:
        read_questions(package(bad=b"<!DOCTYPE x [<!ENTITY y 'z'>]><assessmentItem/>"))

    assert no.value.code == "hostile"
