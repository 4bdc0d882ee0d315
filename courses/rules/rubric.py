"""Rubrics: what a task is marked by, and what the marks come to.

A rubric is kept as a list of `{"key", "en", "km", "levels": [{"en", "km"}, …]}`, one for each
criterion; its first level earns no point, each further one a point more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

DEFAULT_PASS_PERCENT = 60


@dataclass(frozen=True)
class Criterion:
    """One thing that is looked at, in the words of one language; `levels` from the lowest up."""

    key: str
    words: str
    levels: tuple[str, ...]

    @property
    def most(self) -> int:
        return len(self.levels) - 1


def criteria(rubric: Iterable[Mapping], language: str) -> tuple[Criterion, ...]:
    """The rubric in a language; what is not written in it is told in English."""
    return tuple(
        Criterion(
            key=each["key"],
            words=_in(each, language),
            levels=tuple(_in(level, language) for level in each["levels"]),
        )
        for each in rubric
    )


def _in(words: Mapping, language: str) -> str:
    return (words.get("km") if language.startswith("km") else "") or words["en"]


def most_points(rubric: Iterable[Mapping]) -> int:
    return sum(len(each["levels"]) - 1 for each in rubric)


def points(levels: Mapping[str, int]) -> int:
    return sum(levels.values())


def fits(rubric: Sequence[Mapping], levels: Mapping[str, int]) -> bool:
    """Whether every criterion of the rubric, and nothing else, has one of its levels."""
    numbers = {each["key"]: len(each["levels"]) for each in rubric}
    return levels.keys() == numbers.keys() and all(
        0 <= level < numbers[key] for key, level in levels.items()
    )


@dataclass(frozen=True)
class Reached:
    """A criterion with the words of the level that was reached; "" while nothing is marked."""

    criterion: Criterion
    level: int | None

    @property
    def words(self) -> str:
        return "" if self.level is None else self.criterion.levels[self.level]


def with_levels(
    rubric: Iterable[Mapping], levels: Mapping[str, int], language: str
) -> tuple[Reached, ...]:
    """The rubric in a language, each criterion with what was reached in it."""
    return tuple(Reached(each, levels.get(each.key)) for each in criteria(rubric, language))
