"""What a person reads about her answers: what she said, and how much of the point it earned."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from courses.forms.quiz_fields import is_in_parts, words_of
from courses.rules.questions import Kind, Question
from courses.rules.questions.grading import Answer


@dataclass(frozen=True)
class Answered:
    """A question with the lines of its answer; `share` is None while it waits to be marked."""

    question: Question
    lines: list[str]
    share: float | None
    remark: str = ""

    @property
    def verdict(self) -> str:
        if self.share is None:
            return "waiting"
        return {0: "wrong", 1: "right"}.get(self.share, "partly")


def answered(
    questions: Sequence[Question],
    answers: Sequence[Answer],
    shares: Sequence[float | None],
    remarks: Sequence[str] = (),
) -> list[Answered]:
    """All answers of an attempt, also where they were emptied since."""
    given = [*answers, *[None] * (len(questions) - len(answers))]
    said = [*remarks, *[""] * (len(questions) - len(remarks))]
    return [
        Answered(question, lines_of(question, answer), share, remark)
        for question, answer, share, remark in zip(questions, given, shares, said, strict=True)
    ]


def lines_of(question: Question, answer: Answer) -> list[str]:
    """The answer as lines of words; none for an open question."""
    if not answer:
        return []
    if question.kind is Kind.NUMBER:
        return [f"{answer} {question.unit}".strip()]
    if question.kind is Kind.WRITTEN:
        return [answer]
    if is_in_parts(question):
        return _pairs(question, answer)
    words = words_of(question)
    return [str(words[n]) for n in answer]


def _pairs(question: Question, answer: list) -> list[str]:
    if question.kind is Kind.ORDER:
        placed = sorted(
            (place, part.text)
            for place, part in zip(answer, question.parts, strict=True)
            if place is not None
        )
        return [f"{place + 1}. {text}" for place, text in placed]
    return [
        _("%(thing)s: %(belongs)s") % {"thing": part.text, "belongs": question.others[n].text}
        for n, part in zip(answer, question.parts, strict=True)
        if n is not None
    ]
