"""The questions of an attempt in the words of another language."""

from collections.abc import Sequence
from dataclasses import replace

from courses.rules.questions.question import Kind, Part, Question


def translated(
    kept: Sequence[Question], began: Sequence[Question], other: Sequence[Question]
) -> tuple[Question, ...] | None:
    """The questions that an attempt keeps, part by part in the place where they were shown, with
    the words of `other`. `began` are the questions of the page on which it was begun, as they are
    now. None where both pages do not ask the same, or the first one changed since: then an answer
    given to one might mean something else in the other."""
    sources = {question.id: question for question in began}
    twins = {question.id: question for question in other}
    found = [
        _translated(question, sources.get(question.id), twins.get(question.id)) for question in kept
    ]
    return None if None in found else tuple(found)


def _translated(kept: Question, source: Question | None, twin: Question | None) -> Question | None:
    if source is None or twin is None:
        return None
    if _words(kept) != _words(source) or _asks(source) != _asks(twin):
        return None
    ids = {part.text: part.id for part in source.others}
    others = tuple(replace(part, id=ids[part.text]) for part in kept.others)
    return replace(
        kept,
        text=twin.text,
        feedback=twin.feedback,
        unit=twin.unit,
        guide=twin.guide,
        parts=_in_words(kept.parts, twin.parts),
        others=_in_words(others, twin.others),
    )


def _words(question: Question) -> tuple:
    """What is read of it, whatever the order."""
    parts = frozenset((part.id, part.text) for part in question.parts)
    return question.kind, question.text, parts, frozenset(part.text for part in question.others)


def _asks(question: Question) -> tuple:
    """What is asked and what is right, without any words."""
    parts = [part.id for part in question.parts]
    others = [part.id for part in question.others]
    if question.kind is Kind.ORDER:
        right = tuple(parts[n] for n in sorted(range(len(parts)), key=question.right.__getitem__))
    elif question.kind is Kind.MATCH:
        pairs = zip(parts, question.right, strict=True)
        right = frozenset((part, others[n]) for part, n in pairs)
    else:
        right = frozenset(parts[n] for n in question.right)
    answer = question.number, question.tolerance
    return question.kind, frozenset(parts), frozenset(others), right, answer


def _in_words(kept: tuple[Part, ...], twins: tuple[Part, ...]) -> tuple[Part, ...]:
    by_id = {part.id: part for part in twins}
    return tuple(by_id[part.id] for part in kept)
