"""What people tell about themselves in one field: a name in either script, a year of birth."""

import re
from dataclasses import dataclass

from courses.rules import khmer, names

#: Ages at which somebody may take part; anything else is a slip of the finger.
YOUNGEST, OLDEST = 12, 100
BUDDHIST_ERA = 543

_SCRIPT_CHANGES = re.compile(
    r"(?<=[\u1780-\u17ff])[\s,/()]+(?=[A-Za-z])|(?<=[A-Za-z)])[\s,/()]+(?=[\u1780-\u17ff])"
)


@dataclass(frozen=True)
class ToldName:
    """A name sorted into the fields of a person; empty where it is no name."""

    title: str = ""
    name_km: str = ""
    family_name_latin: str = ""
    given_name_latin: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name_km or self.family_name_latin or self.given_name_latin)


def told_name(text: str) -> ToldName:
    """The name somebody wrote in Khmer or Latin letters, or in both one after the other."""
    title, whole = names.split_title(text)
    parts = [part.strip(" ,/()") for part in _SCRIPT_CHANGES.split(whole)]
    name_km = " ".join(part for part in parts if khmer.khmer_share(part) >= 0.5)
    latin = " ".join(part for part in parts if khmer.khmer_share(part) < 0.5)
    if sum(char.isalpha() for char in latin) < 2:
        latin = ""
    if sum("\u1780" <= char <= "\u17b3" for char in name_km) < 2:
        name_km = ""
    family, given = names.split_latin(latin) if latin else ("", "")
    return ToldName(title, name_km, family, given)


@dataclass(frozen=True)
class ToldYear:
    """A year of birth, or why it cannot be one: `not_a_year`, `to_come`, `too_young`, `too_old`,
    with the year that was probably meant, if any."""

    year: int | None = None
    problem: str = ""
    meant: int | None = None


def told_year(text: str, this_year: int) -> ToldYear:
    """The year of birth somebody wrote, in any digits; an empty text is no year and no problem."""
    digits = khmer.from_khmer_digits(khmer.clean(text))
    if not digits:
        return ToldYear()
    if not (digits.isascii() and digits.isdecimal()):
        return ToldYear(problem="not_a_year")
    year = int(digits)
    if len(digits) == 2:
        return ToldYear(problem="not_a_year", meant=_plausible(1900 + year, 2000 + year, this_year))
    if len(digits) != 4:
        return ToldYear(problem="not_a_year")
    if year > this_year:
        swapped = int(f"19{digits[2:]}")
        meant = _plausible(year - BUDDHIST_ERA, swapped, this_year)
        return ToldYear(problem="to_come", meant=meant)
    age = this_year - year
    if age < YOUNGEST:
        return ToldYear(problem="too_young")
    if age > OLDEST:
        meant = _plausible(int(f"19{digits[2:]}"), int(f"20{digits[2:]}"), this_year)
        return ToldYear(problem="too_old", meant=meant)
    return ToldYear(year)


def _plausible(first: int, second: int, this_year: int) -> int | None:
    return next(
        (year for year in (first, second) if YOUNGEST <= this_year - year <= OLDEST - 20), None
    )
