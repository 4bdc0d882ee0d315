"""The fixed words of paper: names, days, times and places in both languages."""

from datetime import date, datetime, time

import pytest

from courses.rules.paper_words import (
    day_of_column,
    days_in_words,
    part_of_day,
    printed_latin,
    province_in_khmer,
    times_in_words,
)

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
WEEK = [MONDAY, TUESDAY, date(2026, 11, 25), FRIDAY]


def slot(day, start, end):
    return tuple(datetime.combine(day, time(*clock)) for clock in (start, end))


MORNING, AFTERNOON = slot(MONDAY, (8, 0), (11, 0)), slot(MONDAY, (13, 30), (16, 30))


def test_the_family_name_stands_in_capitals():
    assert printed_latin("Sok", "Chansophea") == "SOK Chansophea"
    assert printed_latin("", "Maryam") == "Maryam"


def test_khmer_says_whether_it_is_the_capital():
    assert province_in_khmer("ភ្នំពេញ", is_capital=True) == "រាជធានីភ្នំពេញ"
    assert province_in_khmer("កណ្តាល", is_capital=False) == "ខេត្តកណ្តាល"


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (time(8), ("ព្រឹក", "morning")),
        (time(11, 59), ("ព្រឹក", "morning")),
        (time(12), ("រសៀល", "afternoon")),
        (time(17), ("យប់", "evening")),
    ],
)
def test_the_part_of_the_day_follows_the_start(start, words):
    assert (part_of_day(start, "km"), part_of_day(start, "en")) == words


def test_a_column_names_its_day_shortly():
    assert day_of_column(MONDAY, "en") == "Mon 23 Nov"
    assert day_of_column(MONDAY, "km") == "ច័ន្ទ ២៣ វិច្ឆិកា"


@pytest.mark.parametrize(
    ("days", "language", "words"),
    [
        ([], "en", ""),
        ([MONDAY], "en", "Monday 23 November 2026"),
        ([MONDAY, MONDAY], "km", "ថ្ងៃច័ន្ទ ទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦"),
        ([MONDAY, TUESDAY], "en", "Monday 23 and Tuesday 24 November 2026"),
        (WEEK, "en", "23 to 27 November 2026"),
        (WEEK, "km", "២៣ ដល់ ២៧ វិច្ឆិកា ២០២៦"),
    ],
)
def test_few_days_have_their_weekdays_and_many_are_a_span(days, language, words):
    assert days_in_words(days, language) == words


def test_times_are_told_once_and_not_where_they_are_many():
    assert times_in_words([MORNING, AFTERNOON, MORNING], "en") == "08:00–11:00 and 13:30–16:30"
    assert times_in_words([MORNING], "km") == "ម៉ោង ០៨:០០–១១:០០"
    many = [slot(MONDAY, (hour, 0), (hour + 1, 0)) for hour in range(8, 12)]
    assert times_in_words(many, "en") == times_in_words([], "en") == ""
