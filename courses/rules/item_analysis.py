"""How well questions do their work: difficulty, discrimination and distractors.

One response a person and question, from her first attempt: later ones have seen the notes.

- Difficulty is the mean share of the point (for right-or-wrong questions the p value: the share of
  people who were right). Low means hard. Crocker and Algina, Introduction to Classical and Modern
  Test Theory (1986), chapter 14.
- Upper-lower discrimination is the difficulty among the 27 per cent with the highest total score
  minus that among the 27 per cent with the lowest. 27 per cent: T. L. Kelley, The selection of
  upper and lower groups for the validation of test items, Journal of Educational Psychology 30
  (1939), 17-24. From 0.40 a question is very good, below 0.20 it should be looked at: R. L. Ebel
  and D. A. Frisbie, Essentials of Educational Measurement (1991), chapter 13.
- Point-biserial is Pearson's correlation of the share with the score on the *other* questions
  (corrected item-total correlation; with the question itself inside, few questions would flatter
  themselves). Henrysson, Psychometrika 28 (1963), 211-218.
- A distractor is a wrong answer that can be chosen; one that hardly anybody chooses does nothing,
  and one that the upper group chooses more than the lower may be right after all.

Pools and marks that wait make totals out of different questions: the score is therefore the mean
share over the questions that a person has a share for.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import fmean

GROUP_SHARE = 0.27
#: Fewer people than this are not shown: a share of four could be read back to each of them.
SHOWN_FROM = 5
#: Below this many the figures of one more person can turn a judgement over.
STEADY_FROM = 30


@dataclass(frozen=True)
class Response:
    """One person's first attempt: shares by question id, chosen part ids by question id."""

    shares: dict[str, float]
    chosen: dict[str, tuple[str, ...]]

    @property
    def score(self) -> float:
        return fmean(self.shares.values()) if self.shares else 0.0

    def score_without(self, question: str) -> float | None:
        others = [share for key, share in self.shares.items() if key != question]
        return fmean(others) if others else None


@dataclass(frozen=True)
class Item:
    """The figures of one question. `chosen` counts a part by (upper, middle, lower) group.

    Discrimination is None where groups or scores do not differ enough to say.
    """

    question: str
    people: int
    difficulty: float
    upper_lower: float | None
    point_biserial: float | None
    chosen: dict[str, tuple[int, int, int]]

    @property
    def is_steady(self) -> bool:
        return self.people >= STEADY_FROM


def analyse(responses: Sequence[Response], question: str) -> Item | None:
    """The figures of a question, or None while fewer than SHOWN_FROM people have answered it."""
    answered = [response for response in responses if question in response.shares]
    if len(answered) < SHOWN_FROM:
        return None
    ordered = sorted(answered, key=lambda response: response.score, reverse=True)
    size = ceil(GROUP_SHARE * len(ordered))
    groups = (ordered[:size], ordered[size:-size], ordered[-size:])
    return Item(
        question=question,
        people=len(answered),
        difficulty=_mean_share(answered, question),
        upper_lower=_upper_lower(groups, question),
        point_biserial=_item_rest(answered, question),
        chosen=_chosen(groups, question),
    )


def _mean_share(responses: Iterable[Response], question: str) -> float:
    return fmean(response.shares[question] for response in responses)


def _upper_lower(groups: tuple, question: str) -> float | None:
    upper, _middle, lower = groups
    if upper[-1].score == lower[0].score:
        return None
    return _mean_share(upper, question) - _mean_share(lower, question)


def _item_rest(responses: Sequence[Response], question: str) -> float | None:
    pairs = [(each.shares[question], each.score_without(question)) for each in responses]
    return correlation([pair for pair in pairs if pair[1] is not None])


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's r; None where one side does not vary."""
    if len(pairs) < 2:
        return None
    left, right = fmean(x for x, _ in pairs), fmean(y for _, y in pairs)
    deviations = [(x - left, y - right) for x, y in pairs]
    spread = sqrt(sum(x * x for x, _ in deviations)) * sqrt(sum(y * y for _, y in deviations))
    if spread < 1e-9:
        return None
    return max(-1.0, min(1.0, sum(x * y for x, y in deviations) / spread))


def _chosen(groups: tuple, question: str) -> dict[str, tuple[int, int, int]]:
    counts = [
        Counter(part for response in group for part in set(response.chosen.get(question, ())))
        for group in groups
    ]
    parts = dict.fromkeys(part for count in counts for part in count)
    return {part: tuple(count[part] for count in counts) for part in parts}
