"""Questions of every kind: drawn, shown without their key, graded and kept."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules import questions as rules
from courses.rules.questions import Kind, Pool

CHOICE = {"choices": [{"text": "Left", "is_correct": True}, {"text": "Right", "is_correct": False}]}
TWO = {"choices": [{"text": text, "is_correct": text != "No"} for text in ("Yes", "No", "Also")]}
PICTURES = {
    "choices": [
        {"image": 7, "alt": "A free door", "is_correct": True},
        {"image": 8, "alt": "A locked door", "is_correct": False},
    ]
}
PAIRS = {
    "pairs": [
        {"thing": "Glove", "belongs": "Hand"},
        {"thing": "Mask", "belongs": "Face"},
        {"thing": "Thimble", "belongs": "Hand"},
    ],
    "extra": ["Foot"],
}
VALUES = {
    "choice": CHOICE,
    "true_false": {"is_true": False},
    "picture": PICTURES,
    "order": {"items": ["Stop", "Look", "Ask", "Write"]},
    "match": PAIRS,
    "number": {"number": "1.5", "tolerance": "0.1", "unit": "metres"},
    "written": {"guide": "What and where"},
}


def question(kind, name="q", **value):
    return rules.question_of(
        {"type": kind, "id": name, "value": {"question": name, **VALUES[kind], **value}}
    )


ALL = tuple(question(kind, f"{kind} {n}") for n in range(2) for kind in VALUES)
seeds = st.text(max_size=8)


def right_answer(asked):
    if asked.kind is Kind.NUMBER:
        return str(asked.number)
    return "A sentence" if asked.kind is Kind.WRITTEN else list(asked.right)


def key_changed(asked):
    """The same question with another key, as an author would mend it."""
    changes = {
        "choice": {"choices": [c | {"is_correct": not c["is_correct"]} for c in CHOICE["choices"]]},
        "true_false": {"is_true": True},
        "picture": {
            "choices": [c | {"is_correct": not c["is_correct"]} for c in PICTURES["choices"]]
        },
        "order": {"items": ["Write", "Ask", "Look", "Stop"]},
        "match": {
            "pairs": [
                {"thing": "Glove", "belongs": "Face"},
                {"thing": "Mask", "belongs": "Foot"},
                {"thing": "Thimble", "belongs": "Foot"},
            ],
            "extra": ["Hand"],
        },
        "number": {"number": "9", "tolerance": "0"},
        "written": {"guide": "Something else"},
    }
    kind = asked.id.split()[0]
    return question(kind, asked.id, **changes[kind], feedback="Because.")


def sights(drawn):
    """All that may be told before the answers are handed in."""
    return [
        (each.id, each.kind, each.text, each.unit, [part.text for part in each.parts],
         [part.picture for part in each.parts], [other.text for other in each.others])
        for each in drawn
    ]  # fmt: skip


@given(seed=seeds, shuffle=st.booleans())
def test_right_answers_earn_everything_however_they_are_mixed(seed, shuffle):
    drawn = rules.draw(ALL, seed=seed, shuffle=shuffle)
    result = rules.grade_all(drawn, [right_answer(each) for each in drawn])
    assert {(each.kind, share) for each, share in zip(drawn, result.shares, strict=True)} == {
        (kind, None if kind is Kind.WRITTEN else 1.0) for kind in Kind if kind is not Kind.MULTIPLE
    }
    assert (result.waiting, result.correct, result.total, result.percent) == (2, 12, 14, 86)


@given(seed=seeds, shuffle=st.booleans())
def test_what_is_shown_does_not_depend_on_the_key(seed, shuffle):
    drawn = rules.draw(ALL, seed=seed, shuffle=shuffle)
    other = rules.draw([key_changed(each) for each in ALL], seed=seed, shuffle=shuffle)
    assert sights(drawn) == sights(other)
    assert rules.version_of(drawn) == rules.version_of(other)


@given(seed=seeds, counts=st.tuples(st.integers(0, 4), st.integers(0, 4)))
def test_pools_give_as_many_as_they_say_and_always_the_same(seed, counts):
    pooled = [replace(each, pool=("a", "b", "")[n % 3]) for n, each in enumerate(ALL)]
    pools = [Pool("a", counts[0]), Pool("b", counts[1])]
    drawn = rules.draw(pooled, seed=seed, pools=pools)
    again = rules.draw(pooled, seed=seed, pools=pools)
    have = [each.pool for each in drawn]
    assert drawn == again
    assert (have.count("a"), have.count("b"), have.count("")) == (*counts, 4)
    assert [each.id for each in drawn] == [
        each.id for each in pooled if each.id in {one.id for one in drawn}
    ]


@given(seed=seeds, shuffle=st.booleans())
def test_an_attempt_keeps_its_questions_as_json(seed, shuffle):
    drawn = rules.draw(ALL, seed=seed, shuffle=shuffle)
    kept = json.loads(json.dumps([rules.as_stored(each) for each in drawn]))
    assert tuple(rules.from_stored(each) for each in kept) == drawn


def test_a_draw_is_the_same_on_every_machine():
    drawn = rules.draw(ALL, seed="rumduol", shuffle=True, pools=[Pool("none of them", 3)])
    assert [each.id for each in drawn][:4] == [
        "match 1", "match 0", "choice 1", "number 0",
    ]  # fmt: skip
    (order,) = rules.draw([question("order")], seed="rumduol")
    assert ([part.text for part in order.parts], order.right) == (
        ["Stop", "Ask", "Write", "Look"], (0, 2, 3, 1),
    )  # fmt: skip


def test_a_pool_that_is_not_asked_for_loses_no_question():
    assert rules.draw([question("choice", pool=" a ")], seed="")[0].pool == "a"


@pytest.mark.parametrize(
    ("kind", "answer", "share"),
    [
        ("choice", [0], 1), ("choice", [1], 0), ("choice", [0, 1], 0), ("choice", [], 0),
        ("choice", None, 0), ("true_false", [1], 1), ("true_false", [0], 0),
        ("picture", [0], 1), ("picture", [1], 0),
        ("order", [0, 1, 2, 3], 1), ("order", [3, 0, 1, 2], 0.6667), ("order", [3, 2, 1, 0], 0),
        ("order", [1, 0, 2, 3], 0.3333), ("order", [0, 0, 1, 2], 0), ("order", [0, None, 2, 3], 0),
        ("order", [0, 1], 0),
        ("match", [0, 1, 0], 1), ("match", [0, 1, 2], 0.6667), ("match", [None, 1, None], 0.3333),
        ("match", [0], 0),
        ("number", "1.5", 1), ("number", "1,6", 1), ("number", "១,៤", 1), ("number", "1.61", 0),
        ("number", "about two", 0), ("number", "", 0),
        ("written", "Line 2, machine 9", None), ("written", "  ", 0), ("written", "", 0),
    ],
)  # fmt: skip
def test_an_answer_earns_its_share(kind, answer, share):
    assert rules.grade(question(kind), answer) == share


def test_all_of_several_right_answers_and_no_wrong_one_are_wanted():
    asked = question("choice", **TWO)
    assert asked.kind is Kind.MULTIPLE
    assert [rules.grade(asked, answer) for answer in ([0, 2], [2, 0], [0], [0, 1, 2])] == [
        1, 1, 0, 0,
    ]  # fmt: skip


@given(answers=st.permutations(range(5)))
def test_only_the_right_order_earns_everything(answers):
    asked = question("order", items=["1", "2", "3", "4", "5"])
    assert (rules.grade(asked, answers) == 1) == (answers == sorted(answers))


def test_the_number_of_answers_must_fit():
    with pytest.raises(ValueError, match="shorter"):
        rules.grade_all([question("choice")] * 2, [[0]])


def test_an_empty_quiz_has_no_points():
    assert rules.grade_all([], []).percent == 0


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12", ["12"]), ("១២", ["12"]), ("-3", ["-3"]), ("0,5", ["0.5"]), (".5", ["0.5"]),
        ("1 500", ["1500"]), ("1,500", ["1500", "1.5"]), ("1.500", ["1500", "1.5"]),
        ("1,500.25", ["1500.25"]), ("1.500,25", ["1500.25"]), ("1,234,567", ["1234567"]),
        ("12,34,567", []), ("1,2,3", []), ("1e5", []), ("NaN", []), ("", []), ("1.", []),
        ("5 m", []), ("9" * 40, ["9" * 30]),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(text, numbers):
    assert rules.readings(text) == {Decimal(number) for number in numbers}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=10**9, min_value=0))
def test_every_plain_number_is_among_its_readings(number):
    assert number in rules.readings(str(number))
    assert number in rules.readings(str(number).replace(".", ","))


@given(st.text())
def test_any_text_can_be_handed_in_as_a_number(text):
    assert rules.grade(question("number"), text) in (0, 1)


def test_lists_are_read_with_their_wrapping_as_pages_store_them():
    wrapped = [
        {"type": "item", "id": f"c{n}", "value": choice} for n, choice in enumerate(TWO["choices"])
    ]
    asked = rules.question_of(
        {"type": "choice", "id": "q", "value": {"question": "Which?", "choices": wrapped}}
    )
    assert [part.id for part in asked.parts] == ["c0", "c1", "c2"]
    bare = rules.questions_of([{"type": "choice", "value": {"question": "Which?", **TWO}}])[0]
    assert (
        bare.id == rules.question_of({"type": "choice", "value": {"question": "Which?", **TWO}}).id
    )
