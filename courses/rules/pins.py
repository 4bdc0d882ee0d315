"""What a PIN may be, how often one may be guessed, and when guessing is told to staff."""

from datetime import timedelta

from courses.rules.khmer import from_khmer_digits

SHORTEST, LONGEST = 4, 6
CODE_DIGITS = 6
#: How long a one-time code may be used.
CODE_HOLDS = timedelta(minutes=30)
#: Guesses at one person that are looked at within any hour, whatever is guessed and from where.
#: PINs leave some of them for one-time codes, so that a trainer helps at once whoever has guessed.
GUESSES, PIN_GUESSES, HOUR = 10, 7, timedelta(hours=1)
#: Wrong guesses in a row after which no PIN opens, but a new code does.
WRONG_AT_MOST = 50
#: Wrong guesses in a row at one person that staff are told of.
WRONG_IS_TOLD = 7
#: People at whom somebody guessed wrongly within one hour: so many at once are told as well.
PEOPLE_ARE_TOLD = 20
_UP, _DOWN = "01234567890", "09876543210"


def digits_of(typed: str) -> str:
    """What was typed without spaces, Khmer digits as others; empty where it holds anything else."""
    plain = from_khmer_digits("".join(typed.split()))
    return plain if plain.isascii() and plain.isdigit() else ""


def why_not_pin(pin: str, birth_year: int | None = None) -> str:
    """`length`, `too_easy` or `birth_year`; empty for a PIN that may be chosen. `pin` are digits
    as `digits_of` gives them."""
    if not SHORTEST <= len(pin) <= LONGEST:
        return "length"
    if _is_easy(pin):
        return "too_easy"
    if birth_year and (str(birth_year) in pin or str(birth_year)[::-1] in pin):
        return "birth_year"
    return ""


def _is_easy(pin: str) -> bool:
    """The same signs again and again, or a row of neighbours."""
    repeats = any(pin == pin[:size] * (len(pin) // size) for size in (1, 2, 3))
    return repeats or pin in _UP or pin in _DOWN


def may_try_pin(guesses_in_the_hour: int, wrong_in_a_row: int) -> bool:
    """Whether one more guess at a PIN is looked at."""
    return guesses_in_the_hour < PIN_GUESSES and wrong_in_a_row < WRONG_AT_MOST


def may_try_code(guesses_in_the_hour: int) -> bool:
    """Whether one more guess at a one-time code is looked at."""
    return guesses_in_the_hour < GUESSES
