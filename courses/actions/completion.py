"""Compute completions, and tell other apps when one is met."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import Moment
from courses.exceptions import Refused
from courses.models import Completion, CourseRun, Enrollment, MakeUp, Session
from courses.queries.completion import facts_of, rule_of
from courses.rules.completion import Verdict, judge
from courses.signals import completions_met

FIELDS = ["is_met", "met_on", "credited_minutes", "planned_minutes", "missing", "computed_at"]


@transaction.atomic
def refresh_completions(
    run: CourseRun, *, by: AbstractBaseUser | None, enrollments: Iterable[Enrollment] | None = None
) -> list[Completion]:
    """Recompute the completions of a run (or of some of its enrolments); idempotent.

    Sends `completions_met` after commit with all that were not met before. Returns these.
    """
    if enrollments is None:
        enrollments = run.enrollments.enrolled()
    enrollments = list(enrollments)
    rule, facts = rule_of(run), facts_of(run, enrollments)
    before = {
        completion.enrollment_id: completion.is_met
        for completion in Completion.objects.select_for_update().filter(
            enrollment__in=[enrollment.pk for enrollment in enrollments]
        )
    }
    Completion.objects.bulk_create(
        [_completion(enrollment, judge(rule, facts[enrollment.pk])) for enrollment in enrollments],
        update_conflicts=True,
        unique_fields=["enrollment"],
        update_fields=FIELDS,
    )
    newly_met = list(
        Completion.objects.met().filter(
            enrollment__in=[pk for pk in facts if not before.get(pk, False)]
        )
    )
    _tell(run, newly_met, lost=_lost(before), by=by)
    return newly_met


def refresh_after_session(session: Session, *, by: AbstractBaseUser | None) -> None:
    """Recompute the completions of the session's run, and of those on other runs for whom it stands
    for a half-day that they missed."""
    refresh_completions(session.run, by=by)
    guests = MakeUp.objects.filter(attendance__session=session)
    places = Enrollment.objects.enrolled().filter(make_ups__in=guests).select_related("run")
    runs: dict[CourseRun, list[Enrollment]] = {}
    for place in places.distinct().order_by("run_id", "pk"):
        runs.setdefault(place.run, []).append(place)
    for run, those in runs.items():
        refresh_completions(run, by=by, enrollments=those)


def _completion(enrollment: Enrollment, verdict: Verdict) -> Completion:
    return Completion(
        enrollment=enrollment,
        is_met=verdict.is_met,
        met_on=verdict.met_on,
        credited_minutes=verdict.credited_minutes,
        planned_minutes=verdict.planned_minutes,
        missing=verdict.missing_as_json(),
    )


def _lost(before: dict[int, bool]) -> list[int]:
    were_met = [pk for pk, was_met in before.items() if was_met]
    if not were_met:
        return []
    return list(
        Completion.objects.filter(enrollment__in=were_met, is_met=False).values_list(
            "enrollment_id", flat=True
        )
    )


def _tell(
    run: CourseRun, newly_met: list[Completion], *, lost: list[int], by: AbstractBaseUser | None
) -> None:
    if newly_met:
        record(run, "completed", by=by, enrollments=[each.enrollment_id for each in newly_met])
        ids = [each.pk for each in newly_met]
        transaction.on_commit(
            partial(completions_met.send_robust, sender=Completion, completion_ids=ids)
        )
    if lost:
        record(run, "completion_lost", by=by, enrollments=lost)


def refresh_after_tests(
    run: CourseRun, moment: Moment, enrollments: Iterable[int], *, by: AbstractBaseUser | None
) -> None:
    """Judge those anew whose result of a test came, changed or went, where the rule of the run asks
    for it. Belongs into a transaction."""
    if moment == Moment.POST and run.min_test_percent is not None:
        places = run.enrollments.enrolled().filter(pk__in=enrollments)
        refresh_completions(run, by=by, enrollments=places)


@transaction.atomic
def record_task(
    enrollment: Enrollment, done_on: date | None, *, by: AbstractBaseUser
) -> Completion:
    """Record on which day the task of the run was done, or None that it was not.

    Raises Refused `task_is_marked` where the run has a rubric; see `courses.actions.tasks`.
    """
    enrollment = Enrollment.objects.select_for_update().get(pk=enrollment.pk)
    if enrollment.run.is_task_marked:
        raise Refused(_("The task of this run is marked by its rubric."), code="task_is_marked")
    enrollment.task_done_on = done_on
    enrollment.save(update_fields=["task_done_on"])
    record(enrollment.run, "task_recorded", by=by, enrollment=enrollment.pk, done=bool(done_on))
    refresh_completions(enrollment.run, by=by, enrollments=[enrollment])
    return enrollment.completion
