"""Keeps cells that a spreadsheet program would run as formulas from being run."""

import re
import unicodedata
from decimal import Decimal
from typing import Any

_STARTS_A_FORMULA = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")
_IGNORED_IN_FRONT = re.compile(r"^[\s\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u2069\u00ad]+")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
CELL_AT_MOST = 32_767


def is_formula_like(text: str) -> bool:
    """Whether some program might take this text for a formula, wide characters included."""
    if text.startswith(("\t", "\r", "\n")):
        return True
    shown = _IGNORED_IN_FRONT.sub("", text)
    return unicodedata.normalize("NFKC", shown[:8]).lstrip().startswith(_STARTS_A_FORMULA)


def writable(text: str) -> str:
    """The text without characters that no file may hold, cut to what a cell can hold."""
    return _UNWRITABLE.sub("", text)[:CELL_AT_MOST]


def as_text(text: str) -> str:
    """For CSV, which knows no types: an apostrophe keeps a formula from being one."""
    text = writable(text)
    return f"'{text}" if is_formula_like(text) else text


def is_finite_number(value: Any) -> bool:
    """Whether a cell can hold this as a number."""
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    return isinstance(value, int | float | Decimal) and abs(value) < 1e308
