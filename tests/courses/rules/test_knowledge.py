"""Forms, points and time of knowledge tests."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.knowledge import (
    GRACE,
    State,
    first_forms,
    form_due,
    is_passed,
    is_too_late,
    state,
    worth,
)

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


def test_a_group_is_halved_in_the_order_in_which_people_enrolled():
    assert first_forms((), [3, 4, 5]) == {3: "A", 4: "B", 5: "A"}


def test_who_comes_late_gets_the_form_that_fewer_have():
    assert first_forms(["A", "A", "B"], [9, 10]) == {9: "B", 10: "A"}
    assert first_forms(["A", "A", "A"], [9, 10]) == {9: "B", 10: "B"}


@given(st.lists(st.integers(1, 6), max_size=12))
def test_the_halves_never_differ_by_more_than_one_however_people_come(arrivals):
    given_forms = []
    for together in arrivals:
        waiting = range(len(given_forms), len(given_forms) + together)
        given_forms += first_forms(given_forms, waiting).values()
    counts = Counter(given_forms)
    assert abs(counts["A"] - counts["B"]) <= 1


@pytest.mark.parametrize(
    ("first", "is_post", "taken", "due"),
    [
        ("A", False, None, "A"),
        ("B", False, None, "B"),
        ("A", True, None, "B"),
        ("A", True, "A", "B"),
        ("A", True, "B", "A"),
        ("B", True, "B", "A"),
    ],
)
def test_at_the_end_everybody_has_the_form_that_she_did_not_have(first, is_post, taken, due):
    assert form_due(first, is_post=is_post, taken_before=taken) == due


@pytest.mark.parametrize(
    ("score", "points", "found"),
    [(0, 20, 0), (20, 20, 10_000), (13, 20, 6_500), (1, 3, 3_333), (2, 3, 6_667), (1, 1000, 10)],
)
def test_a_score_is_worth_hundredths_of_a_per_cent(score, points, found):
    assert worth(score, points) == found


def test_the_pass_mark_is_reached_exactly():
    assert is_passed(12, 20, 60)
    assert not is_passed(11, 20, 60)
    assert is_passed(2, 3, 66)
    assert not is_passed(2, 3, 67)


def test_a_test_is_opened_closed_and_opened_again():
    assert state(None, None) == State.BEFORE
    assert state(NOW, None) == State.OPEN
    assert state(NOW, NOW) == State.CLOSED


def test_answers_may_come_a_minute_after_the_time():
    late = NOW + timedelta(minutes=10) + GRACE
    assert not is_too_late(NOW, 10, late)
    assert is_too_late(NOW, 10, late + timedelta(seconds=1))
    assert not is_too_late(NOW, None, late + timedelta(days=9))
