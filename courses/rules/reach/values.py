"""Values of dimensions as text, in addresses and files."""

from datetime import date

from courses.rules.reach.dimensions import DIMENSIONS
from courses.rules.reach.question import Value

UNKNOWN = "unknown"
DAYS = ("month", "quarter", "year")
IDS = (
    *("phase", "topic", "outcome", "course", "organization", "project", "donor", "payer"),
    *("trainer", "run"),
)
YES_OR_NO = {"yes": True, "no": False}


def kind_of(dimension: str) -> type:
    """What its values are, where they are known."""
    if dimension in DAYS:
        return date
    if dimension in IDS:
        return int
    return bool if dimension == "national" else str


def written(value: Value | None) -> str:
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def read(dimension: str, text: str) -> Value | None:
    """The value that `written` made that text of. Raises ValueError for what it is not."""
    if dimension not in DIMENSIONS:
        raise ValueError(dimension)
    if text == UNKNOWN:
        return None
    kind = kind_of(dimension)
    if kind is date:
        return date.fromisoformat(text)
    if kind is int:
        return int(text)
    if kind is bool:
        if text not in YES_OR_NO:
            raise ValueError(text)
        return YES_OR_NO[text]
    return text
