"""Dates, times and numbers in English and Khmer words."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest

from courses.rules import calendar_words as words

TUESDAY = date(2026, 12, 1)
WEDNESDAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    ("say", "english", "khmer"),
    [
        (words.date_in_words, "Tuesday 1 December 2026", "ថ្ងៃអង្គារ ទី១ ខែធ្នូ ឆ្នាំ២០២៦"),
        (words.date_without_year, "Tuesday 1 December", "ថ្ងៃអង្គារ ទី១ ខែធ្នូ"),
        (words.short_day, "1 Dec", "១ ធ្នូ"),
        (words.weekday, "Tuesday", "ថ្ងៃអង្គារ"),
        (words.month, "December", "ធ្នូ"),
        (words.month_and_year, "December 2026", "ខែធ្នូ ឆ្នាំ២០២៦"),
    ],
)
def test_a_day_in_words(say, english, khmer):
    assert (say(TUESDAY, "en"), say(TUESDAY, "km")) == (english, khmer)


def test_a_short_weekday_has_three_letters_or_no_word_for_day():
    assert words.weekday(TUESDAY, "en-gb", short=True) == "Tue"
    assert words.weekday(TUESDAY, "km", short=True) == "អង្គារ"


def test_every_weekday_and_month_has_its_own_name():
    for language in ("en", "km"):
        assert len(set(words.WEEKDAYS[language])) == 7
        assert len(set(words.MONTHS[language])) == 12


@pytest.mark.parametrize(
    ("days", "english", "khmer"),
    [
        ([], "", ""),
        ([TUESDAY], "Tuesday 1 December", "ថ្ងៃអង្គារ ទី១ ខែធ្នូ"),
        (
            [WEDNESDAY, TUESDAY, TUESDAY],
            "Tuesday 1 and Wednesday 2 December",
            "ថ្ងៃអង្គារ ទី១ និងថ្ងៃពុធ ទី២ ខែធ្នូ",
        ),
        (
            [TUESDAY, WEDNESDAY, date(2026, 12, 3)],
            "Tuesday 1, Wednesday 2 and Thursday 3 December",
            "ថ្ងៃអង្គារ ទី១ ថ្ងៃពុធ ទី២ និងថ្ងៃព្រហស្បតិ៍ ទី៣ ខែធ្នូ",
        ),
        (
            [TUESDAY, date(2027, 1, 5)],
            "Tuesday 1 December and Tuesday 5 January",
            "ថ្ងៃអង្គារ ទី១ ខែធ្នូ និងថ្ងៃអង្គារ ទី៥ ខែមករា",
        ),
        (
            [date(2026, 12, day) for day in (1, 2, 3, 11)],
            "1 to 11 December 2026",
            "១ ដល់ ១១ ធ្នូ ២០២៦",
        ),
    ],
)
def test_dates_are_listed_up_to_three_and_then_spanned(days, english, khmer):
    assert words.listed_dates(days, "en") == english
    assert words.listed_dates(days, "km") == khmer


@pytest.mark.parametrize(
    ("first", "last", "english", "khmer"),
    [
        (TUESDAY, TUESDAY, "1 December 2026", "១ ធ្នូ ២០២៦"),
        (TUESDAY, WEDNESDAY, "1 to 2 December 2026", "១ ដល់ ២ ធ្នូ ២០២៦"),
        (
            date(2026, 7, 11),
            date(2026, 8, 15),
            "11 July to 15 August 2026",
            "១១ កក្កដា ដល់ ១៥ សីហា ២០២៦",
        ),
        (
            TUESDAY,
            date(2027, 1, 5),
            "1 December 2026 to 5 January 2027",
            "១ ធ្នូ ២០២៦ ដល់ ៥ មករា ២០២៧",
        ),
    ],
)
def test_a_span_says_only_once_what_is_the_same(first, last, english, khmer):
    assert (words.span(first, last, "en"), words.span(first, last, "km")) == (english, khmer)


def test_times_have_two_digits_for_the_hour():
    assert words.clock(time(8), "en") == "08:00"
    assert words.clock_range(time(8), time(11), "km") == "០៨:០០–១១:០០"


def test_a_moment_is_a_date_and_a_time():
    moment = datetime(2026, 11, 21, 14, 5)
    assert words.date_and_time(moment, "en") == "Saturday 21 November 2026, 14:05"
    khmer = "ថ្ងៃសៅរ៍ ទី២១ ខែវិច្ឆិកា ឆ្នាំ២០២៦ ម៉ោង\u00a0១៤:០៥"
    assert words.date_and_time(moment, "km") == khmer


@pytest.mark.parametrize(
    ("value", "places", "english", "khmer"),
    [
        (1234, None, "1,234", "១.២៣៤"),
        (31274.0, None, "31,274", "៣១.២៧៤"),
        (Decimal("2.50"), None, "2.50", "២,៥០"),
        (1234.56, 1, "1,234.6", "១.២៣៤,៦"),
        (0, None, "0", "០"),
    ],
)
def test_numbers_have_separators(value, places, english, khmer):
    assert words.number(value, "en", places) == english
    assert words.number(value, "km", places) == khmer


def test_per_cent_is_whole():
    assert words.percent(0.754, "en") == "75\u00a0%"
    assert words.percent(Decimal("0.825"), "km") == "៨៣\u00a0%"
    assert words.percent(Fraction(1, 3), "en") == "33\u00a0%"


@pytest.mark.parametrize(
    ("minutes", "english", "khmer"),
    [
        (720, "12 hours", "១២\u00a0ម៉ោង"),
        (60, "1 hour", "១\u00a0ម៉ោង"),
        (90, "1½ hours", "១\u00a0ម៉ោងកន្លះ"),
        (30, "½ hour", "៣០\u00a0នាទី"),
        (45, "45 minutes", "៤៥\u00a0នាទី"),
        (61, "1 hour 1 minute", "១\u00a0ម៉ោង ១\u00a0នាទី"),
        (0, "0 minutes", "០\u00a0នាទី"),
    ],
)
def test_a_length_is_said_in_hours(minutes, english, khmer):
    assert (words.length(minutes, "en"), words.length(minutes, "km")) == (english, khmer)


def test_minutes_are_short():
    assert words.minutes(6, "en") == "6\u00a0min"
    assert words.minutes(6, "km") == "៦\u00a0នាទី"


@pytest.mark.parametrize(
    ("size", "english", "khmer"),
    [
        (0, "0\u00a0kB", "០\u00a0kB"),
        (1, "1\u00a0kB", "១\u00a0kB"),
        (47_001, "48\u00a0kB", "៤៨\u00a0kB"),
        (1_240_000, "1.2\u00a0MB", "១,២\u00a0MB"),
    ],
)
def test_file_sizes_are_rounded_up(size, english, khmer):
    assert (words.file_size(size, "en"), words.file_size(size, "km")) == (english, khmer)


def test_whole_dates_and_spans_in_chinese():
    first, last = date(2026, 11, 30), date(2026, 12, 1)
    assert words.date_in_words(first, "zh-hans") == "2026年11月30日 星期一"
    assert words.span(first, last, "zh-hans") == "2026年11月30日至2026年12月1日"
    assert words.span(first, first, "zh-hans") == "2026年11月30日"
