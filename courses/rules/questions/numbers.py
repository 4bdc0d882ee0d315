"""Numbers as people type them: Khmer digits, a comma or a point, spaces between thousands."""

import re
from decimal import Decimal

LONGEST = 30
_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩−", "0123456789-")
_SPACES = re.compile(r"[\s\u200b\u2009\u202f\u00a0_'’]+")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*|-?[.,]\d+")
_GROUPS = re.compile(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})*")


def readings(text: str) -> frozenset[Decimal]:
    """What the text can mean; empty where it is no number.

    1,500 is one thousand five hundred to some and one and a half to others: both are returned.
    """
    text = _SPACES.sub("", text[:LONGEST].translate(_DIGITS))
    if not _NUMBER.fullmatch(text):
        return frozenset()
    found = {_grouped(text), _with_fraction(text)}
    return frozenset(number for number in found if number is not None)


def _grouped(text: str) -> Decimal | None:
    """All marks stand between thousands."""
    whole = _GROUPS.fullmatch(text)
    return Decimal(re.sub("[.,]", "", text)) if whole else None


def _with_fraction(text: str) -> Decimal | None:
    """The last mark stands before the fraction, other marks between thousands."""
    at = max(text.rfind("."), text.rfind(","))
    if at < 0:
        return Decimal(text)
    whole, fraction = text[:at], text[at + 1 :]
    marks = set(re.findall("[.,]", whole))
    if marks and (text[at] in marks or not _GROUPS.fullmatch(whole)):
        return None
    return Decimal(re.sub("[.,]", "", whole) + "." + fraction)
