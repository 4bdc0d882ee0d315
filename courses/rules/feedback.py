"""Satisfaction: the questions that come with the program, how sheets become counts, and what of the
counts may be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

FACES = (1, 2, 3, 4, 5)
#: A face from here on counts as satisfied (indicator L1).
GOOD = 4
#: With fewer sheets nothing of them is told.
FEWEST = 5
#: Days after the run on which people may still answer.
DAYS = 14
LONGEST_TEXT = 500
MOST_STATEMENTS, FEWEST_STATEMENTS = 6, 3

#: Khmer is marked for native review, as everywhere.
STATEMENTS = (
    {
        "en": "How useful is this course for your work?",
        "km": "តើវគ្គនេះមានប្រយោជន៍ដល់ការងាររបស់អ្នកកម្រិតណា?",
    },
    {"en": "How well did you understand it?", "km": "តើអ្នកយល់មេរៀនបានកម្រិតណា?"},
    {"en": "How well did the trainer explain?", "km": "តើគ្រូពន្យល់បានល្អកម្រិតណា?"},
    {
        "en": "How well could you take part and ask?",
        "km": "តើអ្នកអាចចូលរួម និងសួរសំណួរបានល្អកម្រិតណា?",
    },
    {"en": "How were the place and the time?", "km": "តើទីកន្លែង និងពេលវេលាល្អកម្រិតណា?"},
)
QUESTION = {"en": "What should be better next time?", "km": "លើកក្រោយ តើអ្វីគួរធ្វើឱ្យល្អជាងនេះ?"}

Counts = list[list[int]]


def nothing(statements: int) -> Counts:
    """No face for any question."""
    return [[0] * len(FACES) for _ in range(statements)]


def added(counts: Sequence[Sequence[int]], faces: Sequence[int | None]) -> Counts:
    """The counts with one more sheet; a question that was left open adds nothing."""
    return [
        [number + (face == place) for place, number in zip(FACES, row, strict=True)]
        for row, face in zip(counts, faces, strict=True)
    ]


def is_open(closed_on: date | None, ends_on: date | None, today: date) -> bool:
    """Whether people may still answer."""
    return closed_on is None and (ends_on is None or today <= ends_on + timedelta(days=DAYS))


def told_from(closed_on: date | None, ends_on: date | None) -> date | None:
    """The first day on which what came in may be told; None while that is not known. Before that
    the difference of two looks would be the answer of one person."""
    return closed_on or (ends_on and ends_on + timedelta(days=DAYS + 1))


@dataclass(frozen=True)
class Tally:
    """What came in by one way."""

    way: str
    sheets: int
    counts: Counts

    @property
    def ratings(self) -> int:
        return sum(map(sum, self.counts))

    @property
    def good(self) -> int:
        return sum(sum(row[GOOD - 1 :]) for row in self.counts)


@dataclass(frozen=True)
class Line:
    """One question: how often each face. It is told where enough people answered it."""

    faces: tuple[int, ...]

    @property
    def answers(self) -> int:
        return sum(self.faces)

    @property
    def good(self) -> int:
        return sum(self.faces[GOOD - 1 :])

    @property
    def is_told(self) -> bool:
        return self.answers >= FEWEST

    @property
    def mean(self) -> float:
        together = sum(face * number for face, number in zip(FACES, self.faces, strict=True))
        return together / self.answers


def lines(tallies: Iterable[Tally]) -> list[Line]:
    """All ways together, question by question."""
    rows = zip(*(tally.counts for tally in tallies), strict=True)
    return [Line(tuple(map(sum, zip(*row, strict=True)))) for row in rows]


def may_be_told(tallies: Sequence[Tally]) -> bool:
    """Whether enough people answered to say anything but their number."""
    sheets = sum(tally.sheets for tally in tallies)
    return sheets >= FEWEST and sum(tally.ratings for tally in tallies) >= FEWEST


def told(tallies: Sequence[Tally]) -> list[tuple[str | None, Tally]]:
    """What figures may count, each with its way. Where a way has too few sheets, no way is named:
    the others would tell it by what is left."""
    tallies = [tally for tally in tallies if tally.sheets]
    if not may_be_told(tallies):
        return []
    are_named = all(may_be_told([tally]) for tally in tallies)
    return [(tally.way if are_named else None, tally) for tally in tallies]
