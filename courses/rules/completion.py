"""Whether a person completed a run, since when, and what is still missing."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from math import ceil

from courses.rules.knowledge import is_passed


@dataclass(frozen=True)
class Rule:
    """Requirements; None or False means that the requirement is not made. With `task_percent` the
    task is done when its marks reach it, without when somebody says so."""

    min_attendance_percent: int | None = None
    min_sessions: int | None = None
    min_quiz_percent: int | None = None
    needs_lessons: bool = False
    needs_task: bool = False
    min_test_percent: int | None = None
    task_percent: int | None = None


@dataclass(frozen=True)
class Slot:
    """A session that was not cancelled or postponed; `credited` is 0 before it is marked."""

    day: date
    planned: int
    credited: int = 0
    is_attended: bool = False


@dataclass(frozen=True)
class Result:
    """Points that somebody reached, and the day."""

    score: int
    max_score: int
    day: date

    @property
    def percent(self) -> int:
        """Whole per cents that were reached."""
        return self.score * 100 // self.max_score


class PostTest(Result):
    """What somebody scored in the test at the end of the run."""


class TaskResult(Result):
    """How the task of the run was marked."""


@dataclass(frozen=True)
class Facts:
    """What is known of one enrolment.

    `lessons` and `quizzes` have one entry for each lesson and quiz of the course: the day on which
    it was read, or first passed at the required level; None when not yet.
    """

    slots: tuple[Slot, ...] = ()
    lessons: tuple[date | None, ...] = ()
    quizzes: tuple[date | None, ...] = ()
    task_done_on: date | None = None
    post_test: PostTest | None = None
    task_result: TaskResult | None = None


@dataclass(frozen=True)
class Missing:
    """An unmet requirement: `have` of `need` minutes, sessions, lessons, quizzes or tasks, or per
    cents of the post-test: `test` where it is not taken yet, `test_result` where it is too low. In
    the same way `task_mark` and `task_result` are per cents of a task that is marked."""

    code: str
    have: int
    need: int


@dataclass(frozen=True)
class Verdict:
    """`met_on` is the day on which the last requirement was met; None while one is missing."""

    credited_minutes: int
    planned_minutes: int
    met_on: date | None = None
    missing: tuple[Missing, ...] = field(default=())

    @property
    def is_met(self) -> bool:
        return self.met_on is not None

    def missing_as_json(self) -> list[dict]:
        return [asdict(missing) for missing in self.missing]


def judge(rule: Rule, facts: Facts) -> Verdict:
    """The verdict on one enrolment. A run without any held minutes is never completed by rule
    `min_attendance_percent`; a rule without requirements is met on the first attended day."""
    checks = [check for check in _checks(rule, facts) if check is not None]
    missing = tuple(found for found in checks if isinstance(found, Missing))
    days = [found for found in checks if isinstance(found, date)]
    return Verdict(
        credited_minutes=sum(slot.credited for slot in facts.slots),
        planned_minutes=sum(slot.planned for slot in facts.slots),
        met_on=max(days) if days and not missing else None,
        missing=missing,
    )


def _checks(rule: Rule, facts: Facts) -> Iterable[date | Missing | None]:
    yield _first_attendance(facts.slots)
    if rule.min_attendance_percent is not None:
        yield _minutes(rule.min_attendance_percent, facts.slots)
    if rule.min_sessions is not None:
        yield _sessions(rule.min_sessions, facts.slots)
    if rule.needs_lessons:
        yield _all_of("lessons", facts.lessons)
    if rule.min_quiz_percent is not None:
        yield _all_of("quizzes", facts.quizzes)
    if rule.min_test_percent is not None:
        yield _post_test(rule.min_test_percent, facts.post_test)
    if rule.needs_task:
        yield _task(rule.task_percent, facts)


def _first_attendance(slots: tuple[Slot, ...]) -> date | Missing:
    attended = [slot.day for slot in slots if slot.is_attended]
    return min(attended) if attended else Missing("attendance", 0, 1)


def _minutes(percent: int, slots: tuple[Slot, ...]) -> date | Missing:
    planned = sum(slot.planned for slot in slots)
    need = max(1, ceil(planned * percent / 100))
    have = 0
    for slot in sorted(slots, key=lambda slot: slot.day):
        have += slot.credited
        if have >= need:
            return slot.day
    return Missing("minutes", have, need)


def _sessions(need: int, slots: tuple[Slot, ...]) -> date | Missing:
    days = sorted(slot.day for slot in slots if slot.is_attended)
    return days[need - 1] if len(days) >= need else Missing("sessions", len(days), need)


def _post_test(percent: int, taken: PostTest | None) -> date | Missing:
    """A run without a test is not completed by this rule either: somebody asked for one."""
    return _reached(percent, taken, "test", "test_result")


def _task(percent: int | None, facts: Facts) -> date | Missing:
    if percent is None:
        return facts.task_done_on or Missing("task", 0, 1)
    return _reached(percent, facts.task_result, "task_mark", "task_result")


def _reached(percent: int, result: Result | None, not_yet: str, too_low: str) -> date | Missing:
    if result is None:
        return Missing(not_yet, 0, percent)
    if is_passed(result.score, result.max_score, percent):
        return result.day
    return Missing(too_low, result.percent, percent)


def _all_of(code: str, days: tuple[date | None, ...]) -> date | Missing | None:
    done = [day for day in days if day is not None]
    if len(done) < len(days):
        return Missing(code, len(done), len(days))
    return max(done, default=None)
