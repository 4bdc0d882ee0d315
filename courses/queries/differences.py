"""How the figures of a frozen report stand today, and why they differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from courses.models import ReportSnapshot
from courses.queries.change_causes import Causes
from courses.queries.figures import figures
from courses.queries.snapshots import kept_of, question_of
from courses.rules import indicators
from courses.rules.differences import Cause
from courses.rules.indicators import Indicator
from courses.rules.kept_ids import Kept, unpack


@dataclass(frozen=True)
class Changed:
    """One that counted and does not any more (`is_gone`), or one that came since. `person` is the
    record that was counted; who was merged since counts as another one today."""

    cause: Cause
    is_gone: bool
    person: int | None
    enrollment: int | None = None
    session: int | None = None


@dataclass(frozen=True)
class Difference:
    """A figure then and now, with one entry for each that is gone or came."""

    indicator: Indicator
    then: int
    now: int
    changed: tuple[Changed, ...]

    @property
    def by_cause(self) -> dict[Cause, list[Changed]]:
        """In the order of causes; those that nothing had are left out."""
        found = defaultdict(list)
        for each in self.changed:
            found[each.cause].append(each)
        return {cause: found[cause] for cause in Cause if cause in found}


@dataclass(frozen=True)
class Explanation:
    """`values` are all figures of today, by code and currency; `differences` explain those that
    have a list behind them, by code."""

    as_at: datetime
    values: dict[tuple[str, str], Any]
    differences: dict[str, Difference]


def explain(snapshot: ReportSnapshot) -> Explanation:
    """Asks the question of the report again. What is gone and what came adds up to the difference
    of each figure."""
    then = unpack(bytes(snapshot.kept))
    with figures(question_of(snapshot, timezone.now())) as answers:
        now = kept_of(answers)
        values = {(each.code, currency): value for each, currency, value in answers.every()}
        as_at = timezone.localtime(answers.as_at)
    return Explanation(as_at, values, _Comparison(then, now, snapshot.as_at).differences)


class _Comparison:
    """What was kept beside what is counted now."""

    def __init__(self, then: Kept, now: Kept, as_at: datetime):
        self.then, self.now = then, now
        self.causes = Causes(then, now, as_at)

    @cached_property
    def differences(self) -> dict[str, Difference]:
        found = (
            self._of(indicators.PEOPLE, "people"),
            self._of(indicators.PARTICIPATIONS, "participations"),
            self._of(indicators.ATTENDANCES, "attendances"),
            self._of(indicators.PEOPLE_COMPLETED, "people_completed"),
            self._of(indicators.COMPLETIONS, "completions"),
        )
        return {each.indicator.code: each for each in found}

    def _of(self, indicator: Indicator, name: str) -> Difference:
        then, now = getattr(self.then, name), getattr(self.now, name)
        cause_of = getattr(self.causes, f"of_{name}")
        changed = [
            self._changed(name, each, is_gone, cause_of(each, is_gone))
            for is_gone, ids in ((True, then - now), (False, now - then))
            for each in sorted(ids)
        ]
        return Difference(indicator, len(then), len(now), tuple(changed))

    def _changed(self, name: str, each: Any, is_gone: bool, cause: Cause) -> Changed:
        if name in ("people", "people_completed"):
            return Changed(cause, is_gone, each)
        session, enrollment = each if name == "attendances" else (None, each)
        return Changed(cause, is_gone, self.causes.person_of(enrollment), enrollment, session)


def changed_by(explanation: Explanation, code: str, cause: str) -> Iterable[Changed]:
    """The list behind one cause of one figure; nothing where there is none."""
    difference = explanation.differences.get(code)
    return difference.by_cause.get(cause, ()) if difference else ()
