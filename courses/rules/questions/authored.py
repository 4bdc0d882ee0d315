"""Reads questions as an author's page stores them: blocks with a type, an id and a value."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from courses.rules.questions.question import Kind, Part, Question


def questions_of(blocks: Iterable[dict]) -> tuple[Question, ...]:
    return tuple(question_of(block) for block in blocks)


def question_of(block: dict) -> Question:
    """A question as written, in the author's order; raises KeyError for a type that is unknown.

    `{"type": "choice", "id": "…", "value": {"question": "…", "choices": […], …}}`; the type
    "choice" has one or more right answers and becomes single or multiple.
    """
    value = block["value"]
    kind, fields = _READERS[block["type"]](value)
    return Question(
        id=block.get("id") or short_id(block["type"], value["question"]),
        kind=kind,
        text=value["question"],
        feedback=value.get("feedback") or "",
        pool=(value.get("pool") or "").strip(),
        **fields,
    )


def short_id(*words: str) -> str:
    """An id for what has none: the same for the same words."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:16]


def _items(stored: Iterable) -> Iterator[tuple[str, object]]:
    """The id and value of the items of a list, with or without their wrapping."""
    for item in stored:
        if isinstance(item, dict) and item.keys() >= {"type", "value"}:
            yield item.get("id") or "", item["value"]
        else:
            yield "", item


def _choice(value: dict) -> tuple[Kind, dict]:
    choices = list(_items(value["choices"]))
    right = _right(choices)
    parts = [Part(key or short_id(choice["text"]), choice["text"]) for key, choice in choices]
    kind = Kind.MULTIPLE if len(right) > 1 else Kind.SINGLE
    return kind, {"parts": tuple(parts), "right": right}


def _picture(value: dict) -> tuple[Kind, dict]:
    choices = list(_items(value["choices"]))
    parts = [
        Part(key or short_id(choice["alt"]), choice["alt"], choice["image"])
        for key, choice in choices
    ]
    return Kind.PICTURE, {"parts": tuple(parts), "right": _right(choices)}


def _right(choices: list[tuple[str, dict]]) -> tuple[int, ...]:
    return tuple(n for n, (_key, choice) in enumerate(choices) if choice["is_correct"])


def _true_false(value: dict) -> tuple[Kind, dict]:
    parts = (Part("true", ""), Part("false", ""))
    return Kind.TRUE_FALSE, {"parts": parts, "right": (0 if value["is_true"] else 1,)}


def _order(value: dict) -> tuple[Kind, dict]:
    parts = tuple(Part(key or short_id(text), text) for key, text in _items(value["items"]))
    return Kind.ORDER, {"parts": parts, "right": tuple(range(len(parts)))}


def _match(value: dict) -> tuple[Kind, dict]:
    """What belongs to two things is offered once; more may be offered that belongs to none. It is
    known by the first thing that it belongs to, or by its place, which are the same in every
    language."""
    pairs = list(_items(value["pairs"]))
    named = [(pair["belongs"], key) for key, pair in pairs]
    extra = enumerate(_items(value.get("extra") or ()))
    named += [(text, key or f"extra {number}") for number, (key, text) in extra]
    keys = {text: key or short_id(text) for text, key in reversed(named)}
    offered = list(dict.fromkeys(text for text, _key in named))
    return Kind.MATCH, {
        "parts": tuple(Part(key or short_id(pair["thing"]), pair["thing"]) for key, pair in pairs),
        "others": tuple(Part(keys[text], text) for text in offered),
        "right": tuple(offered.index(pair["belongs"]) for _key, pair in pairs),
    }


def _number(value: dict) -> tuple[Kind, dict]:
    return Kind.NUMBER, {
        "number": Decimal(str(value["number"])),
        "tolerance": Decimal(str(value.get("tolerance") or 0)),
        "unit": value.get("unit") or "",
    }


def _written(value: dict) -> tuple[Kind, dict]:
    return Kind.WRITTEN, {"guide": value.get("guide") or ""}


_READERS: dict[str, Callable[[dict], tuple[Kind, dict]]] = {
    "choice": _choice,
    "true_false": _true_false,
    "picture": _picture,
    "order": _order,
    "match": _match,
    "number": _number,
    "written": _written,
}
