"""Whom another rule makes complete or not."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from courses.rules.completion import Facts, Missing, PostTest, Rule, Slot
from courses.rules.rule_change import effect

DAY = date(2026, 5, 4)


def came(score):
    return Facts((Slot(DAY, 180, 180, is_attended=True),), post_test=PostTest(score, 10, DAY))


def test_who_has_less_loses_and_who_has_enough_gains():
    found = effect(Rule(min_test_percent=60), {1: came(5), 2: came(6), 3: came(9)}, {1, 2})

    assert list(found.loses) == [1] and list(found.gains) == [3]
    assert found.loses[1].missing == (Missing("test_result", 50, 60),)
    assert found.completed == 2


def test_the_mark_is_another_one_for_another_answer_or_other_people():
    found = effect(Rule(), {1: came(5)}, {})
    other = effect(Rule(), {2: came(5)}, {})
    answers = {"min_sessions": None, "task_km": "ផែនការ"}

    assert found.mark(answers) == effect(Rule(), {1: came(5)}, {}).mark(answers)
    assert len({found.mark(answers), other.mark(answers), found.mark({"min_sessions": 1})}) == 3


@given(scores=st.lists(st.integers(0, 10)), old=st.integers(1, 100), new=st.integers(1, 100))
def test_a_stricter_rule_gives_nothing_and_a_milder_one_takes_nothing(scores, old, new):
    facts = {number: came(score) for number, score in enumerate(scores)}
    before = effect(Rule(min_test_percent=old), facts, ()).gains
    found = effect(Rule(min_test_percent=new), facts, before)

    assert not (found.gains if new >= old else found.loses)
    assert found.completed == len(before) - len(found.loses) + len(found.gains)
