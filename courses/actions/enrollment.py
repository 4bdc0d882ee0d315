"""Bring people onto a run and off it: places, waiting list, requests, walk-ins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import announce_places
from courses.actions.audit import record, record_each
from courses.adapters.memory import forget
from courses.choices import (
    BY_THEMSELVES,
    EnrollmentSource,
    EnrollmentStatus,
    OrganizationKind,
    OrganizationStatus,
    RunStatus,
    Sector,
)
from courses.exceptions import Refused
from courses.models import (
    CourseRun,
    Employment,
    Enrollment,
    Invitation,
    Organization,
    Person,
    Province,
)
from courses.rules.enrollment import RunFacts, placement, why_not_enroll

REFUSALS = {
    "run_cancelled": _("This run was cancelled. Choose another date."),
    "run_closed": _("This run is closed. Choose another date."),
    "run_over": _("This run is over. Choose another date."),
    "by_invitation": _("This run is by invitation. Ask the trainer or choose another date."),
}
GONE = (EnrollmentStatus.WITHDRAWN, EnrollmentStatus.DECLINED)
BATCH = 500
STANDING = ("status", "status_since", "status_reason", "offer_ends_at", "confirmed_at")


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
    (enrollment,) = enroll_people(run, [(person, job)], by=by, source=source)
    if isinstance(enrollment, Refused):
        raise enrollment
    return enrollment


@transaction.atomic
def enroll_people(
    run: CourseRun,
    people: Sequence[tuple[Person, JobAtTheTime | None]],
    *,
    by: AbstractBaseUser | None,
    source: EnrollmentSource = EnrollmentSource.STAFF,
    invitation: Invitation | None = None,
) -> list[Enrollment | Refused]:
    """Enrol each of several people as `enroll` does, in their order, in few queries where their
    jobs are given; in the place of somebody who cannot be enrolled stands the Refused. The places
    remember the `invitation` by which they came.

    Raises Refused when the run takes nobody: `run_cancelled`, `run_closed`, `run_over`,
    `by_invitation`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    facts, by_themselves = _facts(run), source in BY_THEMSELVES
    reason = why_not_enroll(facts, today=timezone.localdate(), by_themselves=by_themselves)
    if reason:
        raise Refused(REFUSALS[reason], code=reason)
    ids = {person.pk for person, _job in people}
    trainers = set(
        run.run_trainers.filter(person__in=ids).order_by().values_list("person_id", flat=True)
    )
    known = {place.person_id: place for place in run.enrollments.filter(person__in=ids)}
    answers: list[Enrollment | Refused] = []
    for person, job in people:
        answer = _why_not(person, known.get(person.pk), trainers, source)
        if answer is None:
            is_walk_in = source == EnrollmentSource.WALK_IN
            place = placement(facts, by_themselves=by_themselves)
            status = EnrollmentStatus.ENROLLED if is_walk_in else place
            enrollment = known.get(person.pk) or Enrollment(run=run, person=person)
            known[person.pk] = answer = _placed(
                enrollment, job or newest_job(person), status, source
            )
            answer.invitation = invitation
            facts = replace(facts, taken=facts.taken + (status == EnrollmentStatus.ENROLLED))
        answers.append(answer)
    placed = [answer for answer in answers if isinstance(answer, Enrollment)]
    _save(placed)
    told = ((run, {"enrollment": each.pk, "status": str(each.status)}) for each in placed)
    record_each(told, "enrolled", by=by)
    announce_places(run, placed)
    return answers


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


def _why_not(
    person: Person, enrollment: Enrollment | None, trainers: set[int], source: EnrollmentSource
) -> Refused | None:
    if person.pk in trainers:
        return Refused(
            _("This person trains on this run and cannot take part in it."), code="is_trainer"
        )
    if enrollment is None or enrollment.status in GONE:
        return None
    if source == EnrollmentSource.WALK_IN and enrollment.status != EnrollmentStatus.ENROLLED:
        return None
    return Refused(already(enrollment), code="already_enrolled")


def _placed(
    enrollment: Enrollment, job: JobAtTheTime, status: str, source: EnrollmentSource
) -> Enrollment:
    _stand(enrollment, status)
    enrollment.source = source
    for name, value in _snapshot(job, enrollment.run.starts_on).items():
        setattr(enrollment, name, value)
    return enrollment


def _save(enrollments: list[Enrollment]) -> None:
    new = [enrollment for enrollment in enrollments if enrollment._state.adding]
    try:
        with transaction.atomic():
            for enrollment in enrollments:
                if not enrollment._state.adding:
                    enrollment.save()
            Enrollment.objects.bulk_create(new, batch_size=BATCH)
    except IntegrityError as error:
        raise Refused(_("This person is on this run already."), code="already_enrolled") from error
    forget()
    transaction.on_commit(forget)


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
    announce_places(run, [enrollment])
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
    announce_places(run, [enrollment])
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
    announce_places(run, lucky, from_waiting_list=True)
    return lucky


def _stand(enrollment: Enrollment, status: str, reason: str = "") -> None:
    """What a place is from now on; when it became a seat is remembered."""
    enrollment.status, enrollment.status_since = status, timezone.now()
    enrollment.status_reason, enrollment.offer_ends_at = reason.strip(), None
    if status == EnrollmentStatus.ENROLLED:
        enrollment.confirmed_at = enrollment.status_since


def _move(enrollment: Enrollment, status: str, reason: str = "") -> None:
    _stand(enrollment, status, reason)
    enrollment.save(update_fields=STANDING)
