"""Card codes: short, speakable, and wrong when mistyped.

A code such as KH-7K4M-92 has six characters after its prefix: five at random and a check character.
31^5 codes (28 million) leave room for a million people: a new code is taken already once in thirty
times, so whoever makes one tries again.
"""

from collections.abc import Callable

from courses.rules import spoken_codes

LENGTH = 6
GROUP = 4


def new_card_code(random_bytes: Callable[[int], bytes], *, prefix: str = "KH") -> str:
    """A fresh code, formatted. `random_bytes(n)` gives n bytes, as `secrets.token_bytes` does."""
    return format_code(spoken_codes.draw(LENGTH, random_bytes), prefix=prefix)


def format_code(characters: str, *, prefix: str = "KH") -> str:
    """The six characters as printed: KH-7K4M-92."""
    return f"{prefix}-{characters[:GROUP]}-{characters[GROUP:]}"


def normalise(typed: str, *, prefix: str = "KH") -> str:
    """The code that somebody typed or read aloud, as printed; empty when it cannot be one.

    A missing prefix makes no difference, nor what `spoken_codes.read` forgives. The address to
    which the QR code of a card leads is read as its code.
    """
    characters = spoken_codes.read(typed.strip().rstrip("/").rpartition("/")[2])
    if len(characters) == LENGTH + len(prefix) and characters.startswith(prefix):
        characters = characters.removeprefix(prefix)
    code = spoken_codes.sound(characters, length=LENGTH)
    return format_code(code, prefix=prefix) if code else ""


def is_valid(code: str, *, prefix: str = "KH") -> bool:
    """Whether this is a code exactly as printed, check character included."""
    return bool(code) and normalise(code, prefix=prefix) == code
