"""What is printed on paper, as plain values; always in Khmer and in Latin letters or English."""

from collections.abc import Iterable
from dataclasses import dataclass

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.lines import INVISIBLE
from courses.adapters.printing.pictures import for_print
from courses.adapters.printing.shaping import Type, shaped

LETTERS = Type(("Battambang", "Noto Serif"), 700)


@dataclass(frozen=True)
class Words:
    """A text in both languages; either may be empty."""

    km: str = ""
    en: str = ""


@dataclass(frozen=True)
class Party:
    """An organization at the head of a sheet, with its logo as a picture file."""

    name: Words
    logo: bytes = b""


@dataclass(frozen=True)
class Somebody:
    """A person as papers name her: `name.en` is in Latin letters, `code` the one of her card."""

    name: Words
    code: str
    sex: Words = Words()
    role: Words = Words()
    organization: Words = Words()


def why_not_printed(text: str) -> str:
    """`malformed` or `missing_glyph` where a text would print wrongly, else empty."""
    try:
        shaped(INVISIBLE.sub("", text), LETTERS)
    except TypesettingError as error:
        return error.code
    return ""


def printable(text: str) -> str:
    """The text, or nothing where it would print wrongly: one name never stops a whole sheet."""
    return "" if why_not_printed(text) else INVISIBLE.sub("", text)


def said(words: Words) -> Words:
    """The words of both languages that can be printed."""
    return Words(printable(words.km), printable(words.en))


def logos_of(parties: Iterable[Party], most: int) -> list[tuple[Party, bytes]]:
    """The parties with a logo that can be printed, and the logo as JPEG; at most so many."""
    found = []
    for party in parties:
        try:
            found += [(party, for_print(party.logo))] if party.logo else []
        except TypesettingError:
            continue
    return found[:most]


def name_lines(somebody: Somebody) -> tuple[str, str]:
    """The large and the small line of a name: Khmer over Latin, the Latin one alone where there is
    no Khmer name that can be printed, the code of the card where there is none at all."""
    name = said(somebody.name)
    if name.km:
        return name.km, name.en
    return name.en or somebody.code, ""
