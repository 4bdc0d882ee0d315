"""Bring people onto a run and off it: places, waiting list, requests, walk-ins."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import announce_places
from courses.actions.audit import record, record_each
from courses.actions.jobs import JobAtTheTime, newest_job, snapshot
from courses.actions.objections import (
    PRIVATE,
    objections_of,
    refused_to_herself,
    refused_to_staff,
)
from courses.actions.seats import GONE, STANDING, fill_free_seats, move, stand
from courses.adapters.memory import forget
from courses.choices import (
    BY_THEMSELVES,
    EnrollmentSource,
    EnrollmentStatus,
)
from courses.exceptions import Refused
from courses.models import (
    CourseRun,
    Enrollment,
    Invitation,
    Person,
)
from courses.queries.eligibility import is_proof_needed
from courses.queries.seats import facts_of, organizations_of
from courses.rules.enrollment import RunFacts, placement, reservation_for, why_not_enroll

TRAINS = _("This person trains on this run and cannot take part in it.")
TRAINS_HERSELF = _("You train on this run, so you cannot take part in it.")
REFUSALS = {
    "run_cancelled": _("This run was cancelled. Choose another date."),
    "run_closed": _("This run is closed. Choose another date."),
    "run_over": _("This run is over. Choose another date."),
    "by_invitation": _("This run is by invitation. Ask the trainer or choose another date."),
    "by_nomination": _(
        "Organizations name the people for this run. Ask your factory or your union to name you, or"
        " choose another date."
    ),
}
BATCH = 500
#: Ways in which somebody comes whom nobody has chosen by name for this very run.
JUDGED = (*BY_THEMSELVES, EnrollmentSource.STAFF)
BEFORE_A_SEAT = (
    *(EnrollmentStatus.REQUESTED, EnrollmentStatus.WAITLISTED, EnrollmentStatus.OFFERED),
)
NEXT_ONES = (EnrollmentStatus.WAITLISTED, EnrollmentStatus.OFFERED)


@transaction.atomic
def enroll(
    run: CourseRun,
    person: Person,
    job: JobAtTheTime | None = None,
    *,
    by: AbstractBaseUser | None,
    source: EnrollmentSource = EnrollmentSource.STAFF,
    despite: str = "",
) -> Enrollment:
    """Give a person a seat, a place on the waiting list, or hand in a request, as the run says. A
    seat that is kept for her organization is hers first.

    Locks the run, so that seats are never oversold. Someone who withdrew comes back at the end of
    the list. Without `job` the newest employment is used. Raises Refused: `already_enrolled`,
    `is_trainer`, `run_cancelled`, `run_closed`, `run_over`, `by_invitation`, `by_nomination`; and
    `wrong_role`, `host_only`, `not_completed`, `clash`, which a trainer may overrule: `despite` is
    the reason, kept in the history.
    """
    (enrollment,) = enroll_people(run, [(person, job)], by=by, source=source)
    if isinstance(enrollment, Refused):
        raise enrollment
    if source in JUDGED:
        _judge(enrollment, despite, by_themselves=source in BY_THEMSELVES, by=by)
    return enrollment


def _judge(
    enrollment: Enrollment, despite: str, *, by_themselves: bool, by: AbstractBaseUser | None
) -> None:
    """Say no where something speaks against the person and no reason is given. A form without an
    account is asked nothing that would tell of another's training."""
    found = objections_of(enrollment)
    if by_themselves:
        no = refused_to_herself([each for each in found if by or each.code not in PRIVATE])
    else:
        no = refused_to_staff(found, by=by)
    if no is None:
        return
    if by_themselves or not despite.strip():
        raise no
    about = {"enrollment": enrollment.pk, "reason": despite.strip()}
    codes = [each.code for each in found]
    record(enrollment.run, "enrolled_despite", by=by, objections=codes, **about)


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
    `by_invitation`, `by_nomination`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if source != EnrollmentSource.WALK_IN and _is_somebody_next(run):
        fill_free_seats(run, by=by)
    facts, by_themselves = facts_of(run, timezone.now()), source in BY_THEMSELVES
    reason = why_not_enroll(facts, today=facts.today, by_themselves=by_themselves)
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
            enrollment = known.get(person.pk) or Enrollment(run=run, person=person)
            enrollment.invitation = invitation
            earlier_source = enrollment.source
            _take_snapshot(enrollment, job or newest_job(person), source)
            facts = _give_place(enrollment, facts, source=source, by=by)
            if _had_it_before(enrollment):
                enrollment.source = earlier_source
            known[person.pk] = answer = enrollment
        answers.append(answer)
    placed = [answer for answer in answers if isinstance(answer, Enrollment)]
    _save(placed)
    told = ((run, {"enrollment": each.pk, "status": str(each.status)}) for each in placed)
    record_each(told, "enrolled", by=by)
    announce_places(run, placed)
    return answers


def _is_somebody_next(run: CourseRun) -> bool:
    """Whether anybody waits for a seat or is offered one."""
    return run.enrollments.filter(status__in=NEXT_ONES).exists()


def _had_it_before(enrollment: Enrollment) -> bool:
    """Whether somebody only comes back to a seat that she had when the run began."""
    is_enrolled = enrollment.status == EnrollmentStatus.ENROLLED
    return is_enrolled and enrollment.confirmed_at < enrollment.status_since


def _give_place(
    enrollment: Enrollment, facts: RunFacts, *, source: str, by: AbstractBaseUser | None
) -> RunFacts:
    """A seat, kept or free, a place on the waiting list or a request. Returns the facts after
    that."""
    organizations = organizations_of(enrollment)
    by_themselves = source in BY_THEMSELVES
    status = placement(facts, by_themselves=by_themselves, organizations=organizations)
    if source == EnrollmentSource.WALK_IN:
        status = EnrollmentStatus.ENROLLED
    elif by_themselves and not by and is_proof_needed(enrollment.run):
        status = EnrollmentStatus.REQUESTED
    stand(enrollment, status)
    enrollment.reservation_id = None
    if status != EnrollmentStatus.ENROLLED:
        return facts
    enrollment.reservation_id = reservation_for(facts, organizations)
    return facts.with_one_more(enrollment.reservation_id)


def _why_not(
    person: Person, enrollment: Enrollment | None, trainers: set[int], source: EnrollmentSource
) -> Refused | None:
    if person.pk in trainers:
        said = TRAINS_HERSELF if source in BY_THEMSELVES else TRAINS
        return Refused(said, code="is_trainer")
    if enrollment is None or enrollment.status in GONE:
        return None
    if source == EnrollmentSource.WALK_IN and enrollment.status in BEFORE_A_SEAT:
        return None
    return Refused(already(enrollment), code="already_enrolled")


def _take_snapshot(enrollment: Enrollment, job: JobAtTheTime, source: str) -> None:
    enrollment.source = source
    for name, value in snapshot(job, enrollment.run.starts_on).items():
        setattr(enrollment, name, value)


def would_be(run: CourseRun, person: Person) -> Enrollment:
    """The place as it would be remembered, to look at what speaks against it. Nothing is saved."""
    place = Enrollment(run=run, person=person)
    _take_snapshot(place, newest_job(person), EnrollmentSource.STAFF)
    return place


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
        EnrollmentStatus.OFFERED: _(
            "This person is offered a seat on this run. Accept it for her or him on the run page."
        ),
        EnrollmentStatus.GUEST: _(
            "This person came to this run for a make-up and belongs to another run of the course."
        ),
    }[enrollment.status]


@transaction.atomic
def decide_request(enrollment: Enrollment, accepted: bool, *, by: AbstractBaseUser) -> Enrollment:
    """Answer a request: a seat (or the waiting list when full), or declined. Doing it twice is
    refused with `already_decided`."""
    run = CourseRun.objects.select_for_update().get(pk=enrollment.run_id)
    enrollment = Enrollment.objects.get(pk=enrollment.pk)
    if enrollment.status != EnrollmentStatus.REQUESTED:
        raise Refused(_("This request was answered already."), code="already_decided")
    if accepted:
        fill_free_seats(run, by=by)
        facts = facts_of(run, timezone.now())
        _give_place(enrollment, facts, source=EnrollmentSource.STAFF, by=by)
    else:
        stand(enrollment, EnrollmentStatus.DECLINED)
    enrollment.save(update_fields=STANDING)
    status = str(enrollment.status)
    record(run, "enrollment_decided", by=by, enrollment=enrollment.pk, status=status)
    announce_places(run, [enrollment])
    return enrollment


@transaction.atomic
def withdraw(
    enrollment: Enrollment, reason: str = "", *, by: AbstractBaseUser | None, cause: str = ""
) -> Enrollment:
    """Take a person off a run; the free seat goes to the first on the waiting list, or is offered.

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
    move(enrollment, EnrollmentStatus.WITHDRAWN, reason, cause)
    record(run, "withdrawn", by=by, enrollment=enrollment.pk, cause=str(cause))
    announce_places(run, [enrollment])
    fill_free_seats(run, by=by)
    return enrollment
