"""Answer the offer of a seat: by the person herself, or for her by a trainer."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import announce_places
from courses.actions.audit import record
from courses.actions.seats import fill_free_seats, move
from courses.choices import EnrollmentStatus, RunStatus, WithdrawalCause
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment

REFUSALS = {
    "no_offer": _("No seat is offered any more. It was answered already, or the run has changed."),
    "offer_over": _(
        "The time to answer is over, and the seat went to the next one. Ask for a seat again: you"
        " come at the end of the list."
    ),
    "run_cancelled": _("This run was cancelled. Choose another date."),
}


@transaction.atomic
def accept_offer(enrollment: Enrollment, *, by: AbstractBaseUser | None) -> Enrollment:
    """Take the seat that is offered; accepting twice changes nothing.

    Locks the run. Raises Refused: `no_offer`, `offer_over`, `run_cancelled`.
    """
    run, enrollment = _locked(enrollment)
    if enrollment.status == EnrollmentStatus.ENROLLED:
        return enrollment
    _check(run, enrollment)
    move(enrollment, EnrollmentStatus.ENROLLED)
    record(run, "offer_accepted", by=by, enrollment=enrollment.pk)
    announce_places(run, [enrollment])
    return enrollment


@transaction.atomic
def decline_offer(enrollment: Enrollment, *, by: AbstractBaseUser | None) -> Enrollment:
    """Leave the seat to the next one, and the list. Raises Refused as `accept_offer`."""
    run, enrollment = _locked(enrollment)
    _check(run, enrollment)
    move(enrollment, EnrollmentStatus.WITHDRAWN, cause=WithdrawalCause.SAID_NO)
    record(run, "offer_declined", by=by, enrollment=enrollment.pk)
    announce_places(run, [enrollment])
    fill_free_seats(run, by=by)
    return enrollment


def _locked(enrollment: Enrollment) -> tuple[CourseRun, Enrollment]:
    run = CourseRun.objects.select_for_update().get(pk=enrollment.run_id)
    return run, Enrollment.objects.select_related("run", "person").get(pk=enrollment.pk)


def _check(run: CourseRun, enrollment: Enrollment) -> None:
    """An offer that has run out but still stands is as good as over: nobody may answer first
    because the list was not moved yet."""
    if run.status != RunStatus.PLANNED:
        raise _no("run_cancelled")
    if enrollment.status == EnrollmentStatus.OFFERED:
        if enrollment.offer_ends_at > timezone.now():
            return
        raise _no("offer_over")
    ran_out = enrollment.status_cause == WithdrawalCause.RAN_OUT
    raise _no("offer_over" if ran_out else "no_offer")


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)
