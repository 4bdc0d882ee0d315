"""Questions of an attempt in the words of another language."""

from dataclasses import replace

import pytest

from courses.rules.questions import draw, grade_all, questions_of, translated, version_of
from tests.every_kind import right_answers

WORDS = {
    "en": ("Which?", "Left", "Right", "Stop", "Look", "Write", "Glove", "Hand", "Mask", "Face",
           "Foot", "How far?", "m", "It is so."),
    "km": ("មួយណា?", "ឆ្វេង", "ស្ដាំ", "ឈប់", "មើល", "សរសេរ", "ស្រោមដៃ", "ដៃ", "របាំង", "មុខ",
           "ជើង", "ប៉ុន្មាន?", "ម៉ែត្រ", "ពិត។"),
}  # fmt: skip


def items(key, values):
    return [{"type": "item", "id": f"{key}{n}", "value": each} for n, each in enumerate(values)]


def written(language, left_is_right=True, number="1.5"):
    """The same questions as an author writes them in a language."""
    which, left, right, *steps, glove, hand, mask, face, foot, far, unit, so = WORDS[language]
    sides = [(left, left_is_right), (right, not left_is_right)]
    choices = [{"text": text, "is_correct": is_right} for text, is_right in sides]
    pairs = [{"thing": glove, "belongs": hand}, {"thing": mask, "belongs": face}]
    values = {
        "choice": {"question": which, "choices": items("c", choices)},
        "true_false": {"question": so, "is_true": True},
        "order": {"question": which, "items": items("o", steps)},
        "match": {"question": which, "pairs": items("p", pairs), "extra": items("e", [foot])},
        "number": {"question": far, "number": number, "tolerance": "0", "unit": unit},
    }
    return questions_of({"type": kind, "id": kind, "value": values[kind]} for kind in values)


KEPT = draw(written("en"), seed="a seed", shuffle=True)


def test_every_kind_is_told_in_the_other_language_at_the_same_places():
    shown = translated(KEPT, written("en"), written("km"))

    assert version_of(shown) != version_of(KEPT)
    assert [(each.id, each.right) for each in shown] == [(each.id, each.right) for each in KEPT]
    pairs = dict(zip(WORDS["en"], WORDS["km"], strict=True)) | {"": ""}
    for question, own in zip(shown, KEPT, strict=True):
        assert (question.text, question.unit) == (pairs[own.text], pairs[own.unit])
        for mine, theirs in ((own.parts, question.parts), (own.others, question.others)):
            assert [each.text for each in theirs] == [pairs[each.text] for each in mine]
    assert grade_all(KEPT, right_answers(shown)).percent == 100


def test_attempts_from_before_all_answers_had_ids_are_told_too():
    old = [
        replace(each, others=tuple(replace(other, id=other.text) for other in each.others))
        for each in KEPT
    ]
    assert translated(old, written("en"), written("km")) is not None


@pytest.mark.parametrize(
    ("began", "other"),
    [
        (written("en")[1:], written("km")),
        (written("en"), written("km")[1:]),
        (written("en"), written("km", left_is_right=False)),
        (written("en"), written("km", number="15")),
        (written("km"), written("en")),
    ],
    ids=["gone", "missing there", "other key", "other number", "changed since"],
)
def test_nothing_is_told_where_an_answer_might_mean_something_else(began, other):
    assert translated(KEPT, began, other) is None
