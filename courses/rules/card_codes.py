"""Card codes: short, speakable, and wrong when mistyped.

A code such as KH-7K4M-92 has six characters after its prefix: five at random and a check character.
The alphabet has 31 signs, a prime number, so that the weighted sum finds every single wrong
character and every swap of two neighbours. 31^5 codes (28 million) leave room for a million people:
a new code is taken already once in thirty times, so whoever makes one tries again.
"""

import unicodedata
from collections.abc import Callable

from courses.rules.khmer import from_khmer_digits

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
RANDOM_CHARACTERS = 5
LENGTH = RANDOM_CHARACTERS + 1
GROUP = 4
# Signs that the alphabet leaves out, read as the nearest one that it has; the check decides.
READ_AS = str.maketrans({"0": "Q", "O": "Q", "1": "J", "I": "J", "L": "J"})

_HIGHEST_FAIR_BYTE = 256 - 256 % len(ALPHABET)


def new_card_code(random_bytes: Callable[[int], bytes], *, prefix: str = "KH") -> str:
    """A fresh code, formatted. `random_bytes(n)` gives n bytes, as `secrets.token_bytes` does."""
    drawn = ""
    while len(drawn) < RANDOM_CHARACTERS:
        (byte,) = random_bytes(1)
        if byte < _HIGHEST_FAIR_BYTE:
            drawn += ALPHABET[byte % len(ALPHABET)]
    return format_code(drawn + check_character(drawn), prefix=prefix)


def check_character(characters: str) -> str:
    """The sign that brings the weighted sum to zero modulo 31."""
    total = sum(
        weight * ALPHABET.index(character) for weight, character in enumerate(characters, start=2)
    )
    return ALPHABET[-total % len(ALPHABET)]


def format_code(characters: str, *, prefix: str = "KH") -> str:
    """The six characters as printed: KH-7K4M-92."""
    return f"{prefix}-{characters[:GROUP]}-{characters[GROUP:]}"


def normalise(typed: str, *, prefix: str = "KH") -> str:
    """The code that somebody typed or read aloud, as printed; empty when it cannot be one.

    Case, spaces, dashes, a missing prefix, Khmer digits and wide letters make no difference.
    """
    plain = from_khmer_digits(unicodedata.normalize("NFKC", typed)).upper()
    characters = "".join(character for character in plain if character.isalnum())
    if len(characters) == LENGTH + len(prefix) and characters.startswith(prefix):
        characters = characters.removeprefix(prefix)
    characters = characters.translate(READ_AS)
    return format_code(characters, prefix=prefix) if _is_sound(characters) else ""


def is_valid(code: str, *, prefix: str = "KH") -> bool:
    """Whether this is a code exactly as printed, check character included."""
    return bool(code) and normalise(code, prefix=prefix) == code


def _is_sound(characters: str) -> bool:
    return (
        len(characters) == LENGTH
        and all(character in ALPHABET for character in characters)
        and check_character(characters[:-1]) == characters[-1]
    )
