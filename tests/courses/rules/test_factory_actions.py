"""When an action of a factory may be agreed and closed, and when it is late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from courses.rules.factory_actions import (
    FURTHEST,
    Seen,
    is_overdue,
    why_not_agreed,
    why_not_done,
)

TODAY = date(2026, 3, 20)
AGREED = date(2026, 3, 1)
SEEN = Seen(date(2026, 3, 15), "Adviser", "All exits are clear")


@pytest.mark.parametrize(
    ("agreed_on", "due_on", "code"),
    [
        (AGREED, date(2026, 4, 1), ""),
        (TODAY, TODAY, ""),
        (date(2026, 3, 21), date(2026, 4, 1), "agreed_ahead"),
        (AGREED, date(2026, 2, 28), "due_before"),
        (AGREED, AGREED + timedelta(FURTHEST), ""),
        (AGREED, AGREED + timedelta(FURTHEST + 1), "due_far"),
    ],
)
def test_days_of_an_agreement(agreed_on, due_on, code):
    assert why_not_agreed(agreed_on, due_on, TODAY) == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, ""),
        ({"note": "", "has_file": True}, ""),
        ({"note": ""}, "no_evidence"),
        ({"by": ""}, "nobody_saw"),
        ({"on": TODAY}, ""),
        ({"on": date(2026, 3, 21)}, "seen_ahead"),
        ({"on": date(2026, 2, 28)}, "seen_before"),
    ],
)
def test_nothing_is_done_without_evidence(change, code):
    assert why_not_done(replace(SEEN, **change), AGREED, TODAY) == code


def test_on_the_day_itself_there_is_still_time():
    found = [
        is_overdue(is_open, due, TODAY) for is_open in (True, False) for due in (AGREED, TODAY)
    ]

    assert found == [True, False, False, False]
