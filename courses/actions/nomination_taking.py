"""A trainer takes the people whom an organization named onto the run, or does not."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from courses.actions.audit import record_invitation
from courses.actions.enrollment import GONE, JobAtTheTime, decide_request, enroll_people
from courses.actions.people import PersonDetails, register_people
from courses.choices import EnrollmentSource, EnrollmentStatus
from courses.exceptions import Refused
from courses.models import (
    CourseRun,
    Enrollment,
    Invitation,
    Nomination,
    NominationState,
    Person,
)
from courses.queries.nominations import PlannedNomination, plan_of

WRITTEN = ["state", "enrollment", "is_shared", "had_to_wait", "reason"]


@transaction.atomic
def take_nominations(
    invitation: Invitation, chosen: Collection[Nomination], *, by: AbstractBaseUser
) -> list[Nomination]:
    """Give each of the chosen who still waits a seat or a place on the waiting list, as the run
    says. People on record are found as in a participant list. Who is on the run by another way
    keeps that place, and nobody else's record of it changes; who trains on the run is not taken.

    Locks the run, then the invitation, then the names. Doing it twice takes nobody twice. Raises
    Refused as `enroll_people`.
    """
    run = CourseRun.objects.select_for_update().get(pk=invitation.run_id)
    rows = Invitation.objects.select_for_update(of=("self",))
    invitation = rows.select_related("run", "organization").get(pk=invitation.pk)
    waiting = invitation.nominations.select_for_update(of=("self",)).listed()
    plan = plan_of(invitation, waiting.filter(pk__in=[each.pk for each in chosen]))
    if not plan:
        return []
    people = _people(plan, by)
    _forget_gone_places(run, people)
    answers = enroll_people(
        run,
        list(zip(people, map(_job, plan), strict=True)),
        by=by,
        source=EnrollmentSource.NOMINATION,
        invitation=invitation,
    )
    taken = [
        _settled(run, planned.nomination, person, answer, by)
        for planned, person, answer in zip(plan, people, answers, strict=True)
    ]
    Nomination.objects.bulk_update(taken, WRITTEN)
    record_invitation(invitation, "nominations_taken", by=by, people=len(taken))
    return taken


@transaction.atomic
def refuse_nominations(
    invitation: Invitation,
    chosen: Collection[Nomination],
    reason: str = "",
    *,
    by: AbstractBaseUser,
) -> int:
    """Tell the organization that the chosen who still wait are not taken, and why; returns how
    many."""
    rows = invitation.nominations.listed().filter(pk__in=[each.pk for each in chosen])
    number = rows.update(state=NominationState.REFUSED, reason=reason.strip()[:200])
    if number:
        record_invitation(invitation, "nominations_refused", by=by, people=number)
    return number


def _people(plan: list[PlannedNomination], by: AbstractBaseUser) -> list[Person]:
    new = [_details(planned) for planned in plan if planned.person_id is None]
    registered = iter(register_people(new, by=by))
    known = Person.objects.in_bulk([each.person_id for each in plan if each.person_id])
    return [
        next(registered) if planned.person_id is None else known[planned.person_id]
        for planned in plan
    ]


def _forget_gone_places(run: CourseRun, people: list[Person]) -> None:
    """Who comes back does so for this organization alone: others named her for a place that was
    given up."""
    gone = Nomination.objects.filter(
        state=NominationState.TAKEN,
        enrollment__run=run,
        enrollment__person__in=people,
        enrollment__status__in=GONE,
    )
    gone.update(state=NominationState.REFUSED, enrollment=None)


def _settled(
    run: CourseRun,
    nomination: Nomination,
    person: Person,
    answer: Enrollment | Refused,
    by: AbstractBaseUser,
) -> Nomination:
    nomination.state, nomination.is_shared = NominationState.TAKEN, False
    if isinstance(answer, Enrollment):
        nomination.enrollment = answer
        return nomination
    if answer.code != "already_enrolled":
        nomination.state = NominationState.REFUSED
        return nomination
    nomination.had_to_wait = run.enrollments.enrolled().count() >= run.capacity
    place = run.enrollments.get(person=person)
    if place.status == EnrollmentStatus.REQUESTED:
        place = decide_request(place, True, by=by)
    nomination.enrollment, nomination.is_shared = place, True
    return nomination


def _job(planned: PlannedNomination) -> JobAtTheTime:
    row, employer = planned.nomination, planned.employer
    return JobAtTheTime(
        role=row.role, employer=employer, employer_text="" if employer else row.employer_text
    )


def _details(planned: PlannedNomination) -> PersonDetails:
    row = planned.nomination
    return PersonDetails(
        name_km=row.name_km,
        family_name_latin=row.family_name_latin,
        given_name_latin=row.given_name_latin,
        sex=row.sex,
        birth_year=row.birth_year,
        phone=row.phone,
        employer=planned.employer,
        role=row.role,
        employee_number=row.employee_number,
    )
