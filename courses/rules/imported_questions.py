"""Questions of a file as blocks of a quiz: what fits, what does not, what is there already."""

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from courses.adapters.questions import ReadQuestion

LONGEST_QUESTION = 2000
LONGEST_PART = 250
MOST_DIGITS = 15
#: How many parts a question of a kind has, from and to.
CHOICES, STEPS, PAIRS, EXTRA = (2, 8), (3, 8), (2, 8), (0, 4)

NEW, THERE, TWICE, UNFIT = "new", "there", "twice", "unfit"
#: Namespace of the ids of blocks, so that the same question always gets the same id.
_SPACE = uuid.UUID("6a1e9f2e-3d57-4c1b-9a55-0d3d6f1c7b21")


class Unfit(Exception):
    """`code` says why a question cannot stand in a quiz."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Judged:
    """A question of the file and what becomes of it: `block` is what a quiz stores, None where the
    question is unfit for the reason `code`."""

    question: ReadQuestion
    state: str
    block: dict | None = None
    code: str = ""


def judged(questions: Sequence[ReadQuestion], stored: Iterable[dict]) -> list[Judged]:
    """Each question of a file beside the questions that the quiz has. Importing again adds
    nothing: a question with the same words and answers is there already."""
    there = {signature(block) for block in stored}
    seen, found = set(), []
    for question in questions:
        try:
            block = block_of(question)
        except Unfit as unfit:
            found.append(Judged(question, UNFIT, code=unfit.code))
            continue
        sign = signature(block)
        state = THERE if sign in there else TWICE if sign in seen else NEW
        seen.add(sign)
        found.append(Judged(question, state, block))
    return found


def block_of(question: ReadQuestion) -> dict:
    """The question as a quiz stores it, with ids that follow from its contents. Raises Unfit."""
    if len(question.text) > LONGEST_QUESTION:
        raise Unfit("long_question")
    parts = _MAKERS[question.kind](question)
    words = json.dumps([question.kind, question.text, parts], ensure_ascii=False, default=str)
    own = uuid.uuid5(_SPACE, words)
    for name, items in parts.items():
        if isinstance(items, list):
            parts[name] = [_item(own, name, number, each) for number, each in enumerate(items)]
    value = {"question": question.text, **parts, "feedback": question.feedback, "pool": ""}
    return {"type": question.kind, "id": str(own), "value": value}


def _item(own: uuid.UUID, name: str, number: int, value: object) -> dict:
    return {"type": "item", "id": str(uuid.uuid5(own, f"{name}{number}")), "value": value}


def signature(block: dict) -> str:
    """The same for two stored questions that ask the same with the same answers, whatever their
    ids, feedback and pools."""
    value = {name: part for name, part in block["value"].items() if name not in _NOT_ASKED}
    return json.dumps([block["type"], _bare(value)], ensure_ascii=False, sort_keys=True)


_NOT_ASKED = ("feedback", "pool", "guide")


def _bare(value: object) -> object:
    if isinstance(value, dict):
        if value.keys() >= {"type", "value"}:
            return _bare(value["value"])
        return {name: _bare(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_bare(each) for each in value]
    return " ".join(value.split()).casefold() if isinstance(value, str) else value


def _check(texts: Sequence[str], bounds: tuple[int, int], *, may_repeat: bool = False) -> None:
    if len(texts) < bounds[0]:
        raise Unfit("too_few_parts")
    if len(texts) > bounds[1]:
        raise Unfit("too_many_parts")
    if not all(texts):
        raise Unfit("empty_part")
    if any(len(text) > LONGEST_PART for text in texts):
        raise Unfit("long_part")
    if not may_repeat and len({_bare(text) for text in texts}) < len(texts):
        raise Unfit("same_parts")


def _choice(question: ReadQuestion) -> dict:
    _check([answer.text for answer in question.answers], CHOICES)
    right = [answer.is_right for answer in question.answers]
    if not any(right) or all(right):
        raise Unfit("right_answers")
    choices = [{"text": each.text, "is_correct": each.is_right} for each in question.answers]
    return {"choices": choices}


def _true_false(question: ReadQuestion) -> dict:
    return {"is_true": question.is_true}


def _order(question: ReadQuestion) -> dict:
    _check(question.items, STEPS)
    return {"items": list(question.items)}


def _match(question: ReadQuestion) -> dict:
    belongs = {_bare(other) for _thing, other in question.pairs}
    extra = [text for text in question.extra if _bare(text) not in belongs]
    _check([thing for thing, _other in question.pairs], PAIRS)
    _check([other for _thing, other in question.pairs], PAIRS, may_repeat=True)
    _check(extra, EXTRA)
    pairs = [{"thing": thing, "belongs": other} for thing, other in question.pairs]
    return {"pairs": pairs, "extra": extra}


def _number(question: ReadQuestion) -> dict:
    numbers = (question.number, question.tolerance)
    if any(len(number.as_tuple().digits) > MOST_DIGITS for number in numbers):
        raise Unfit("long_number")
    number, tolerance = map(_plain, numbers)
    return {"number": number, "tolerance": tolerance, "unit": ""}


def _plain(number: Decimal) -> str:
    """Without an exponent and without zeros at the end."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _written(question: ReadQuestion) -> dict:
    return {"guide": question.guide}


_MAKERS: dict[str, Callable[[ReadQuestion], dict]] = {
    "choice": _choice,
    "true_false": _true_false,
    "order": _order,
    "match": _match,
    "number": _number,
    "written": _written,
}
