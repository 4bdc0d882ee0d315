"""Sessions from a pattern."""

from datetime import date, datetime, time

from courses.rules.schedule import AFTERNOON, MORNING, Pattern, Slot, slots_of, training_days


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

    days = training_days(Pattern(friday, days=3, times=(MORNING,)))

    assert days == [date(2026, 5, 8), date(2026, 5, 9), date(2026, 5, 11)]


def test_a_run_may_begin_on_a_sunday():
    sunday = date(2026, 5, 10)

    days = training_days(Pattern(sunday, days=2, times=(MORNING,)))

    assert days == [date(2026, 5, 10), date(2026, 5, 11)]


def test_weekly_sessions_keep_their_weekday():
    sunday = date(2026, 5, 10)
    times = ((time(14), time(16)),)

    days = training_days(Pattern(sunday, days=3, times=times, every=7))

    assert days == [date(2026, 5, 10), date(2026, 5, 17), date(2026, 5, 24)]
