"""Results of learning side by side: which figures stand in a row, and which rows are of so few
people that they are not told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from courses.rules.feedback import FEWEST, Line
from courses.rules.indicators import (
    APPLIED,
    APPLIED_VERIFIED,
    FOLLOW_UP_RESPONSE,
    FOLLOW_UPS_ANSWERED,
    FOLLOW_UPS_DUE,
    IMPROVED_SHARE,
    LEARNING_GAIN,
    MATCHED,
    PASS_RATE,
    SATISFACTION,
    SATISFACTION_RESPONSE,
    SATISFACTION_SHEETS,
    TESTED,
    TOOK_POST,
)
from courses.rules.reach.told import Key

#: By the figure that says whether there is anything, those that stand with it.
GROUPS = {
    TESTED: (LEARNING_GAIN, MATCHED, IMPROVED_SHARE, PASS_RATE, TOOK_POST),
    SATISFACTION_SHEETS: (SATISFACTION, SATISFACTION_RESPONSE),
    FOLLOW_UPS_DUE: (APPLIED, APPLIED_VERIFIED, FOLLOW_UPS_ANSWERED, FOLLOW_UP_RESPONSE),
}
#: What every row tells, in order.
TOLD = tuple(each for first, others in GROUPS.items() for each in (*others, first))
#: Over how many people a figure is a mean. Satisfaction counts runs with enough sheets alone.
OVER = {
    LEARNING_GAIN.code: MATCHED.code,
    IMPROVED_SHARE.code: MATCHED.code,
    PASS_RATE.code: TOOK_POST.code,
    APPLIED.code: FOLLOW_UPS_ANSWERED.code,
    APPLIED_VERIFIED.code: FOLLOW_UPS_ANSWERED.code,
}

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Learned:
    """The figures of a row by their codes; those in `hidden` are of too few people and None."""

    key: Key
    values: Values
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Opinion:
    """A question of the satisfaction form by language, how many answered it, and how many of their
    faces were good or very good."""

    texts: Mapping[str, str]
    answers: int
    good: int


@dataclass(frozen=True)
class Learning:
    """All together, by course, and satisfaction question by question."""

    whole: Learned = Learned(None, {})
    courses: tuple[Learned, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(self.whole.values.get(each.code) for each in GROUPS)


def too_few(people: Mapping[Key, int]) -> frozenset[Key]:
    """Rows whose mean is not told beside the mean of all: those of fewer than five people, and the
    next larger ones until what the others leave of all is of five as well."""
    hidden = {key for key, number in people.items() if 0 < number < FEWEST}
    left = sum(people[key] for key in hidden)
    for key in sorted(people, key=lambda key: (people[key], str(key))):
        if not hidden or left >= FEWEST:
            break
        if key not in hidden and people[key]:
            hidden.add(key)
            left += people[key]
    return frozenset(hidden)


def rows_told(found: Mapping[Key, Values]) -> tuple[Learned, ...]:
    """The rows without what is of too few people; the order is theirs."""
    hidden: dict[Key, set[str]] = {key: set() for key in found}
    for code, base in OVER.items():
        for key in too_few({key: values.get(base) or 0 for key, values in found.items()}):
            hidden[key].add(code)
    return tuple(
        Learned(
            key,
            {code: None if code in hidden[key] else value for code, value in values.items()},
            frozenset(hidden[key] & values.keys()),
        )
        for key, values in found.items()
    )


def opinions(asked: Iterable[tuple[list[Mapping[str, str]], list[Line]]]) -> tuple[Opinion, ...]:
    """Question by question over runs, each with its questions and what came in. A run of which one
    question was answered by fewer than five is not in it: the others would tell that one."""
    found: dict[tuple[str, str], list[int]] = {}
    for texts, lines in asked:
        if not all(line.is_told for line in lines):
            continue
        for text, line in zip(texts, lines, strict=True):
            sums = found.setdefault((text["en"], text["km"]), [0, 0])
            sums[0] += line.answers
            sums[1] += line.good
    return tuple(
        Opinion({"en": english, "km": khmer}, *sums) for (english, khmer), sums in found.items()
    )


@dataclass(frozen=True)
class Right:
    """How many took a test question and what share of its point they had together."""

    people: int = 0
    points: float = 0.0

    @property
    def share(self) -> float | None:
        """None where nobody, or fewer than five, took it."""
        return self.points / self.people if self.people >= FEWEST else None


@dataclass(frozen=True)
class QuestionBeforeAfter:
    """A question of a test before and after the training: other people had it at each time."""

    text: str
    form: str
    before: Right = field(default_factory=Right)
    after: Right = field(default_factory=Right)

    @property
    def change(self) -> float | None:
        """In percentage points."""
        both = (self.before.share, self.after.share)
        return None if None in both else 100 * (both[1] - both[0])
