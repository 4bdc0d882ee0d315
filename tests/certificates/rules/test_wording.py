"""The printed sentences."""

from datetime import date

import pytest

from certificates.rules.wording import Place, facts_line, formal_dates, hours

NOVEMBER_3, NOVEMBER_5 = date(2026, 11, 3), date(2026, 11, 5)
CAPITAL = Place("ភ្នំពេញ", "Phnom Penh", is_capital=True)
PROVINCE = Place("កំពង់ស្ពឺ", "Kampong Speu")


@pytest.mark.parametrize(
    ("first", "last", "english", "khmer"),
    [
        (NOVEMBER_5, NOVEMBER_5, "5 November 2026", "ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦"),
        (
            NOVEMBER_3,
            NOVEMBER_5,
            "3–5 November 2026",
            "ពីថ្ងៃទី៣ ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
        ),
        (
            date(2026, 10, 30),
            NOVEMBER_5,
            "30 October to 5 November 2026",
            "ពីថ្ងៃទី៣០ ខែតុលា ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
        ),
        (
            date(2026, 12, 31),
            date(2027, 1, 2),
            "31 December 2026 to 2 January 2027",
            "ពីថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០២៦ ដល់ថ្ងៃទី២ ខែមករា ឆ្នាំ២០២៧",
        ),
    ],
)
def test_dates_say_only_once_what_is_the_same(first, last, english, khmer):
    assert formal_dates(first, last, "en") == english
    assert formal_dates(first, last, "km") == khmer


@pytest.mark.parametrize(
    ("minutes", "english", "khmer"),
    [
        (720, "12 hours", "១២ ម៉ោង"),
        (60, "1 hour", "១ ម៉ោង"),
        (90, "1.5 hours", "១,៥ ម៉ោង"),
        (45, "1 hour", "១ ម៉ោង"),
    ],
)
def test_hours_are_said_in_halves(minutes, english, khmer):
    assert (hours(minutes, "en"), hours(minutes, "km")) == (english, khmer)


def test_the_line_of_facts():
    assert facts_line(NOVEMBER_3, NOVEMBER_5, 1080, CAPITAL, None, "km") == (
        "ពីថ្ងៃទី៣ ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦ · ១៨ ម៉ោង · រាជធានីភ្នំពេញ"
    )
    assert facts_line(NOVEMBER_5, NOVEMBER_5, 360, PROVINCE, date(2028, 11, 5), "en") == (
        "5 November 2026 · 6 hours · Kampong Speu · Valid until 5 November 2028"
    )
    assert "ខេត្តកំពង់ស្ពឺ · មានសុពលភាពដល់ថ្ងៃទី៥" in facts_line(
        NOVEMBER_5, NOVEMBER_5, 360, PROVINCE, date(2028, 11, 5), "km"
    )
