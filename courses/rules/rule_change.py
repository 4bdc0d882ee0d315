"""Whom another rule makes complete or not, and a mark by which the same effect is known again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from courses.rules.completion import Facts, Rule, Verdict, judge


@dataclass(frozen=True)
class Effect:
    """By enrolment id, the verdicts of who would lose and of who would gain; `completed` counts who
    has completed afterwards."""

    loses: dict[int, Verdict]
    gains: dict[int, Verdict]
    completed: int

    def mark(self, answers: Mapping[str, object]) -> str:
        """The same for the same answers with the same effect."""
        told = json.dumps([answers, list(self.loses), list(self.gains)], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:24]


@dataclass(frozen=True)
class CourseEffect:
    """What another rule of a course would do to its runs, by run id."""

    runs: dict[int, Effect]

    @property
    def loses(self) -> int:
        return sum(len(each.loses) for each in self.runs.values())

    @property
    def gains(self) -> int:
        return sum(len(each.gains) for each in self.runs.values())

    def mark(self, answers: Mapping[str, object]) -> str:
        """The same for the same answers with the same effect on the same runs."""
        marks = [[run, each.mark(answers)] for run, each in sorted(self.runs.items())]
        told = json.dumps([answers, marks], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:24]


def effect(rule: Rule, facts: Mapping[int, Facts], completed: Iterable[int]) -> Effect:
    """What the rule makes of everybody, of whom some have completed until now."""
    verdicts = {pk: judge(rule, known) for pk, known in facts.items()}
    before = set(completed)
    return Effect(
        loses={pk: each for pk, each in verdicts.items() if pk in before and not each.is_met},
        gains={pk: each for pk, each in verdicts.items() if pk not in before and each.is_met},
        completed=sum(each.is_met for each in verdicts.values()),
    )
