"""What a place on a run is from now on, and how free seats go to the waiting list."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.announcing import announce_places
from courses.actions.audit import record
from courses.adapters.memory import forget
from courses.choices import EnrollmentStatus, RunStatus, WaitingRule, WithdrawalCause
from courses.models import CourseRun, Enrollment
from courses.queries.seats import begins_at, facts_of, organizations_of
from courses.rules.enrollment import has_seat_for, offer_ends_at, reservation_for
from courses.rules.no_shows import Place, confirmed_again

#: Who is off the run, and may come back.
GONE = (EnrollmentStatus.WITHDRAWN, EnrollmentStatus.DECLINED, EnrollmentStatus.SUBSTITUTED)
STANDING = (
    "status",
    "status_since",
    "status_cause",
    "status_reason",
    "offer_ends_at",
    "confirmed_at",
    "reservation",
)


def stand(enrollment: Enrollment, status: str, reason: str = "", cause: str = "") -> None:
    """What a place is from now on; when it became a seat is remembered. Writes nothing."""
    now = timezone.now()
    if status == EnrollmentStatus.ENROLLED:
        enrollment.confirmed_at = seat_since(enrollment, now)
    enrollment.status, enrollment.status_since = status, now
    enrollment.status_reason, enrollment.status_cause = reason.strip(), cause
    enrollment.offer_ends_at = None
    if status == EnrollmentStatus.OFFERED:
        run = enrollment.run
        enrollment.offer_ends_at = offer_ends_at(now, run.offer_hours, begins_at(run))


def seat_since(enrollment: Enrollment, now: datetime) -> datetime:
    """When somebody who gets a seat now got it, as the indicators count: also who gave it up after
    the beginning and comes back. Few do, so the sessions are looked at for them alone."""
    place = Place(enrollment.status, enrollment.confirmed_at, enrollment.status_since)
    was_confirmed = enrollment.status == EnrollmentStatus.WITHDRAWN and enrollment.confirmed_at
    return confirmed_again(place, begins_at(enrollment.run) if was_confirmed else None, now)


def move(enrollment: Enrollment, status: str, reason: str = "", cause: str = "") -> None:
    """Write what a place is from now on."""
    stand(enrollment, status, reason, cause)
    enrollment.save(update_fields=STANDING)


@transaction.atomic
def fill_free_seats(run: CourseRun, *, by: AbstractBaseUser | None) -> list[Enrollment]:
    """Let go of offers that nobody answered in time, then give or offer free seats to the waiting
    list in its order, as the run says; returns who got one or is offered one.

    A seat kept for an organization goes to the first who waits of its people. Locks the run. When
    the run is over, nobody gets a seat any more.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    now = timezone.now()
    if run.status != RunStatus.PLANNED:
        return []
    late = list(run.enrollments.run_out(now).order_by("offer_ends_at", "pk"))
    for enrollment in late:
        move(enrollment, EnrollmentStatus.WITHDRAWN, cause=WithdrawalCause.RAN_OUT)
        record(run, "offer_ran_out", by=by, enrollment=enrollment.pk)
    announce_places(run, late)
    if run.ends_on and run.ends_on < timezone.localdate(now):
        return []
    lucky = _next_ones(run, now)
    offers = run.waiting_rule == WaitingRule.OFFER
    for enrollment in lucky:
        move(enrollment, EnrollmentStatus.OFFERED if offers else EnrollmentStatus.ENROLLED)
        verb = "seat_offered" if offers else "enrolled"
        record(run, verb, by=by, enrollment=enrollment.pk, status=str(enrollment.status))
    announce_places(run, lucky, from_waiting_list=True)
    if lucky:
        forget()
        transaction.on_commit(forget)
    return lucky


def _next_ones(run: CourseRun, now) -> list[Enrollment]:
    """Who waits and can have a seat, with the reservation that the seat is of."""
    waiting = run.enrollments.waiting().select_related(
        "run", "employer__merged_into", "invitation__organization__merged_into"
    )
    waiting = list(waiting)
    facts = facts_of(run, now) if waiting else None
    lucky = []
    for enrollment in waiting:
        organizations = organizations_of(enrollment)
        if has_seat_for(facts, organizations):
            enrollment.reservation_id = reservation_for(facts, organizations)
            facts = facts.with_one_more(enrollment.reservation_id)
            lucky.append(enrollment)
    return lucky


@transaction.atomic
def move_waiting_lists(*, by: AbstractBaseUser | None = None) -> int:
    """Do so for every run that is not over and on which somebody waits or is offered a seat;
    returns how many got a seat or are offered one. Doing it twice changes nothing."""
    runs = CourseRun.objects.filter(
        status=RunStatus.PLANNED,
        enrollments__status__in=(EnrollmentStatus.WAITLISTED, EnrollmentStatus.OFFERED),
    )
    return sum(len(fill_free_seats(run, by=by)) for run in runs.distinct().order_by("pk"))
