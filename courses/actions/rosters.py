"""Bring a standing roster onto a run."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.enrollment import enroll_people
from courses.actions.jobs import JobAtTheTime, newest_job
from courses.choices import EnrollmentSource
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, RosterMember


@transaction.atomic
def enroll_roster(run: CourseRun, *, by: AbstractBaseUser) -> list[Enrollment]:
    """Enrol everybody who belongs to the run's roster on its first day, for the organization that
    they come for; alternates stay at home. Returns who is new: doing it twice adds nobody, and who
    withdrew meanwhile or was substituted is not brought back.

    Locks the run. Raises Refused `no_roster`, and as `enroll_people`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.roster_id is None:
        raise Refused(_("This run has no standing roster. Choose one first."), code="no_roster")
    known = run.enrollments.values("person")
    members = run.roster.members.on(run.starts_on or timezone.localdate())
    members = members.filter(is_alternate=False, person__erased_at=None).exclude(person__in=known)
    members = members.select_related("person", "organization__province")
    people = [(each.person, _job(each)) for each in members.order_by("pk")]
    if not people:
        return []
    answers = enroll_people(run, people, by=by, source=EnrollmentSource.ROSTER)
    placed = [answer for answer in answers if isinstance(answer, Enrollment)]
    record(run, "roster_enrolled", by=by, roster=run.roster_id, people=len(placed))
    return placed


def _job(member: RosterMember) -> JobAtTheTime:
    """The role on record, and the organization that the member comes for."""
    job = newest_job(member.person)
    return JobAtTheTime(role=job.role, employer=member.organization or job.employer)
