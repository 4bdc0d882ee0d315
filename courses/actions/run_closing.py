"""Close a run when everything about it is done, and open it again."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses.actions.audit import record
from courses.adapters.language import language
from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun
from courses.queries.closing import to_close
from courses.rules import closing
from courses.rules.calendar_words import digits


def what_is_missing(code: str, number: int) -> str:
    """The sentence for something that is left to do before a run can be closed."""
    sentences = {
        closing.NOT_HELD: _("No session of this run was held. Cancel the run instead."),
        closing.SESSIONS: ngettext(
            "%(n)s session was neither held nor cancelled.",
            "%(n)s sessions were neither held nor cancelled.",
            number,
        ),
        closing.REGISTERS: ngettext(
            "%(n)s register is still open.", "%(n)s registers are still open.", number
        ),
        closing.WALK_INS: ngettext(
            "%(n)s walk-in may be on record already; programme staff decide about it.",
            "%(n)s walk-ins may be on record already; programme staff decide about them.",
            number,
        ),
        closing.REQUESTS: ngettext(
            "%(n)s request for a seat waits for an answer.",
            "%(n)s requests for a seat wait for an answer.",
            number,
        ),
        closing.NAMES: ngettext(
            "%(n)s name from an organization waits for a decision.",
            "%(n)s names from organizations wait for a decision.",
            number,
        ),
    }
    return sentences[code] % {"n": digits(number, language())}


@transaction.atomic
def close_run(run: CourseRun, *, by: AbstractBaseUser) -> CourseRun:
    """Say that nothing is left to do on a run. Closing a closed run changes nothing.

    Locks the run. Raises Refused `run_cancelled`, or with the code of the first thing that is left
    to do and a sentence for each; see `courses.rules.closing`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status == RunStatus.CLOSED:
        return run
    if run.status == RunStatus.CANCELLED:
        raise Refused(_("This run is cancelled. There is nothing to close."), code="run_cancelled")
    missing = to_close(run).missing()
    if missing:
        sentences = [what_is_missing(code, number) for code, number in missing.items()]
        raise Refused(" ".join(sentences), code=next(iter(missing)))
    run.status = RunStatus.CLOSED
    run.save(update_fields=["status"])
    record(run, "run_closed", by=by)
    return run


@transaction.atomic
def reopen_run(run: CourseRun, reason: str, *, by: AbstractBaseUser) -> CourseRun:
    """Open a closed run for a correction. Raises Refused `no_reason`, `not_closed`."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status != RunStatus.CLOSED:
        raise Refused(_("This run is not closed."), code="not_closed")
    if not reason.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    run.status = RunStatus.PLANNED
    run.save(update_fields=["status"])
    record(run, "run_reopened", by=by, reason=reason.strip())
    return run
