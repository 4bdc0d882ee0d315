"""Public codes: impossible to guess, possible to read aloud.

Seventeen random characters of an alphabet of 31 are 84 bits; an eighteenth finds typing errors.
"""

from collections.abc import Callable

from courses.rules import spoken_codes

LENGTH = 18
GROUP = 6


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """A fresh code without dashes. `random_bytes(n)` gives n bytes, as `secrets.token_bytes`."""
    return spoken_codes.draw(LENGTH, random_bytes)


def spoken(code: str) -> str:
    """The code in groups of six, as printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalise(typed: str) -> str:
    """The code that somebody typed, without dashes; empty when it cannot be one."""
    return spoken_codes.sound(spoken_codes.read(typed), length=LENGTH)
