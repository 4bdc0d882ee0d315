"""Which questions a person gets and in which order, from a seed; and a fingerprint of them.

Nothing is rolled: things are sorted by the SHA-256 of the seed and their name. That is the same on
every machine and version of Python, does not depend on the order in which an author wrote them, and
stays nearly the same when one question is added. The seed must not be known outside the server:
who knows it could undo the mixing of things that are to be put in order.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from courses.rules.questions.question import Kind, Part, Question

CHOSEN = {Kind.SINGLE, Kind.MULTIPLE, Kind.PICTURE}


@dataclass(frozen=True)
class Pool:
    """`count` questions are drawn from those whose pool has this name."""

    name: str
    count: int


def draw(
    questions: Sequence[Question], *, seed: str, pools: Iterable[Pool] = (), shuffle: bool = False
) -> tuple[Question, ...]:
    """What one person sees: questions without a pool always, of each pool as many as it says.

    Without `shuffle` the author's order stays, but never that of things to be put in order or
    matched, which would be the key. The positions in `right` follow the order shown.
    """
    counts = {pool.name: pool.count for pool in pools}
    drawn = [question for question in questions if question.pool not in counts]
    for name, count in counts.items():
        pool = [question for question in questions if question.pool == name]
        drawn += sorted(pool, key=lambda each: rank(seed, "pool", each.id))[:count]
    drawn.sort(key=questions.index)
    if shuffle:
        drawn.sort(key=lambda each: rank(seed, "question", each.id))
    return tuple(shown(question, seed, shuffle=shuffle) for question in drawn)


def rank(seed: str, *names: str) -> bytes:
    return hashlib.sha256(json.dumps([seed, *names]).encode()).digest()


def shown(question: Question, seed: str, *, shuffle: bool) -> Question:
    """The question with its parts in the order that a person sees."""
    if question.kind is Kind.ORDER:
        order = _mixed(question.parts, seed, question.id)
        return _rearranged(question, order, tuple(question.right[n] for n in order))
    if question.kind is Kind.MATCH:
        return _match_shown(question, seed, shuffle=shuffle)
    if question.kind in CHOSEN and shuffle:
        parts = question.parts
        order = sorted(range(len(parts)), key=lambda n: rank(seed, question.id, parts[n].id))
        return _rearranged(question, order, _moved(question.right, order))
    return question


def _match_shown(question: Question, seed: str, *, shuffle: bool) -> Question:
    offered = _mixed(question.others, seed, question.id)
    things = range(len(question.parts))
    if shuffle:
        things = _mixed(question.parts, seed, question.id)
    right = tuple(offered.index(question.right[n]) for n in things)
    question = replace(question, others=tuple(question.others[n] for n in offered))
    return _rearranged(question, things, right)


def _mixed(parts: Sequence[Part], seed: str, name: str) -> list[int]:
    """Positions in an order that depends on the words alone, not on where they stood."""
    return sorted(range(len(parts)), key=lambda n: rank(seed, name, parts[n].text))


def _rearranged(question: Question, order: Iterable[int], right: tuple[int, ...]) -> Question:
    return replace(question, parts=tuple(question.parts[n] for n in order), right=right)


def _moved(right: Iterable[int], order: list[int]) -> tuple[int, ...]:
    return tuple(sorted(order.index(n) for n in right))


def version_of(questions: Iterable[Question]) -> str:
    """A fingerprint of what is shown, never of what is right: 16 characters."""
    words = [
        [question.kind, question.text, question.unit]
        + [[part.text, part.picture] for part in question.parts]
        + [other.text for other in question.others]
        for question in questions
    ]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]
