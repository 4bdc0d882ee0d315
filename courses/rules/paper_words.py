"""The fixed words of sheets, cards and posters, and how paper writes names, days and places.

Paper always speaks both languages, whoever prints it, so these are no translations of screens.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from courses.rules.calendar_words import (
    clock_range,
    digits,
    is_khmer,
    listed_dates,
    short_day,
    span,
    weekday,
)

LANGUAGES = ("km", "en")
NOON, EVENING = time(12), time(17)
PARTS = {
    "morning": {"km": "ព្រឹក", "en": "morning"},
    "afternoon": {"km": "រសៀល", "en": "afternoon"},
    "evening": {"km": "យប់", "en": "evening"},
}
NOTICE = {
    "km": "យើងរក្សាទុកឈ្មោះ និងហត្ថលេខារបស់អ្នក ដើម្បីរៀបចំវគ្គ និងរាប់ចំនួនអ្នកចូលរួម។"
    " មានតែគ្រូ និងបុគ្គលិកកម្មវិធីប៉ុណ្ណោះដែលរក្សាក្រដាសនេះ។ អ្នកអាចសួរមើល ឬសុំកែឈ្មោះរបស់អ្នក។",
    "en": "We keep your name and signature to run the course and to count who came."
    " Only trainers and programme staff keep this sheet."
    " You may ask to see or to correct your name.",
}  # fmt: skip
COUNT_NOTICE = {
    "km": "រាប់ម្តង នៅពេលមានមនុស្សច្រើនជាងគេ។ មិនសរសេរឈ្មោះ។ គូសមួយគំនូសសម្រាប់មនុស្សម្នាក់ រួចសរសេរចំនួន។"
    " ថតរូបសន្លឹកនេះ ឬបន្ទប់ ហើយរក្សាទុកជាមួយពេលរៀនតាមកូដ QR។",
    "en": "Count once, when most people are there. Write no names. Make a stroke for each person,"
    " then write the number. Take a photo of this sheet or of the room, and keep it with the"
    " session by the QR code.",
}  # fmt: skip
NO_ROLE = {"km": "មិនបានសួរតួនាទី", "en": "Role not asked"}
TRAINER = {"km": "គ្រូបណ្តុះបណ្តាល", "en": "Trainer"}
SHORT_SEX = {
    "female": {"km": "ស្រី", "en": "Female"},
    "male": {"km": "ប្រុស", "en": "Male"},
}
AT = {"km": "ម៉ោង ", "en": ""}
AND_TIMES = {"km": " និង ", "en": " and "}
MOST_TIMES = 3


def printed_latin(family: str, given: str) -> str:
    """SOK Chansophea: the family name in capitals."""
    return f"{family.upper()} {given}".strip()


def province_in_khmer(name_km: str, *, is_capital: bool) -> str:
    """Khmer says whether it is the capital or a province."""
    return ("រាជធានី" if is_capital else "ខេត្ត") + name_km


def part_of_day(start: time, language: str) -> str:
    part = "morning" if start < NOON else "afternoon" if start < EVENING else "evening"
    return PARTS[part][language]


def day_of_column(day: date, language: str) -> str:
    """Mon 23 Nov, ច័ន្ទ ២៣ វិច្ឆិកា."""
    return f"{weekday(day, language, short=True)} {short_day(day, language)}"


def days_in_words(days: Sequence[date], language: str) -> str:
    """Up to three days with their weekdays and the year; more as a span."""
    listed = listed_dates(days, language)
    if not days or listed == span(min(days), max(days), language):
        return listed
    year = digits(max(days).year, language)
    return f"{listed} ឆ្នាំ{year}" if is_khmer(language) else f"{listed} {year}"


def slot_in_words(starts: datetime, ends: datetime, language: str) -> str:
    """The day and the clock times of one session."""
    day = days_in_words([starts.date()], language)
    return f"{day}, {times_in_words([(starts, ends)], language)}"


def times_in_words(slots: Sequence[tuple[datetime, datetime]], language: str) -> str:
    """The different clock times of a run, empty where they are too many to be of use."""
    ranges = list(dict.fromkeys(clock_range(start, end, language) for start, end in slots))
    if not ranges or len(ranges) > MOST_TIMES:
        return ""
    words = ranges[-1]
    if len(ranges) > 1:
        words = ", ".join(ranges[:-1]) + AND_TIMES[language] + words
    return AT[language] + words
