"""Questions of a file become blocks of a quiz, or say why not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from courses.adapters.questions import Answer, ReadQuestion, read_questions
from courses.rules.imported_questions import Unfit, block_of, judged, signature
from tests.courses.adapters.questions.ugly import MOODLE

CHOICE = ReadQuestion(1, "choice", "Where to?", answers=(Answer("Out", True), Answer("In")))
ORDER = ReadQuestion(1, "order", "First?", items=("One", "Two", "Three"))
PAIRS = ReadQuestion(
    1, "match", "Signs", pairs=(("red", "stop"), ("green", "go")), extra=("wait", "Stop")
)


def values(block):
    """The value of a block with its lists laid bare."""
    return {
        name: [item["value"] for item in part] if isinstance(part, list) else part
        for name, part in block["value"].items()
    }


def test_every_kind_of_a_file_becomes_a_block():
    blocks = [block_of(question) for question in read_questions(MOODLE.encode()).questions]
    by_type = {block["type"]: values(block) for block in blocks}

    assert by_type["choice"]["choices"][0] == {"text": "Worker", "is_correct": True}
    assert by_type["true_false"]["is_true"] is False
    assert by_type["order"]["items"] == ["Shout", "Leave", "Count"]
    assert by_type["match"]["pairs"][1] == {"thing": "green", "belongs": "go"}
    assert (by_type["number"]["number"], by_type["number"]["tolerance"]) == ("1.1", "0.1")
    assert by_type["written"]["guide"] == "Two ways out."


def test_the_same_question_has_the_same_ids_and_another_has_others():
    again, other = block_of(CHOICE), block_of(replace(CHOICE, text="Whither?"))

    assert block_of(CHOICE) == again
    assert again["id"] != other["id"]
    first, second = (block["value"]["choices"][0]["id"] for block in (again, other))
    assert first != second


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (replace(CHOICE, text="x" * 2001), "long_question"),
        (replace(CHOICE, answers=(Answer("Out", True),)), "too_few_parts"),
        (
            replace(CHOICE, answers=tuple(Answer(str(n), n == 1) for n in range(9))),
            "too_many_parts",
        ),
        (replace(CHOICE, answers=(Answer("", True), Answer("In"))), "empty_part"),
        (replace(CHOICE, answers=(Answer("x" * 251, True), Answer("In"))), "long_part"),
        (replace(CHOICE, answers=(Answer("in ", True), Answer("In"))), "same_parts"),
        (replace(CHOICE, answers=(Answer("Out"), Answer("In"))), "right_answers"),
        (replace(CHOICE, answers=(Answer("Out", True), Answer("In", True))), "right_answers"),
        (replace(ORDER, items=("One", "Two")), "too_few_parts"),
        (replace(PAIRS, pairs=PAIRS.pairs[:1]), "too_few_parts"),
        (replace(PAIRS, extra=tuple("abcde")), "too_many_parts"),
        (ReadQuestion(1, "number", "N", number=Decimal("1234567890123456")), "long_number"),
    ],
)
def test_what_does_not_fit_says_why(question, code):
    with pytest.raises(Unfit) as no:
        block_of(question)
    assert no.value.code == code


def test_what_belongs_to_a_pair_is_offered_once():
    assert values(block_of(PAIRS))["extra"] == ["wait"]


def test_numbers_are_written_without_exponents():
    block = block_of(
        ReadQuestion(1, "number", "N", number=Decimal("1E+3"), tolerance=Decimal("0.50"))
    )

    assert (block["value"]["number"], block["value"]["tolerance"]) == ("1000", "0.5")


def test_importing_again_finds_every_question_there():
    stored = [
        {
            "type": "choice",
            "id": "another",
            "value": {
                "question": "where  to?",
                "choices": [
                    {"text": "Out", "is_correct": True},
                    {"text": "In", "is_correct": False},
                ],
                "feedback": "Changed by hand",
                "pool": "fire",
            },
        }
    ]
    changed = replace(CHOICE, text="Where now?")

    states = [
        each.state
        for each in judged([CHOICE, changed, changed, ORDER, replace(ORDER, items=())], stored)
    ]

    assert states == ["there", "new", "twice", "new", "unfit"]
    assert signature(stored[0]) == signature(block_of(CHOICE))
