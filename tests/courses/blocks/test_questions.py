"""What an author may write as a question, and what is refused with a sentence."""

import pytest
from wagtail.blocks import StructBlockValidationError

from courses.blocks.questions import (
    ChoiceQuestionBlock,
    MatchQuestionBlock,
    OrderQuestionBlock,
    PictureQuestionBlock,
    QuizBlock,
)
from courses.rules.quiz import quiz_of
from tests import pages
from tests.every_kind import KINDS, WRITTEN, quiz


def refusal(block, value):
    """The sentences that a block refuses the value with, by the name of the part."""
    with pytest.raises(StructBlockValidationError) as refused:
        asked = {"feedback": "", "pool": "", "question": "Which?"}
        known = {name: each for name, each in asked.items() if name in block.child_blocks}
        block.clean(block.normalize(known | value))
    errors = refused.value.block_errors.items()
    return {name: str(error.message) for name, error in errors}


def choices(*right):
    return [{"text": str(n), "is_correct": each} for n, each in enumerate(right)]


@pytest.mark.parametrize("right", [(True, True), (False, False)])
def test_a_choice_has_right_and_wrong_answers(right):
    assert refusal(ChoiceQuestionBlock(), {"choices": choices(*right)}) == {
        "choices": "Mark at least one answer as right and leave at least one wrong."
    }


@pytest.mark.django_db
@pytest.mark.parametrize("right", [(True, True), (False, False)])
def test_one_picture_is_right(right):
    pictures = [
        {"image": pages.image(), "alt": str(n), "is_correct": each} for n, each in enumerate(right)
    ]
    assert refusal(PictureQuestionBlock(), {"choices": pictures}) == {
        "choices": "Mark exactly one picture as right."
    }


def test_steps_and_things_that_look_alike_cannot_be_told_apart():
    assert refusal(OrderQuestionBlock(), {"items": ["Stop", " stop", "Look"]}) == {
        "items": "Two steps have the same words."
    }
    pair = {"thing": "Glove", "belongs": "Hand"}
    assert refusal(MatchQuestionBlock(), {"pairs": [pair, pair], "extra": []}) == {
        "pairs": "Two things have the same words."
    }
    pairs = [pair, {"thing": "Mask", "belongs": "Face"}]
    assert refusal(MatchQuestionBlock(), {"pairs": pairs, "extra": ["Hand"]}) == {
        "extra": "This is offered already."
    }


def with_pools(*pools):
    asked = [(kind, value | {"pool": "a"}) for kind, value in KINDS[:2]]
    return {
        **quiz(*asked, WRITTEN),
        "pools": [{"name": name, "count": count} for name, count in pools],
    }


def test_pools_have_what_is_drawn_from_them():
    assert refusal(QuizBlock(), with_pools(("a", 3))) == {
        "pools": "A pool has fewer questions than are drawn from it."
    }
    assert refusal(QuizBlock(), with_pools(("a", 1), ("a", 1))) == {"pools": "Name each pool once."}
    block = QuizBlock()
    assert block.clean(block.normalize(with_pools(("a", 1))))["pools"][0]["count"] == 1


def test_what_an_editor_saves_is_what_the_rules_read():
    block = QuizBlock()
    stored = block.get_prep_value(block.normalize(with_pools(("a", 1))))
    read = quiz_of(stored)
    assert (read.length, read.shuffle, read.notes) == (2, False, "always")
    assert [question.kind for question in read.questions] == ["single", "true_false", "written"]


def test_what_only_markers_read_is_not_found_by_searching():
    block = QuizBlock()
    words = block.get_searchable_content(block.normalize(quiz(KINDS[0], WRITTEN)))
    assert "Where is the exit?" in words
    assert not {"Green sign.", "What and where"} & set(words)
