"""Phone numbers as lists hold them: lost zeros, Khmer digits, two in a cell."""

import re
import unicodedata
from dataclasses import dataclass

import phonenumbers

from courses.rules.khmer import clean, from_khmer_digits

NOT_A_NUMBER = "phone_not_a_number"
TOO_SHORT = "phone_too_short"
UNUSUAL_NUMBER = "phone_unusual"
LONGEST_RAW = 60
NUMBERS_AT_MOST = 5

_NOTHING = frozenset(
    ("", "-", "--", "0", "n/a", "na", "no", "none", "nil", "x", "គ្មាន", "មិនមាន", "无", "無")
)
_SEPARATORS = re.compile(r"[/\\,;|\n&、،]|\bor\b|\band\b|ឬ|និង", re.IGNORECASE)
_EXCEL_FRACTION = re.compile(r"^(\d{6,15})\.0$")
_DIGIT = re.compile(r"\d")
_LETTERS_FOR_DIGITS = str.maketrans("OoIl|", "00111")
_REMARK = re.compile(r"\([^()\d]*\)")
_LABEL = re.compile(r"^(?:tel|phone|mobile|h/?p|ទូរស័ព្ទ|លេខ)\s*[:.]?\s*", re.IGNORECASE)
_FEWEST_DIGITS = 8
_STARTS_A_NUMBER = ("0", "+", "(0", "(+")


@dataclass(frozen=True)
class Phone:
    """A number as written, in international form where there is one, and what looks wrong.

    A number with the problem `phone_unusual` may still be right: numbering plans move. One that is
    too short rings nowhere, so it has no international form that could tell who somebody is.
    """

    raw: str
    e164: str | None
    problem: str | None


def parse_phones(cell: object, region: str = "KH") -> list[Phone]:
    """The numbers of one cell in their order, none twice; an empty list for "none" and dashes."""
    text = _LABEL.sub("", _EXCEL_FRACTION.sub(r"\1", _with_newlines(cell)))
    if text.casefold() in _NOTHING:
        return []
    phones: dict[str, Phone] = {}
    for part in _parts(text):
        phone = _phone(part, region)
        phones.setdefault(phone.e164 or phone.raw, phone)
    return list(phones.values())[:NUMBERS_AT_MOST]


def _with_newlines(cell: object) -> str:
    return "\n".join(
        clean(line) for line in str(cell if cell is not None else "").splitlines()
    ).strip()


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in _SEPARATORS.split(text)]
    return [number for part in parts if part for number in _split_by_spaces(part)]


def _split_by_spaces(text: str) -> list[str]:
    """Two numbers with only a space between them: a new one starts with 0 or + after 8 digits."""
    numbers: list[str] = []
    for word in text.split():
        starts_anew = (
            word.startswith(_STARTS_A_NUMBER) or len(_DIGIT.findall(word)) >= _FEWEST_DIGITS
        )
        is_whole = bool(numbers) and len(_DIGIT.findall(numbers[-1])) >= _FEWEST_DIGITS
        if not numbers or (starts_anew and is_whole):
            numbers.append(word)
        else:
            numbers[-1] = f"{numbers[-1]} {word}"
    return numbers


def _phone(raw: str, region: str) -> Phone:
    raw = raw[:LONGEST_RAW]
    try:
        number = phonenumbers.parse(_dialled(raw), region)
    except phonenumbers.NumberParseException:
        return Phone(raw, None, NOT_A_NUMBER)
    if not phonenumbers.is_possible_number(number):
        return Phone(raw, None, NOT_A_NUMBER)
    if _is_too_short(number):
        return Phone(raw, None, TOO_SHORT)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(raw, e164, None if phonenumbers.is_valid_number(number) else UNUSUAL_NUMBER)


def _is_too_short(number: phonenumbers.PhoneNumber) -> bool:
    """Whether digits are missing: the number could be dialled within a town at most, or the zero
    that is dialled inside the country had to be counted to make it long enough."""
    reach = phonenumbers.is_possible_number_with_reason(number)
    if reach == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return True
    country = phonenumbers.region_code_for_country_code(number.country_code)
    zero = phonenumbers.ndd_prefix_for_region(country, True)
    return bool(number.italian_leading_zero) and zero == "0"


def _dialled(raw: str) -> str:
    text = _REMARK.sub("", from_khmer_digits(unicodedata.normalize("NFKC", raw)))
    letters = [char for char in text if char.isalpha()]
    if all(letter in "OoIl" for letter in letters):
        text = text.translate(_LETTERS_FOR_DIGITS)
    elif letters:
        return ""
    return re.sub(r"^\s*\(?00(?=[1-9])", "+", text)
