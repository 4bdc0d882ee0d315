"""Reads single cells of a participant list: sex, role, year of birth, numbers and names."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from courses.rules.khmer import clean, from_khmer_digits, khmer_share
from courses.rules.names import split_latin, split_title
from courses.rules.participant_columns import FEMALE_WORDS, MALE_WORDS, holds_word, is_word

ANOTHER_WORDS = "ផ្សេង ផ្សេងទៀត other another x 其他"
NOTHING_WORDS = "- -- n_a na none nil គ្មាន មិនមាន មិនបញ្ជាក់ not_stated unknown ? 无"

# Tried from the top, since "union leader of a federation" holds more than one of these words.
ROLES: tuple[tuple[str, str], ...] = (
    ("official", "មន្ត្រី អធិការ ក្រសួង មន្ទីរ official inspector ministry officer_of_labour 官员"),
    ("union_leader_federation", "សហព័ន្ធ សហភាព federation confederation 联合会"),
    ("worker_rep", "តំណាង ប្រតិភូ representative rep shop_steward steward delegate 代表"),
    ("union_leader", "សហជីព union 工会"),
    ("trainer", "គ្រូ trainer teacher instructor 培训师"),
    ("employers_staff", "សមាគម association taftac 协会"),
    ("supervisor", "ប្រធានក្រុម ប្រធានខ្សែ មេក្រុម មេខ្សែ អនុប្រធានក្រុម supervisor leader foreman 组长"),
    ("supervisor", "forewoman sup line_leader team_leader line_chief អ្នកត្រួតត្រា 班长 主管"),
    ("manager", "អ្នកគ្រប់គ្រង ប្រធានផ្នែក នាយក ប្រធានរដ្ឋបាល រដ្ឋបាល ធនធានមនុស្ស manager hr admin"),
    ("manager", "human_resources human_resource compliance director administration 经理 人事"),
    ("worker", "កម្មករ កម្មការិនី ដេរ កាត់ដេរ វេចខ្ចប់ អ៊ុត ពិនិត្យគុណភាព worker sewer sewing operator"),
    ("worker", "helper cutter packer ironer qc packing cutting ironing tailor 工人 员工 车工"),
)
LONGEST_NAME = 150
LONGEST_LATIN_PART = 100
LONGEST_NUMBER = 40
BUDDHIST_YEARS = range(2400, 2700)
BUDDHIST_YEARS_AHEAD = 543
OLDEST, YOUNGEST = 100, 12
_EXCEL_DAYS = range(10_000, 60_000)
_EXCEL_DAY_NULL = date(1899, 12, 30)
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TWO_DIGITS_AT_END = re.compile(r"\d{1,2}\D+\d{1,2}\D+(\d{2})$")
_KHMER_RUN = re.compile("[\u1780-\u17d3\u17dd][\u1780-\u17d3\u17dd\u200b-\u200d .]*")
_AROUND_NAMES = " ,;:/\\|()[]-–"
_MOSTLY = 0.9


class Names(NamedTuple):
    """A name taken apart; empty where the list says nothing."""

    name_km: str = ""
    family_latin: str = ""
    given_latin: str = ""
    title: str = ""


def text_of(cell: object) -> str:
    return clean(str(cell)) if cell is not None else ""


def is_nothing(cell: object) -> bool:
    """Whether a cell is blank or says in words that nothing is known."""
    text = text_of(cell)
    return not text or text.casefold() in NOTHING_WORDS.split() or is_word(text, NOTHING_WORDS)


def sex_of(cell: object) -> str | None:
    """The code of a sex; `not_stated` for nothing, None for what cannot be read."""
    if is_nothing(cell):
        return "not_stated"
    for code, words in (
        ("female", FEMALE_WORDS),
        ("male", MALE_WORDS),
        ("another", ANOTHER_WORDS),
    ):
        if is_word(cell, words):
            return code
    return None


def role_of(cell: object) -> str:
    """The code of a role guessed from a position; empty for nothing known, `other` for no guess."""
    if is_nothing(cell):
        return ""
    return next((code for code, words in ROLES if holds_word(cell, words)), "other")


def birth_year_of(cell: object, today: date) -> int | None:
    """The year of birth in a year, a date or a Buddhist year; None when there is no likely one."""
    if isinstance(cell, datetime | date):
        year = cell.year
    elif isinstance(cell, int) and cell in _EXCEL_DAYS:
        year = (_EXCEL_DAY_NULL + timedelta(days=cell)).year
    else:
        year = _year_in(from_khmer_digits(text_of(cell)), today)
    if year in BUDDHIST_YEARS:
        year -= BUDDHIST_YEARS_AHEAD
    return year if today.year - OLDEST <= year <= today.year - YOUNGEST else None


def number_of(cell: object) -> str:
    """An employee number as text in Western digits."""
    return "" if is_nothing(cell) else from_khmer_digits(text_of(cell))[:LONGEST_NUMBER]


def names_of(khmer: object, latin: object, family: object = None, given: object = None) -> Names:
    """The names of one row: a Khmer cell and either one Latin cell or two, titles moved off.

    A cell that holds both scripts is taken apart.
    """
    title_km, name_km, latin_inside = _khmer_cell(text_of(khmer))
    both = _with_letters(latin) or latin_inside
    title_latin, full = split_title(both)
    if not name_km and khmer_share(full) > 1 - _MOSTLY:
        title_km, name_km, full = _khmer_cell(full)
    family_latin, given_latin = _with_letters(family), _with_letters(given)
    if not family_latin and not given_latin:
        family_latin, given_latin = split_latin(full)
    elif family_latin:
        title_latin, family_latin = split_title(family_latin)
    return Names(name_km, family_latin, given_latin, title_km or title_latin)


def _khmer_cell(text: str) -> tuple[str, str, str]:
    """Title, Khmer name and the Latin text beside it in one cell."""
    share = khmer_share(text)
    if share == 0.0:
        return "", "", _with_letters(text)
    if share >= _MOSTLY:
        return *split_title(text), ""
    khmer = " ".join(run.strip() for run in _KHMER_RUN.findall(text))
    return *split_title(khmer), clean(_KHMER_RUN.sub(" ", text)).strip(_AROUND_NAMES)


def _with_letters(cell: object) -> str:
    text = text_of(cell)
    return text if any(char.isalpha() for char in text) else ""


def _year_in(text: str, today: date) -> int:
    if four := _FOUR_DIGITS.search(text):
        return int(four[0])
    if two := _TWO_DIGITS_AT_END.search(text):
        century = today.year // 100 * 100
        year = century + int(two[1])
        return year if year <= today.year - YOUNGEST else year - 100
    return 0
