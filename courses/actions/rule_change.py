"""Change the rule of a run, after somebody has seen what it does."""

from collections.abc import Collection, Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.completion import refresh_completions
from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.models import CompletionRule, Course, CourseRun
from courses.queries.rule_change import effect_on, effect_on_runs
from courses.queries.tasks import has_task_marks
from courses.rules.rule_change import CourseEffect, Effect

OTHER_EFFECT = _("This would change something else than what you saw. Look at it once more.")


@transaction.atomic
def change_rule(
    run: CourseRun, answers: Mapping[str, object], *, seen: str, by: AbstractBaseUser
) -> Effect:
    """Give the run another rule, by the names of RULE_FIELDS, and judge everybody by it. `seen` is
    the mark of the effect that was shown. Papers that were issued stay as they are. The same rule
    again changes nothing.

    Raises Refused: `run_closed`, `task_marked` where another rubric comes too late, `other_effect`
    where the effect is not the one that was shown.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status != RunStatus.PLANNED:
        raise Refused(
            _("This run is closed or cancelled. Its rule stays as it is."), code="run_closed"
        )
    if "task_rubric" in _changes(run, answers) and has_task_marks(run):
        raise Refused(
            _("Somebody is marked by this rubric already. It stays as it is."), code="task_marked"
        )
    found = effect_on(run, answers)
    if not _changes(run, answers):
        return found
    if seen != found.mark(answers):
        raise Refused(OTHER_EFFECT, code="other_effect")
    people = {"lost": list(found.loses), "gained": list(found.gains)}
    _give(run, answers, by=by, **people)
    refresh_completions(run, by=by)
    return found


@transaction.atomic
def change_course_rule(
    course: Course,
    answers: Mapping[str, object],
    runs: Collection[int],
    *,
    seen: str,
    by: AbstractBaseUser,
) -> CourseEffect:
    """Give the course another rule, and give it to those of its runs whose ids are named. `seen` is
    the mark of the effect that was shown. Papers that were issued stay as they are. The same rule
    again changes nothing.

    Raises Refused: `other_effect` where the effect is not the one that was shown, also when a run
    was closed or planned meanwhile.
    """
    course = Course.objects.select_for_update().get(pk=course.pk)
    found = effect_on_runs(course, answers, by)
    if not _changes(course, answers):
        return found
    if seen != found.mark(answers) or not found.runs.keys() >= set(runs):
        raise Refused(OTHER_EFFECT, code="other_effect")
    _give(course, answers, by=by, runs=sorted(runs))
    for run in CourseRun.objects.filter(pk__in=runs).order_by("pk"):
        change_rule(run, answers, seen=found.runs[run.pk].mark(answers), by=by)
    return found


def _changes(owner: CompletionRule, answers: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in answers.items() if getattr(owner, name) != value}


def _give(
    owner: Course | CourseRun,
    answers: Mapping[str, object],
    *,
    by: AbstractBaseUser,
    **told: object,
) -> None:
    changed = _changes(owner, answers)
    before = {name: getattr(owner, name) for name in changed}
    for name, value in changed.items():
        setattr(owner, name, value)
    owner.save(update_fields=list(changed))
    record(owner, "rule_changed", by=by, before=before, now=changed, **told)
