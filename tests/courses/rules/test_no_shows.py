from datetime import datetime, timedelta
from fractions import Fraction

from courses.rules.no_shows import LATE, Figures, Place, confirmed_again, figures

BEGINS = datetime(2026, 12, 1, 8, 0)
BEFORE, AFTER = BEGINS - timedelta(days=9), BEGINS + timedelta(hours=1)
SHORTLY_BEFORE = BEGINS - timedelta(hours=20)


def seat(**values):
    return Place(**{"status": "enrolled", "confirmed_at": BEFORE, "since": BEFORE, **values})


def test_who_had_a_seat_and_never_came_is_a_no_show():
    found = figures([seat(came=True), seat(came=True), seat()], BEGINS)

    assert found == Figures(confirmed=3, no_shows=1, starters=2)
    assert found.no_show_rate == Fraction(1, 3)
    assert found.walk_in_share == 0


def test_who_was_not_on_the_list_at_the_start_is_a_walk_in():
    by_the_door_early = seat(at_the_door=True, came=True)
    enrolled_later = seat(confirmed_at=AFTER, came=True)

    found = figures([seat(came=True), by_the_door_early, enrolled_later], BEGINS)

    assert found == Figures(confirmed=1, starters=3, walk_ins=2)
    assert found.walk_in_share == Fraction(2, 3)


def test_a_substitution_is_neither_a_no_show_nor_a_walk_in():
    nominee = seat(status="substituted", since=SHORTLY_BEFORE)
    instead = seat(since=SHORTLY_BEFORE, came=True)

    assert figures([nominee, instead], BEGINS) == Figures(confirmed=1, starters=1, substituted=1)


def test_a_substitute_who_does_not_come_is_the_no_show():
    places = [seat(status="substituted"), seat()]

    assert figures(places, BEGINS) == Figures(confirmed=1, no_shows=1, substituted=1)


def test_who_withdraws_before_the_start_is_nowhere_and_told_apart_when_late():
    early = seat(status="withdrawn", since=BEGINS - LATE - timedelta(minutes=1))
    late = seat(status="withdrawn", since=SHORTLY_BEFORE)
    from_the_waiting_list = seat(status="withdrawn", confirmed_at=None, since=SHORTLY_BEFORE)

    found = figures([early, late, from_the_waiting_list], BEGINS)

    assert found == Figures(late_withdrawals=1)
    assert (found.no_show_rate, found.walk_in_share) == (None, None)


def test_who_withdraws_after_the_start_without_having_come_is_a_no_show():
    gone = seat(status="withdrawn", since=AFTER)

    assert figures([gone], BEGINS) == Figures(confirmed=1, no_shows=1)


def test_who_never_had_a_seat_counts_nowhere():
    places = [
        Place("waitlisted"),
        Place("requested"),
        Place("offered"),
        Place("declined"),
    ]

    assert figures(places, BEGINS) == Figures()


def test_a_seat_given_up_after_the_start_and_taken_again_was_held_since_before():
    gone_before, gone_after = (
        seat(status="withdrawn", since=since) for since in (SHORTLY_BEFORE, AFTER)
    )
    now = AFTER + timedelta(hours=2)

    assert confirmed_again(gone_after, BEGINS, now) == BEFORE
    assert confirmed_again(gone_before, BEGINS, now) == now
    assert confirmed_again(gone_before, None, now) == now
