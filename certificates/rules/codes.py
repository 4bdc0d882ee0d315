"""Public codes: impossible to guess, possible to read aloud.

Seventeen random characters of an alphabet of 31 are 84 bits; an eighteenth finds typing errors.
"""

import unicodedata
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
RANDOM_CHARACTERS = 17
LENGTH = RANDOM_CHARACTERS + 1
GROUP = 6
READ_AS = str.maketrans({"0": "Q", "O": "Q", "1": "J", "I": "J", "L": "J"})

_HIGHEST_FAIR_BYTE = 256 - 256 % len(ALPHABET)


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """A fresh code without dashes. `random_bytes(n)` gives n bytes, as `secrets.token_bytes`."""
    drawn = ""
    while len(drawn) < RANDOM_CHARACTERS:
        (byte,) = random_bytes(1)
        if byte < _HIGHEST_FAIR_BYTE:
            drawn += ALPHABET[byte % len(ALPHABET)]
    return drawn + check_character(drawn)


def check_character(characters: str) -> str:
    """The character that brings the weighted sum to zero modulo 31."""
    total = sum(
        weight * ALPHABET.index(character) for weight, character in enumerate(characters, start=2)
    )
    return ALPHABET[-total % len(ALPHABET)]


def spoken(code: str) -> str:
    """The code in groups of six, as printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalise(typed: str) -> str:
    """The code that somebody typed, without dashes; empty when it cannot be one.

    Case, spaces, dashes, wide letters and look-alikes of left-out signs make no difference.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(sign for sign in plain if sign.isalnum()).translate(READ_AS)
    if len(code) != LENGTH or any(sign not in ALPHABET for sign in code):
        return ""
    return code if check_character(code[:-1]) == code[-1] else ""
