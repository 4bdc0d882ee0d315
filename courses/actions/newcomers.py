"""Bring people who are not known yet onto a run, in one go: the person, the job and the seat."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from courses.actions.attendance import add_walk_in
from courses.actions.enrollment import JobAtTheTime, enroll
from courses.actions.people import PersonDetails, register_person
from courses.models import CourseRun, Enrollment, Session


@transaction.atomic
def enroll_newcomer(
    run: CourseRun,
    details: PersonDetails,
    job: JobAtTheTime,
    *,
    by: AbstractBaseUser,
    despite: str = "",
) -> Enrollment:
    """Register a person and enrol her; both or neither. Raises Refused as `register_person` and
    `enroll`."""
    return enroll(run, register_person(details, by=by), job, by=by, despite=despite)


@transaction.atomic
def add_newcomer_at_the_door(
    session: Session, details: PersonDetails, job: JobAtTheTime, *, by: AbstractBaseUser
) -> Enrollment:
    """Register a person, enrol her and mark her here; all or nothing. Raises Refused as
    `register_person` and `add_walk_in`."""
    return add_walk_in(session, register_person(details, by=by), job, by=by)
