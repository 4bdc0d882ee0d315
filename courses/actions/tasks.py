"""Mark the tasks of people on a run by its rubric, correct marks, and take them back."""

from collections.abc import Mapping
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.completion import refresh_completions
from courses.choices import EnrollmentStatus, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, TaskMark
from courses.rules.rubric import fits, most_points, points

REFUSALS = {
    "no_rubric": _("The task of this run is not marked by a rubric."),
    "run_cancelled": _("This run is cancelled. Nothing is marked any more."),
    "not_enrolled": _("This person is not on the run any more."),
    "not_the_rubric": _("The rubric is not the one that you saw. Load the page again."),
    "day_to_come": _("This day is still to come. Say on which day it was done."),
    "marked_meanwhile": _(
        "Somebody else marked this task in the meantime. Look at both before you decide."
    ),
}


def refuse(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)


@transaction.atomic
def mark_task(
    enrollment: Enrollment,
    levels: Mapping[str, int],
    *,
    done_on: date,
    note: str = "",
    seen: int | None = None,
    by: AbstractBaseUser | None,
) -> TaskMark:
    """Mark by the rubric of the run: `levels` from 0 by key of each criterion. `seen` is the id of
    the mark that counted when the user looked. Another mark is a correction, the earlier one stays
    as history; the same answers again change nothing. The completion follows at once.

    Locks the run and the place. Raises Refused with a code of REFUSALS.
    """
    run, place = _locked(enrollment)
    if not fits(run.task_rubric, levels):
        raise refuse("not_the_rubric")
    if done_on > timezone.localdate():
        raise refuse("day_to_come")
    note = note.strip()
    before = place.task_marks.current().first()
    if before and (before.levels, before.done_on, before.note) == (levels, done_on, note):
        return before
    _replace(before, seen)
    mark = TaskMark.objects.create(
        enrollment=place,
        levels=dict(levels),
        score=points(levels),
        max_score=most_points(run.task_rubric),
        done_on=done_on,
        note=note,
        marked_by=by,
    )
    _tell(run, place, "task_marked", before, mark, by=by)
    return mark


@transaction.atomic
def take_back_task_mark(
    enrollment: Enrollment, *, seen: int | None, by: AbstractBaseUser | None
) -> None:
    """The task is open again; the mark stays as history. Doing it twice changes nothing.

    Raises Refused as `mark_task`.
    """
    run, place = _locked(enrollment)
    before = place.task_marks.current().first()
    if before is None:
        return
    _replace(before, seen)
    _tell(run, place, "task_mark_taken_back", before, None, by=by)


def _locked(enrollment: Enrollment) -> tuple[CourseRun, Enrollment]:
    run = CourseRun.objects.select_for_update().get(pk=enrollment.run_id)
    place = Enrollment.objects.select_for_update().get(pk=enrollment.pk)
    if not run.is_task_marked:
        raise refuse("no_rubric")
    if run.status == RunStatus.CANCELLED:
        raise refuse("run_cancelled")
    if place.status != EnrollmentStatus.ENROLLED:
        raise refuse("not_enrolled")
    return run, place


def _replace(before: TaskMark | None, seen: int | None) -> None:
    if (before and before.pk) != seen:
        raise refuse("marked_meanwhile")
    if before:
        before.is_current = False
        before.save(update_fields=["is_current"])


def _tell(
    run: CourseRun,
    place: Enrollment,
    verb: str,
    before: TaskMark | None,
    now: TaskMark | None,
    *,
    by: AbstractBaseUser | None,
) -> None:
    """Results alone: words to a person stay out of the history."""
    told = {"before": before and before.levels, "now": now and now.levels}
    record(run, verb, by=by, enrollment=place.pk, **told)
    refresh_completions(run, by=by, enrollments=[place])
