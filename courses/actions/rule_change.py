"""Change the rule of a run, after somebody has seen what it does."""

from collections.abc import Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.completion import refresh_completions
from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.models import RULE_FIELDS, CourseRun
from courses.queries.rule_change import effect_on
from courses.queries.tasks import has_task_marks
from courses.rules.rule_change import Effect


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
    before = {name: getattr(run, name) for name in RULE_FIELDS}
    changed = {name: value for name, value in answers.items() if before[name] != value}
    if "task_rubric" in changed and has_task_marks(run):
        raise Refused(
            _("Somebody is marked by this rubric already. It stays as it is."), code="task_marked"
        )
    found = effect_on(run, answers)
    if not changed:
        return found
    if seen != found.mark(answers):
        raise Refused(
            _("This would change something else than what you saw. Look at it once more."),
            code="other_effect",
        )
    for name, value in changed.items():
        setattr(run, name, value)
    run.save(update_fields=list(changed))
    record(
        run,
        "rule_changed",
        by=by,
        before={name: before[name] for name in changed},
        now=changed,
        lost=list(found.loses),
        gained=list(found.gains),
    )
    refresh_completions(run, by=by)
    return found
