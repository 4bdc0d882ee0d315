"""The checklist before a run is closed, in words and with the way to each repair."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import permissions
from courses.actions.run_closing import what_is_missing
from courses.choices import RunStatus
from courses.models import CourseRun
from courses.queries.closing import to_close
from courses.rules import closing

DONE = {
    closing.SESSIONS: _("Every session was held or cancelled."),
    closing.REGISTERS: _("Every register is closed."),
    closing.WALK_INS: _("No walk-in is left to be compared with people on record."),
    closing.REQUESTS: _("Every request for a seat is answered."),
    closing.NAMES: _("Every name from an organization is decided."),
}
#: The part of the run page where each is mended.
PLACES = {
    closing.SESSIONS: "#sessions",
    closing.REGISTERS: "#sessions",
    closing.REQUESTS: "#requests",
    closing.NAMES: "#invitations",
}


@dataclass(frozen=True)
class Check:
    """One line of the checklist; `url` leads to the repair of what is not done."""

    sentence: str
    is_done: bool
    url: str = ""


def checklist(run: CourseRun, user) -> list[Check]:
    """What is done and what is left; empty while the run cannot be closed, because it is not over
    or was decided about. One query."""
    is_over = run.ends_on is None or run.ends_on <= timezone.localdate()
    if run.status != RunStatus.PLANNED or not is_over:
        return []
    return [
        _check(code, number, user)
        for code, number in to_close(run).left().items()
        if number or code in DONE
    ]


def _check(code, number, user):
    if not number:
        return Check(DONE[code], True)
    if code == closing.WALK_INS and permissions.people.may_merge(user):
        return Check(what_is_missing(code, number), False, reverse("courses_duplicates"))
    return Check(what_is_missing(code, number), False, PLACES.get(code, ""))
