"""When people are reminded of a training day."""

from datetime import UTC, date, datetime

import pytest

from courses.rules.reminders import reminders_due

TUESDAY, WEDNESDAY, NEXT_WEEK = date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 8)


def due(now, days=(TUESDAY, WEDNESDAY, NEXT_WEEK), ahead=(2, 0)):
    moment = datetime(2026, *now, tzinfo=UTC)
    found = reminders_due(days, moment, ahead=ahead, hour=6)
    return [(each.day, each.ahead) for each in found]


@pytest.mark.parametrize(
    ("now", "reminders"),
    [
        ((11, 29, 5, 59), []),
        ((11, 29, 6, 0), [(TUESDAY, 2)]),
        ((11, 30, 23, 0), [(TUESDAY, 2)]),
        ((12, 1, 5, 0), [(TUESDAY, 2)]),
        ((12, 1, 6, 0), [(TUESDAY, 0)]),
        ((12, 2, 7, 0), []),
        ((12, 6, 6, 30), [(NEXT_WEEK, 2)]),
        ((12, 9, 6, 30), []),
    ],
)
def test_the_nearest_reminder_of_each_first_day(now, reminders):
    assert due(now) == reminders


def test_nobody_is_reminded_where_that_is_not_wished():
    assert due((12, 1, 6, 0), ahead=()) == []
