"""Who may come onto a run, and where."""

from datetime import date

import pytest

from courses.rules.enrollment import RunFacts, placement, seats_free, why_not_enroll

TODAY = date(2026, 5, 4)


def run(**kwargs):
    return RunFacts(**{"policy": "open", "capacity": 2, "taken": 0, **kwargs})


@pytest.mark.parametrize(
    ("facts", "by_themselves", "reason"),
    [
        (run(), True, None),
        (run(is_cancelled=True), False, "run_cancelled"),
        (run(is_closed=True), False, "run_closed"),
        (run(ends_on=date(2026, 5, 3)), True, "run_over"),
        (run(ends_on=date(2026, 5, 4)), True, None),
        (run(ends_on=date(2026, 5, 3)), False, None),
        (run(policy="invitation"), True, "by_invitation"),
        (run(policy="invitation"), False, None),
    ],
)
def test_reasons_why_nobody_can_be_added(facts, by_themselves, reason):
    assert why_not_enroll(facts, today=TODAY, by_themselves=by_themselves) == reason


@pytest.mark.parametrize(
    ("facts", "by_themselves", "status"),
    [
        (run(taken=1), True, "enrolled"),
        (run(taken=2), True, "waitlisted"),
        (run(taken=2), False, "waitlisted"),
        (run(policy="request"), True, "requested"),
        (run(policy="request"), False, "enrolled"),
    ],
)
def test_where_somebody_is_placed(facts, by_themselves, status):
    assert placement(facts, by_themselves=by_themselves) == status


def test_seats_free_are_never_negative():
    assert [seats_free(run(taken=taken)) for taken in (0, 2, 5)] == [2, 0, 0]
