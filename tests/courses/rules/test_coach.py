"""Who needs her trainer most."""

from datetime import UTC, date, datetime

import pytest

from courses.rules.coach import Need, latest, need
from courses.rules.completion import Missing, Verdict
from courses.rules.progress import HalfDay, Outlook

NOW = datetime(2026, 5, 5, 12, tzinfo=UTC)
DONE_COMING = Outlook(360, 360)


def half_day(presence="", credited=0, is_over=True):
    return HalfDay(NOW, NOW, 180, credited, presence, is_over)


def outlook_with(next_one):
    return Outlook(180, 720, short_minutes=396, next_one=next_one)


CAME, ABSENT = half_day("present", 180), half_day("absent")
TO_COME = half_day(is_over=False)
OPEN = Verdict(360, 360, missing=(Missing("task", 0, 1),))
FAILED = Verdict(360, 360, missing=(Missing("test_result", 50, 60),))


@pytest.mark.parametrize(
    ("expected", "verdict", "ahead", "half_days", "seen"),
    [
        (Need.DONE, Verdict(360, 360, date(2026, 5, 5)), DONE_COMING, [CAME, ABSENT], NOW),
        (Need.LOST, OPEN, Outlook(0, 360, short_minutes=288), [ABSENT, ABSENT], None),
        (Need.UNSEEN, OPEN, outlook_with(TO_COME), [half_day(), TO_COME], None),
        (Need.BEHIND, OPEN, outlook_with(TO_COME), [CAME, ABSENT, TO_COME], NOW),
        (Need.BEHIND, FAILED, DONE_COMING, [CAME, CAME], NOW),
        (Need.OPEN, OPEN, DONE_COMING, [CAME, CAME], NOW),
        (Need.ON_WAY, OPEN, outlook_with(TO_COME), [CAME, TO_COME], NOW),
        (Need.ON_WAY, OPEN, outlook_with(TO_COME), [TO_COME], None),
        (Need.ON_WAY, OPEN, Outlook(0, 0, short_sessions=1), [], None),
    ],
)
def test_what_somebody_needs(expected, verdict, ahead, half_days, seen):
    assert need(verdict, ahead, half_days, seen) is expected


def test_the_latest_of_what_is_known():
    assert latest(None, NOW, datetime(2026, 1, 1, tzinfo=UTC)) == NOW
    assert latest(None, None) is None
