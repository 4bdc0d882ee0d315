"""What all codes have in common that people read aloud: signs, fair drawing, a check character.

The alphabet has 31 signs, a prime number, so that the weighted sum finds every single wrong
character and every swap of two neighbours.
"""

import unicodedata
from collections.abc import Callable

from courses.rules.khmer import from_khmer_digits

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

#: Signs that the alphabet leaves out, read as the nearest one that it has; the check decides.
_READ_AS = str.maketrans({"0": "Q", "O": "Q", "1": "J", "I": "J", "L": "J"})
_HIGHEST_FAIR_BYTE = 256 - 256 % len(ALPHABET)


def draw(length: int, random_bytes: Callable[[int], bytes]) -> str:
    """`length` characters, the last one the check character.

    `random_bytes(n)` gives n bytes, as `secrets.token_bytes` does.
    """
    drawn = ""
    while len(drawn) < length - 1:
        (byte,) = random_bytes(1)
        if byte < _HIGHEST_FAIR_BYTE:
            drawn += ALPHABET[byte % len(ALPHABET)]
    return drawn + check_character(drawn)


def check_character(characters: str) -> str:
    """The sign that brings the weighted sum to zero modulo 31."""
    total = sum(
        weight * ALPHABET.index(character) for weight, character in enumerate(characters, start=2)
    )
    return ALPHABET[-total % len(ALPHABET)]


def read(typed: str) -> str:
    """Letters and digits as typed or read aloud, in capitals.

    Case, spaces, dashes, Khmer digits and wide letters make no difference.
    """
    plain = from_khmer_digits(unicodedata.normalize("NFKC", typed)).upper()
    return "".join(character for character in plain if character.isalnum())


def sound(characters: str, *, length: int) -> str:
    """The code with look-alikes of left-out signs set right; empty when it cannot be one."""
    code = characters.translate(_READ_AS)
    if len(code) != length or any(character not in ALPHABET for character in code):
        return ""
    return code if check_character(code[:-1]) == code[-1] else ""
