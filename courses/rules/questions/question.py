"""What a question is, whatever its kind, and how an attempt keeps it."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    PICTURE = "picture"
    ORDER = "order"
    MATCH = "match"
    NUMBER = "number"
    WRITTEN = "written"


@dataclass(frozen=True)
class Part:
    """One thing to choose, to put in order or to match.

    `id` stays the same while the author moves parts about; `picture` is the number of an image, and
    `text` is then what it shows.
    """

    id: str
    text: str
    picture: int | None = None


@dataclass(frozen=True)
class Question:
    """One point. `right` depends on the kind:

    - single, multiple, true_false, picture: the positions of the right `parts`, ascending
      (true_false has two parts without words: true is 0, false is 1);
    - order: for each of the `parts`, as they are shown, its place from 0;
    - match: for each of the `parts` the position of what belongs to it among `others`.

    A number is right within `tolerance` of `number`. `guide` tells who marks a written answer what
    a good one says. `pool` names the pool that the question is drawn from, if any.
    """

    id: str
    kind: Kind
    text: str
    feedback: str = ""
    pool: str = ""
    parts: tuple[Part, ...] = ()
    others: tuple[Part, ...] = ()
    right: tuple[int, ...] = ()
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    unit: str = ""
    guide: str = ""


def as_stored(question: Question) -> dict:
    """The question as JSON, without what it does not use."""
    numbers = {"number": question.number, "tolerance": question.tolerance}
    numbers = {name: str(value) for name, value in numbers.items() if value}
    if question.number is not None:
        numbers["number"] = str(question.number)
    return {name: value for name, value in (asdict(question) | numbers).items() if value}


def from_stored(stored: dict) -> Question:
    """The inverse of `as_stored`."""
    made = {
        "kind": Kind(stored["kind"]),
        "parts": _parts(stored, "parts"),
        "others": _parts(stored, "others"),
        "right": tuple(stored.get("right", ())),
        "number": Decimal(stored["number"]) if "number" in stored else None,
        "tolerance": Decimal(stored.get("tolerance", 0)),
    }
    words = {name: stored.get(name, "") for name in ("id", "text", "feedback", "pool")}
    return Question(**words, **made, unit=stored.get("unit", ""), guide=stored.get("guide", ""))


def _parts(stored: dict, name: str) -> tuple[Part, ...]:
    return tuple(Part(**part) for part in stored.get(name, ()))
