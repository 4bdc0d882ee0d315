"""How far somebody is on a run, and which half-days are still needed to complete it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import ceil

from courses.rules.completion import Rule

NOON, EVENING = 12, 17
ATTENDED = ("present", "late", "left_early")


@dataclass(frozen=True)
class MadeUp:
    """A half-day in another run that stands for a missed one: its local day, the code of that run,
    and the minutes credited there."""

    day: date
    run: str
    minutes: int


@dataclass(frozen=True)
class HalfDay:
    """A session that takes place, with the mark of one person. Times are local; `presence` is
    empty as long as nothing is marked, and `is_over` says that the session has ended. `credited`
    holds the minutes of `made_up`, where she made up for it elsewhere."""

    starts: datetime
    ends: datetime
    planned: int
    credited: int = 0
    presence: str = ""
    is_over: bool = False
    session_id: int = 0
    made_up: MadeUp | None = None

    @property
    def part(self) -> str:
        """`morning`, `afternoon` or `evening`."""
        if self.starts.hour < NOON:
            return "morning"
        return "afternoon" if self.starts.hour < EVENING else "evening"

    @property
    def state(self) -> str:
        """The presence, or `made_up`, or `to_come`, or `not_marked` after the session."""
        if self.made_up:
            return "made_up"
        return self.presence or ("not_marked" if self.is_over else "to_come")

    @property
    def was_attended(self) -> bool:
        """Here, or in its place elsewhere."""
        return (self.presence in ATTENDED or self.made_up is not None) and self.credited > 0

    @property
    def was_missed(self) -> bool:
        """Marked, and without any minutes."""
        return bool(self.presence) and not self.was_attended

    @property
    def is_gap(self) -> bool:
        return not self.was_attended


def made_up_by(missed: HalfDay, elsewhere: MadeUp | None) -> HalfDay:
    """The missed half-day with what she did in its place: as many minutes as it has at most. One
    with minutes of its own is not made up for."""
    if elsewhere is None or missed.credited or not elsewhere.minutes:
        return missed
    return replace(missed, credited=min(missed.planned, elsewhere.minutes), made_up=elsewhere)


@dataclass(frozen=True)
class Outlook:
    """What the attendance part of the rule still asks for.

    `must_come` are the coming half-days that none may be left out of. Where there is a choice,
    `short_minutes` (or `short_sessions`) says how much is needed and `next_one` what comes first.
    `is_waiting` says that marks of past half-days are still to be made and may suffice. `missed`
    is filled only when this run cannot be completed any more.
    """

    have: int
    planned: int
    short_minutes: int = 0
    short_sessions: int = 0
    must_come: tuple[HalfDay, ...] = field(default=())
    next_one: HalfDay | None = None
    is_waiting: bool = False
    missed: tuple[HalfDay, ...] = field(default=())

    @property
    def is_met(self) -> bool:
        return not (self.short_minutes or self.short_sessions)


def outlook(rule: Rule, half_days: tuple[HalfDay, ...]) -> Outlook:
    """The outlook on one enrolment, from all half-days of its run."""
    have = sum(each.credited for each in half_days)
    planned = sum(each.planned for each in half_days)
    attended = sum(each.was_attended for each in half_days)
    need_minutes = ceil(planned * (rule.min_attendance_percent or 0) / 100)
    minutes = max(0, need_minutes - have)
    sessions = max(0, (rule.min_sessions or 1) - attended)
    if not (minutes or sessions):
        return Outlook(have, planned)
    open_ones = [each for each in half_days if not each.presence]
    coming = tuple(each for each in open_ones if not each.is_over)
    if minutes > sum(each.planned for each in open_ones) or sessions > len(open_ones):
        missed = tuple(each for each in half_days if each.was_missed)
        return Outlook(have, planned, minutes, sessions, missed=missed)
    return Outlook(
        have,
        planned,
        minutes,
        sessions,
        must_come=coming if _needs_all(coming, open_ones, minutes, sessions) else (),
        next_one=coming[0] if coming else None,
        is_waiting=len(coming) < len(open_ones),
    )


def _needs_all(coming, open_ones, minutes: int, sessions: int) -> bool:
    """Whether leaving out the shortest coming half-day would break the rule."""
    if not coming:
        return False
    spare = sum(each.planned for each in open_ones) - min(each.planned for each in coming)
    return spare < minutes or len(open_ones) - 1 < sessions
