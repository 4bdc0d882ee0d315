"""Plan runs with their sessions, one or many at a time."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record_each
from courses.actions.opening import refuse_without_texts
from courses.actions.rosters import enroll_roster
from courses.actions.runs import RunDetails, session_of, trainers_of
from courses.adapters.language import language
from courses.adapters.memory import forget
from courses.exceptions import Refused
from courses.models import (
    RULE_FIELDS,
    Course,
    CourseRun,
    DeliveryPattern,
    Person,
    RunTrainer,
    Session,
)
from courses.queries.people import newest_employers
from courses.rules.calendar_words import digits
from courses.rules.schedule import Slot

MAX_SESSIONS = 200
BATCH = 500


@dataclass(frozen=True)
class RunPlan:
    """A run to be. `despite` says why it is planned although something stands in its way."""

    details: RunDetails
    slots: tuple[Slot, ...]
    trainers: tuple[Person, ...]
    pattern: DeliveryPattern | None = None
    copied_from: CourseRun | None = None
    despite: str = ""

    @property
    def starts_on(self) -> date:
        return min(slot.starts for slot in self.slots).date()

    @property
    def ends_on(self) -> date:
        return max(slot.starts for slot in self.slots).date()


def plan_run(
    course: Course,
    details: RunDetails,
    slots: Iterable[Slot],
    trainers: Iterable[Person],
    *,
    by: AbstractBaseUser,
    **more: object,
) -> CourseRun:
    """Create one run as `plan_runs` does; `more` are the other fields of its RunPlan."""
    (run,) = plan_runs(course, [RunPlan(details, tuple(slots), tuple(trainers), **more)], by=by)
    return run


@transaction.atomic
def plan_runs(course: Course, plans: Sequence[RunPlan], *, by: AbstractBaseUser) -> list[CourseRun]:
    """Create runs of one course with their sessions, all or none; the first trainer leads. The
    course's completion rule is copied, so that later changes of the course leave the runs alone. A
    standing roster is enrolled.

    Ten queries and a few more for each 500 runs. Raises Refused: `no_sessions`,
    `too_many_sessions`, `sessions_overlap`, `no_trainers`, `course_archived`, `no_texts`.
    """
    if course.is_archived:
        raise Refused(_("This course is archived. Choose another one."), code="course_archived")
    for plan in plans:
        if not plan.trainers:
            raise Refused(_("Name at least one trainer."), code="no_trainers")
        _refuse_impossible(sorted(plan.slots, key=lambda slot: slot.starts))
    for policy, spoken in {_opens(plan.details) for plan in plans}:
        refuse_without_texts(course, policy, spoken)
    course = Course.objects.select_for_update().get(pk=course.pk)
    rule = {name: getattr(course, name) for name in RULE_FIELDS}
    codes = _next_codes(course, [plan.starts_on.year for plan in plans])
    runs = CourseRun.objects.bulk_create(
        CourseRun(
            code=code,
            course=course,
            owner=by,
            pattern=plan.pattern,
            copied_from=plan.copied_from,
            starts_on=plan.starts_on,
            ends_on=plan.ends_on,
            **vars(plan.details),
            **rule,
        )
        for plan, code in zip(plans, codes, strict=True)
    )
    planned = list(zip(runs, plans, strict=True))
    Session.objects.bulk_create(
        (session_of(run, slot) for run, plan in planned for slot in plan.slots), batch_size=BATCH
    )
    employers = newest_employers({person for plan in plans for person in plan.trainers})
    RunTrainer.objects.bulk_create(
        (each for run, plan in planned for each in trainers_of(run, plan.trainers, employers)),
        batch_size=BATCH,
    )
    record_each(((run, _told(plan)) for run, plan in planned), "run_planned", by=by)
    forget()
    transaction.on_commit(forget)
    for run in runs:
        if run.roster_id:
            enroll_roster(run, by=by)
    return runs


def _opens(details: RunDetails) -> tuple[str, str]:
    return details.enrollment_policy, details.delivery_language


def _told(plan: RunPlan) -> dict:
    said = {"sessions": len(plan.slots)}
    return {**said, "despite": plan.despite.strip()} if plan.despite.strip() else said


def _refuse_impossible(slots: list[Slot]) -> None:
    """Slots in order of time."""
    if not slots:
        raise Refused(_("Plan at least one session."), code="no_sessions")
    if len(slots) > MAX_SESSIONS:
        raise Refused(
            _("A run can have at most %(count)s sessions.")
            % {"count": digits(MAX_SESSIONS, language())},
            code="too_many_sessions",
        )
    if any(slot.minutes < 1 for slot in slots):
        raise Refused(
            _("A break takes up a whole session. Make the break shorter."), code="only_a_break"
        )
    if any(later.starts < earlier.ends for earlier, later in itertools.pairwise(slots)):
        raise Refused(_("Two sessions overlap. Change their times."), code="sessions_overlap")


def _next_codes(course: Course, years: Sequence[int]) -> list[str]:
    """OSHC-2026-014 and on, one for each year in turn; the locked course row makes them unique. A
    query for each different year."""
    last = {year: _last_number(course, year) for year in set(years)}
    codes = []
    for year in years:
        last[year] += 1
        codes.append(f"{course.code}-{year}-{last[year]:03d}")
    return codes


def _last_number(course: Course, year: int) -> int:
    start = f"{course.code}-{year}-"
    codes = CourseRun.objects.filter(code__startswith=start).values_list("code", flat=True)
    return max((int(code.removeprefix(start)) for code in codes), default=0)
