"""Somebody else comes instead: the seat stays, and nobody becomes a no-show by it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import announce_places
from courses.actions.audit import record
from courses.actions.enrollment import already
from courses.actions.jobs import JobAtTheTime, newest_job, snapshot
from courses.actions.people import PersonDetails, register_person
from courses.actions.seats import GONE, STANDING, move, seat_since
from courses.choices import EnrollmentSource, EnrollmentStatus, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, Person

REFUSALS = {
    "run_closed": _("This run is closed. Its record stays as it is."),
    "no_seat": _("This person has no seat that somebody else could take."),
    "has_attended": _("This person came to a session already. Add whoever comes now as a walk-in."),
    "walk_in": _("This person came by the door. Withdraw this person and add the other."),
    "same_person": _("This is the person who has the seat."),
    "is_trainer": _("This person trains on this run and cannot take part in it."),
    "not_substituted": _("Nobody came instead of this person."),
    "is_marked": _("The register has marks for who came instead. Correct the marks first."),
    "seat_gone": _("The seat was given up or taken again meanwhile. Enrol this person anew."),
    "substituted_before": _(
        "Somebody came instead of this person before. Withdraw this person and enrol the other."
    ),
}


@transaction.atomic
def substitute(
    nominee: Enrollment,
    person: Person,
    job: JobAtTheTime | None = None,
    *,
    by: AbstractBaseUser,
) -> Enrollment:
    """Give the nominee's seat to somebody else, with all that hangs on it: the kept seat, and since
    when it was hers. Whoever waits on the list of this run may come instead of another too. A full
    run never blocks it. Doing it twice with the same person changes nothing.

    Locks the run. Raises Refused: `run_closed`, `no_seat`, `has_attended`, `walk_in`,
    `same_person`, `is_trainer`, `already_enrolled`, `substituted_before`.
    """
    run = CourseRun.objects.select_for_update().get(pk=nominee.run_id)
    nominee = Enrollment.objects.get(pk=nominee.pk)
    place = Enrollment.objects.filter(run=run, person=person).first()
    if place and place.substitutes_id == nominee.pk and place.status == EnrollmentStatus.ENROLLED:
        return place
    _refuse_impossible(run, nominee, person, place)
    place = place or Enrollment(run=run, person=person)
    _take_over(place, nominee, job or newest_job(person))
    place.save()
    move(nominee, EnrollmentStatus.SUBSTITUTED)
    record(run, "substituted", by=by, enrollment=nominee.pk, by_enrollment=place.pk)
    announce_places(run, [nominee, place])
    return place


@transaction.atomic
def substitute_newcomer(
    nominee: Enrollment, details: PersonDetails, job: JobAtTheTime, *, by: AbstractBaseUser
) -> Enrollment:
    """Somebody who is not on record comes instead. Raises Refused as `substitute`."""
    CourseRun.objects.select_for_update().get(pk=nominee.run_id)
    return substitute(nominee, register_person(details, by=by), job, by=by)


def _refuse_impossible(
    run: CourseRun, nominee: Enrollment, person: Person, place: Enrollment | None
) -> None:
    if run.status != RunStatus.PLANNED:
        raise _no("run_closed")
    if nominee.status != EnrollmentStatus.ENROLLED:
        raise _no("no_seat")
    if nominee.attendances.attended().exists():
        raise _no("has_attended")
    if nominee.source == EnrollmentSource.WALK_IN:
        raise _no("walk_in")
    if person.pk == nominee.person_id:
        raise _no("same_person")
    if run.run_trainers.filter(person=person).exists():
        raise _no("is_trainer")
    if Enrollment.objects.filter(substitutes=nominee).exists():
        raise _no("substituted_before")
    if place and place.status not in (*GONE, EnrollmentStatus.WAITLISTED):
        raise Refused(already(place), code="already_enrolled")
    if place and place.attendances.attended().exists():
        raise _no("has_attended")


def _take_over(place: Enrollment, nominee: Enrollment, job: JobAtTheTime) -> None:
    """Who waited keeps her source and her day, so that an undo puts her back where she was."""
    own = seat_since(place, timezone.now())
    if place.status != EnrollmentStatus.WAITLISTED:
        place.source, place.status_since = EnrollmentSource.SUBSTITUTE, timezone.now()
        for name, value in snapshot(job, place.run.starts_on).items():
            setattr(place, name, value)
    place.status, place.status_cause, place.status_reason = EnrollmentStatus.ENROLLED, "", ""
    place.substitutes, place.confirmed_at = nominee, min(own, nominee.confirmed_at or own)
    place.reservation_id = nominee.reservation_id


@transaction.atomic
def undo_substitution(nominee: Enrollment, *, by: AbstractBaseUser) -> Enrollment:
    """Put the nominee back on her seat, and who came instead where she was: on the waiting list, or
    off the run. Only while nothing is marked for who came instead.

    Locks the run. Raises Refused: `not_substituted`, `is_marked`, `seat_gone`, `run_closed`.
    """
    run = CourseRun.objects.select_for_update().get(pk=nominee.run_id)
    nominee = Enrollment.objects.get(pk=nominee.pk)
    place = Enrollment.objects.filter(substitutes=nominee).first()
    if run.status != RunStatus.PLANNED:
        raise _no("run_closed")
    if place is None:
        raise _no("not_substituted")
    if (nominee.status, place.status) != (EnrollmentStatus.SUBSTITUTED, EnrollmentStatus.ENROLLED):
        raise _no("seat_gone")
    if place.attendances.exists():
        raise _no("is_marked")
    nominee.status, nominee.reservation_id = EnrollmentStatus.ENROLLED, place.reservation_id
    nominee.save(update_fields=STANDING)
    _step_back(place, nominee)
    record(run, "substitution_undone", by=by, enrollment=nominee.pk, by_enrollment=place.pk)
    announce_places(run, [nominee, place])
    return nominee


def _step_back(place: Enrollment, nominee: Enrollment) -> None:
    """A moment that is not the nominee's was her own, from a seat that she gave up before."""
    waited = place.source != EnrollmentSource.SUBSTITUTE
    place.substitutes = place.reservation = None
    if place.confirmed_at == nominee.confirmed_at:
        place.confirmed_at = None
    if waited:
        place.status = EnrollmentStatus.WAITLISTED
        place.save(update_fields=[*STANDING, "substitutes"])
        return
    move(place, EnrollmentStatus.WITHDRAWN)
    place.save(update_fields=["substitutes"])


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)
