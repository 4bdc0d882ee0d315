"""Score of a quiz: a question counts when exactly its right answers were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """`right` has one entry a question."""

    right: tuple[bool, ...]

    @property
    def correct(self) -> int:
        return sum(self.right)

    @property
    def total(self) -> int:
        return len(self.right)


def grade(key: Sequence[set[int]], answers: Sequence[set[int]]) -> Result:
    """`key` and `answers` hold the positions of right and chosen answers, question by question."""
    return Result(tuple(bool(a) and a == k for k, a in zip(key, answers, strict=True)))
