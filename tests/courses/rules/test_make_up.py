"""Which half-days elsewhere stand for missed ones."""

from datetime import datetime, timedelta

from courses.rules.make_up import in_place_of
from courses.rules.progress import HalfDay

START = datetime(2026, 12, 7, 8)


def half_days(*presences, is_over=False):
    return tuple(
        HalfDay(
            starts=START + timedelta(days=n),
            ends=START + timedelta(days=n, hours=3),
            planned=180,
            credited=180 if presence == "present" else 0,
            presence=presence,
            is_over=is_over,
        )
        for n, presence in enumerate(presences)
    )


def test_the_half_day_with_the_same_number_stands_for_the_missed_one():
    other = half_days("", "", "")
    assert in_place_of(half_days("present", "absent", ""), other) == (other[1],)
    assert in_place_of(half_days("excused", "absent", ""), other) == other[:2]


def test_runs_that_are_cut_in_another_way_are_worth_asking_about():
    other = half_days("", "")
    assert in_place_of(half_days("absent", "present", "present"), other) == other


def test_who_missed_nothing_goes_nowhere_and_nobody_goes_to_what_is_over():
    assert in_place_of(half_days("present", ""), half_days("", "")) == ()
    assert in_place_of(half_days("absent"), half_days("", is_over=True)) == ()
