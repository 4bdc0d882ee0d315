"""Which half-days somebody still needs."""

from datetime import datetime, timedelta

from courses.rules.completion import Rule
from courses.rules.progress import HalfDay, Outlook, outlook

START = datetime(2026, 12, 1, 8)
EIGHTY = Rule(min_attendance_percent=80)


def half_days(*states):
    """Half-days of three hours; a state is a presence, "" for to come or "?" for not marked."""
    return tuple(
        HalfDay(
            starts=START + timedelta(days=n),
            ends=START + timedelta(days=n, hours=3),
            planned=180,
            credited=180 if state == "present" else 0,
            presence=state.strip("?"),
            is_over=bool(state),
        )
        for n, state in enumerate(states)
    )


def test_who_was_there_often_enough_needs_nothing_more():
    assert outlook(EIGHTY, half_days("present", "present", "present", "present")) == Outlook(
        720, 720
    )


def test_none_of_the_coming_half_days_may_be_missed():
    days = half_days("present", "present", "present", "")
    assert outlook(EIGHTY, days) == Outlook(
        540, 720, short_minutes=36, must_come=(days[3],), next_one=days[3]
    )


def test_where_there_is_a_choice_the_next_one_is_named():
    days = half_days("present", "", "", "", "")
    assert outlook(Rule(min_attendance_percent=60), days) == Outlook(
        180, 900, short_minutes=360, next_one=days[1]
    )


def test_marks_that_are_not_made_yet_may_still_suffice():
    days = half_days("present", "?")
    found = outlook(EIGHTY, days)
    assert (found.short_minutes, found.is_waiting, found.missed) == (108, True, ())


def test_too_much_missed_names_what_was_missed():
    days = half_days("absent", "excused", "present", "")
    assert outlook(EIGHTY, days) == Outlook(180, 720, short_minutes=396, missed=days[:2])


def test_a_number_of_sessions_is_asked_for_as_such():
    days = half_days("present", "", "")
    assert outlook(Rule(min_sessions=2), days) == Outlook(
        180, 540, short_sessions=1, next_one=days[1]
    )


def test_a_rule_without_attendance_asks_for_one_visit():
    days = half_days("")
    assert outlook(Rule(), days) == Outlook(
        0, 180, short_sessions=1, must_come=days, next_one=days[0]
    )


def test_a_half_day_knows_its_part_of_the_day_and_its_state():
    morning, absent = half_days("", "absent")
    afternoon = HalfDay(START.replace(hour=13), START.replace(hour=16), 180, is_over=True)
    evening = HalfDay(START.replace(hour=18), START.replace(hour=20), 120)
    assert [each.part for each in (morning, afternoon, evening)] == [
        "morning",
        "afternoon",
        "evening",
    ]
    assert [each.state for each in (morning, absent, afternoon)] == [
        "to_come",
        "absent",
        "not_marked",
    ]
    assert [each.is_gap for each in half_days("present", "absent", "")] == [False, True, True]
