"""How much of one point an answer earns.

- single, true_false, picture, number: all or nothing.
- multiple: all or nothing as well, so that ticking every box earns nothing; who wants parts of a
  point to count asks several true-or-false questions.
- order: the share of neighbours that follow each other rightly, so that one thing out of place
  costs little; chance alone earns one in as many as there are things.
- match: the share of things with what belongs to them.
- written: nothing until a person has marked it, but an empty answer is 0 at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from courses.rules.questions.numbers import readings
from courses.rules.questions.question import Kind, Question

#: What an answer may be, by positions shown: [positions chosen]; [place of each part] or [position
#: of what belongs to each part], None where left open; the text of a number or a written answer.
Answer = list | str | None


@dataclass(frozen=True)
class Result:
    """Shares of one point, question by question; None while a person has to mark it."""

    shares: tuple[float | None, ...]

    @property
    def right(self) -> tuple[bool, ...]:
        return tuple(share == 1 for share in self.shares)

    @property
    def correct(self) -> int:
        return sum(self.right)

    @property
    def total(self) -> int:
        return len(self.shares)

    @property
    def waiting(self) -> int:
        return self.shares.count(None)

    @property
    def percent(self) -> int:
        """Of all points; what waits counts nothing yet."""
        points = sum(share or 0 for share in self.shares)
        return round(100 * points / self.total) if self.total else 0


def grade_all(questions: Sequence[Question], answers: Sequence[Answer]) -> Result:
    """Raises ValueError when there are not as many answers as questions."""
    return Result(tuple(grade(q, a) for q, a in zip(questions, answers, strict=True)))


def grade(question: Question, answer: Answer) -> float | None:
    """The share from 0 to 1, rounded to 4 digits, or None while it waits for a person."""
    if not answer:
        return 0.0
    return _GRADERS[question.kind](question, answer)


def _exact(question: Question, answer: list) -> float:
    return float(set(answer) == set(question.right))


def _order(question: Question, answer: list) -> float:
    """Neighbours of the right order that stand next to each other, in this order, in the answer."""
    if len(answer) != len(question.right) or not _is_order(answer):
        return 0.0
    placed = dict(zip(question.right, answer, strict=True))
    last = len(placed) - 1
    follow = sum(placed[place + 1] == placed[place] + 1 for place in range(last))
    return round(follow / last, 4) if last else 1.0


def _is_order(answer: list) -> bool:
    return set(answer) == set(range(len(answer)))


def _match(question: Question, answer: list) -> float:
    if len(answer) != len(question.right):
        return 0.0
    hits = sum(a == right for a, right in zip(answer, question.right, strict=True))
    return round(hits / len(answer), 4)


def _number(question: Question, answer: str) -> float:
    near = (abs(number - question.number) <= question.tolerance for number in readings(answer))
    return float(any(near))


def _written(question: Question, answer: str) -> float | None:
    return None if answer.strip() else 0.0


_GRADERS = {
    Kind.SINGLE: _exact,
    Kind.MULTIPLE: _exact,
    Kind.TRUE_FALSE: _exact,
    Kind.PICTURE: _exact,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
    Kind.NUMBER: _number,
    Kind.WRITTEN: _written,
}
