"""Sessions from a pattern."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.rules.schedule import (
    AFTERNOON,
    MORNING,
    SUNDAY,
    Pattern,
    Slot,
    Step,
    slots_by,
    slots_of,
    steps_of,
)

NEW_YEAR = frozenset({date(2026, 4, 14), date(2026, 4, 15), date(2026, 4, 16)})


def days_of(slots):
    return list(dict.fromkeys(slot.starts.date() for slot in slots))


def days(*steps, first_day, holidays=frozenset()):
    made = slots_by([Step(*MORNING, days_after=each) for each in (0, *steps)], first_day, holidays)
    return days_of(made)


def test_two_days_are_four_half_days_of_180_minutes():
    slots = slots_of(Pattern(date(2026, 5, 4), days=2, times=(AFTERNOON, MORNING)))

    assert slots == (
        Slot(datetime(2026, 5, 4, 8), datetime(2026, 5, 4, 11)),
        Slot(datetime(2026, 5, 4, 13, 30), datetime(2026, 5, 4, 16, 30)),
        Slot(datetime(2026, 5, 5, 8), datetime(2026, 5, 5, 11)),
        Slot(datetime(2026, 5, 5, 13, 30), datetime(2026, 5, 5, 16, 30)),
    )
    assert {slot.minutes for slot in slots} == {180}


def test_days_in_a_row_leave_sundays_out():
    friday = date(2026, 5, 8)

    slots = slots_of(Pattern(friday, days=3, times=(MORNING,)))

    assert days_of(slots) == [date(2026, 5, 8), date(2026, 5, 9), date(2026, 5, 11)]


def test_a_run_may_begin_on_a_sunday():
    sunday = date(2026, 5, 10)

    slots = slots_of(Pattern(sunday, days=2, times=(MORNING,)))

    assert days_of(slots) == [date(2026, 5, 10), date(2026, 5, 11)]


def test_weekly_sessions_keep_their_weekday():
    sunday = date(2026, 5, 10)
    times = ((time(14), time(16)),)

    slots = slots_of(Pattern(sunday, days=3, times=times, every=7))

    assert days_of(slots) == [date(2026, 5, 10), date(2026, 5, 17), date(2026, 5, 24)]


def test_days_in_a_row_step_over_a_holiday():
    slots = slots_of(Pattern(date(2026, 4, 13), 3, (MORNING, AFTERNOON)), NEW_YEAR)

    assert days_of(slots) == [date(2026, 4, 13), date(2026, 4, 17), date(2026, 4, 18)]
    assert len(slots) == 6


def test_a_weekly_session_on_a_holiday_moves_alone():
    tuesday = date(2026, 4, 7)

    assert days(7, 7, first_day=tuesday, holidays=NEW_YEAR) == [
        tuesday,
        date(2026, 4, 17),
        date(2026, 4, 21),
    ]


def test_two_days_and_two_days_five_weeks_later():
    assert days(1, 34, 1, first_day=date(2026, 5, 4)) == [
        date(2026, 5, 4),
        date(2026, 5, 5),
        date(2026, 6, 8),
        date(2026, 6, 9),
    ]


def test_the_day_that_somebody_chose_is_taken_even_on_a_holiday():
    assert days(first_day=date(2026, 4, 14), holidays=NEW_YEAR) == [date(2026, 4, 14)]


def test_a_break_is_not_trained():
    slot = Slot(datetime(2026, 5, 4, 8), datetime(2026, 5, 4, 12), pause=15)

    assert slot.minutes == 225


@pytest.mark.parametrize("first_day", [date(2026, 5, 8), date(2026, 5, 4)])
def test_what_was_held_can_be_held_again_from_the_same_day(first_day):
    slots = slots_of(Pattern(first_day, 4, (MORNING, AFTERNOON)))

    assert slots_by(steps_of(slots), first_day) == slots


gaps = st.lists(st.integers(0, 40), max_size=20)
first_days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
free_days = st.frozensets(first_days, max_size=30)


@settings(max_examples=200)
@given(gaps, first_days, free_days)
def test_sessions_come_in_order_and_never_on_a_holiday_that_nobody_chose(gaps, first, free):
    slots = slots_by([Step(*MORNING, days_after=each) for each in (0, *gaps)], first, free)
    found = [slot.starts.date() for slot in slots]

    assert found == sorted(found)
    assert len(set(found)) == 1 + sum(gap > 0 for gap in gaps)
    moved = [day for day in found if day != first]
    assert not free & set(moved)
    whole_weeks = any(gap and gap % 7 == 0 for gap in gaps)
    assert whole_weeks or all(day.weekday() != SUNDAY for day in moved)
