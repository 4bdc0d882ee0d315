"""Bring people onto a run and off it: places, waiting list, requests, walk-ins."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import (
    EnrollmentSource,
    EnrollmentStatus,
    OrganizationKind,
    OrganizationStatus,
    RunStatus,
    Sector,
)
from courses.exceptions import Refused
from courses.models import CourseRun, Employment, Enrollment, Organization, Person, Province
from courses.rules.enrollment import RunFacts, placement, why_not_enroll

REFUSALS = {
    "run_cancelled": _("This run was cancelled. Choose another date."),
    "run_closed": _("This run is closed. Choose another date."),
    "run_over": _("This run is over. Choose another date."),
    "by_invitation": _("This run is by invitation. Ask the trainer or choose another date."),
}
GONE = (EnrollmentStatus.WITHDRAWN, EnrollmentStatus.DECLINED)


@dataclass(frozen=True)
class JobAtTheTime:
    """Role and workplace as they are on the day of enrolment."""

    role: str = ""
    employer: Organization | None = None
    employer_text: str = ""
    province: Province | None = None
    sector: str = ""


@transaction.atomic
def enroll(
    run: CourseRun,
    person: Person,
    job: JobAtTheTime | None = None,
    *,
    by: AbstractBaseUser | None,
    source: EnrollmentSource = EnrollmentSource.STAFF,
) -> Enrollment:
    """Give a person a seat, a place on the waiting list, or hand in a request, as the run says.

    Locks the run, so that seats are never oversold. Someone who withdrew comes back at the end of
    the list. Without `job` the newest employment is used. Raises Refused: `already_enrolled`,
    `is_trainer`, `run_cancelled`, `run_closed`, `run_over`, `by_invitation`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    facts, by_themselves = _facts(run), source == EnrollmentSource.SELF
    reason = why_not_enroll(facts, today=timezone.localdate(), by_themselves=by_themselves)
    if reason:
        raise Refused(REFUSALS[reason], code=reason)
    if run.run_trainers.filter(person=person).exists():
        raise Refused(
            _("This person trains on this run and cannot take part in it."), code="is_trainer"
        )
    status = (
        EnrollmentStatus.ENROLLED
        if source == EnrollmentSource.WALK_IN
        else placement(facts, by_themselves=by_themselves)
    )
    enrollment = _placed(run, person, job or newest_job(person), status, source)
    record(run, "enrolled", by=by, enrollment=enrollment.pk, status=str(enrollment.status))
    return enrollment


def _facts(run: CourseRun) -> RunFacts:
    return RunFacts(
        policy=run.enrollment_policy,
        capacity=run.capacity,
        taken=run.enrollments.enrolled().count(),
        is_cancelled=run.status == RunStatus.CANCELLED,
        is_closed=run.status == RunStatus.CLOSED,
        ends_on=run.ends_on,
    )


def newest_job(person: Person) -> JobAtTheTime:
    """The employment entered last that has not ended; empty where none is known. An employer that
    became part of another one counts as that one; one that has closed is nobody's any more."""
    job = (
        Employment.objects.filter(person=person, ends_on__isnull=True)
        .select_related("organization__province", "organization__merged_into__province")
        .last()
    )
    if job is None:
        return JobAtTheTime()
    employer = job.organization and job.organization.standing
    if employer and employer.status == OrganizationStatus.CLOSED:
        employer = None
    return JobAtTheTime(role=job.role, employer=employer)


def _placed(
    run: CourseRun, person: Person, job: JobAtTheTime, status: str, source: EnrollmentSource
) -> Enrollment:
    enrollment = Enrollment.objects.filter(run=run, person=person).first()
    if enrollment is None:
        enrollment = Enrollment(run=run, person=person)
    elif enrollment.status not in GONE and not (
        source == EnrollmentSource.WALK_IN and enrollment.status != EnrollmentStatus.ENROLLED
    ):
        raise Refused(already(enrollment), code="already_enrolled")
    enrollment.status, enrollment.status_since = status, timezone.now()
    enrollment.status_reason, enrollment.source = "", source
    for name, value in _snapshot(job, run.starts_on).items():
        setattr(enrollment, name, value)
    try:
        with transaction.atomic():
            enrollment.save()
    except IntegrityError as error:
        raise Refused(_("This person is on this run already."), code="already_enrolled") from error
    return enrollment


def already(enrollment: Enrollment):
    """The sentence for somebody who is on the run in some way."""
    return {
        EnrollmentStatus.ENROLLED: _("This person has a seat on this run already."),
        EnrollmentStatus.WAITLISTED: _("This person is on the waiting list of this run already."),
        EnrollmentStatus.REQUESTED: _("This person has asked for a seat already."),
    }[enrollment.status]


def _snapshot(job: JobAtTheTime, on: date | None) -> dict:
    """The job as a run that begins on that day remembers it."""
    employer = job.employer and job.employer.standing_on(on)
    sector = job.sector or (employer.sector if employer else "")
    if employer and employer.kind != OrganizationKind.FACTORY:
        sector = sector or Sector.NOT_A_FACTORY
    return {
        "role": job.role,
        "employer": employer,
        "employer_text": job.employer_text,
        "sector": sector,
        "province": job.province or (employer.province if employer else None),
    }


@transaction.atomic
def decide_request(enrollment: Enrollment, accepted: bool, *, by: AbstractBaseUser) -> Enrollment:
    """Answer a request: a seat (or the waiting list when full), or declined. Doing it twice is
    refused with `already_decided`."""
    run = CourseRun.objects.select_for_update().get(pk=enrollment.run_id)
    enrollment = Enrollment.objects.get(pk=enrollment.pk)
    if enrollment.status != EnrollmentStatus.REQUESTED:
        raise Refused(_("This request was answered already."), code="already_decided")
    status = placement(_facts(run), by_themselves=False) if accepted else EnrollmentStatus.DECLINED
    _move(enrollment, status)
    record(run, "enrollment_decided", by=by, enrollment=enrollment.pk, status=str(status))
    return enrollment


@transaction.atomic
def withdraw(
    enrollment: Enrollment, reason: str = "", *, by: AbstractBaseUser | None
) -> Enrollment:
    """Take a person off a run; the free seat goes to the first on the waiting list.

    Raises Refused `has_attended` when marks show that the person came, `already_withdrawn`.
    """
    run = CourseRun.objects.select_for_update().get(pk=enrollment.run_id)
    enrollment = Enrollment.objects.get(pk=enrollment.pk)
    if enrollment.status in GONE:
        raise Refused(_("This person is off the run already."), code="already_withdrawn")
    if enrollment.attendances.attended().exists():
        raise Refused(
            _("This person came to a session already and stays in the record of the run."),
            code="has_attended",
        )
    _move(enrollment, EnrollmentStatus.WITHDRAWN, reason)
    record(run, "withdrawn", by=by, enrollment=enrollment.pk)
    fill_free_seats(run, by=by)
    return enrollment


@transaction.atomic
def fill_free_seats(run: CourseRun, *, by: AbstractBaseUser | None) -> list[Enrollment]:
    """Give free seats to the waiting list in its order; returns who got one."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    free = run.capacity - run.enrollments.enrolled().count()
    if run.status != RunStatus.PLANNED or free <= 0:
        return []
    lucky = list(run.enrollments.waiting()[:free])
    for enrollment in lucky:
        _move(enrollment, EnrollmentStatus.ENROLLED)
        record(run, "enrolled", by=by, enrollment=enrollment.pk, status="enrolled")
    return lucky


def _move(enrollment: Enrollment, status: str, reason: str = "") -> None:
    enrollment.status, enrollment.status_since = status, timezone.now()
    enrollment.status_reason = reason.strip()
    enrollment.save(update_fields=["status", "status_since", "status_reason"])
