"""When the six questions count, and what of the figure is shown."""

from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from courses.rules.functioning import LAST_DAY, QUESTIONS, has_difficulty, is_whole, spans
from courses.rules.indicators import ANSWERED_SIX, WITH_DISABILITY
from courses.rules.reach import Filters, Question
from courses.rules.reach.guarded import ALL, ANSWER, MEASURE, NO, YES, NotTold, table_shown
from tests.courses.rules.suppression_attack import Attack

WHOLE = Filters(date(2026, 1, 1), date(2026, 3, 31), now=datetime(2026, 4, 1))
MALE = ("male", "25_34", "garment", "12")


def test_only_all_six_answers_count():
    assert is_whole([1, 2, 3, 4, 1, 2])
    for levels in ([1] * 5, [1] * 7, [1, 1, 1, 1, 1, None], [1, 1, 1, 1, 1, 5], []):
        assert not is_whole(levels)
    assert len(QUESTIONS) == 6


def test_a_lot_of_difficulty_with_one_thing_is_enough_and_some_with_all_is_not():
    for at in range(6):
        for level in (3, 4):
            assert has_difficulty([level if place == at else 1 for place in range(6)])
    assert not has_difficulty([2] * 6)


def test_answers_hold_until_she_answers_again():
    first, second = date(2026, 1, 5), date(2026, 4, 1)
    well, hard = [1] * 6, [4, 1, 1, 1, 1, 1]
    rows = [(7, second, 3, hard), (7, first, 1, hard), (7, first, 2, well), (8, first, 4, well)]
    assert sorted(spans(rows)) == [
        (7, first, date(2026, 3, 31), False),
        (7, second, LAST_DAY, True),
        (8, first, LAST_DAY, False),
    ]


@pytest.mark.parametrize(
    ("changed", "by"),
    [
        ({"end": date(2026, 3, 30)}, ()),
        ({"start": date(2026, 2, 1)}, ()),
        ({"now": datetime(2026, 3, 31, 23)}, ()),
        ({}, ("role",)),
        ({}, ("organization",)),
        ({}, ("run",)),
        ({}, ("sex", "province")),
        ({"only": {"run": frozenset([1])}}, ()),
        ({"only": {"sex": frozenset(["male"])}}, ()),
        ({"only": {"donor": frozenset([1, 2])}}, ()),
        ({"only": {"donor": frozenset([1]), "project": frozenset([2])}}, ()),
    ],
)
def test_only_few_questions_are_answered(changed, by):
    question = Question(replace(WHOLE, **changed), by)
    for indicator in (WITH_DISABILITY, ANSWERED_SIX):
        with pytest.raises(NotTold):
            indicator.way.queries(question)


def told(yes, no, *by):
    """Both figures of numbers by the four ways."""
    answers = [[(*key, number) for key, number in part.items()] for part in (yes, no)]
    question = Question(replace(WHOLE, only={"donor": frozenset([1])}), by)
    assert len(WITH_DISABILITY.way.queries(question)) == 2
    return [each.way.values(question, answers) for each in (WITH_DISABILITY, ANSWERED_SIX)]


def test_fewer_than_ten_are_hidden_and_so_is_a_group_that_is_nearly_whole():
    assert told({}, {}) == [{(): None}, {(): None}]
    assert told({MALE: 9}, {MALE: 50}) == [{(): None}, {(): 59}]
    assert told({MALE: 10}, {MALE: 50}) == [{(): 10}, {(): 60}]
    assert told({MALE: 50}, {MALE: 9}) == [{(): None}, {(): 59}]
    assert told({MALE: 3}, {MALE: 6}) == [{(): None}, {(): None}]


def test_a_table_hides_what_would_show_a_hidden_number():
    female = ("female", *MALE[1:])
    both = told({MALE: 4, female: 40}, {MALE: 60, female: 400}, "sex")
    assert both == [{("female",): None, ("male",): None}, {("female",): 440, ("male",): 64}]
    unknown = (None, *MALE[1:])
    both = told({MALE: 30, unknown: 40}, {MALE: 60, unknown: 400}, "sex")
    assert both == [{("male",): 30, (None,): 40}, {("male",): 90, (None,): 440}]
    nothing = told({MALE: 9}, {MALE: 50}, "sex")
    assert nothing == [{("male",): None}, {("male",): None}]


def test_nobody_works_a_hidden_number_out():
    rng, hidden = Random(28), 0
    for _ in range(12):
        sexes = [("female", 60), ("male", 30), ("another", 2), (None, 4)]
        found = tuple(
            ((sex, None, None, None), rng.randint(0, size // 2), rng.randint(size // 2, 3 * size))
            for sex, size in sexes
        )
        shown = table_shown(found, "sex", 10)
        if shown is None:
            continue
        for answer in ((), ((ANSWER, YES),), ((ANSWER, NO),)):
            assert shown.shown((MEASURE, answer)) is not None, ALL
        hidden += len(shown.hidden)
        assert not Attack(shown).narrow()
    assert hidden
