"""What in the records waits for somebody to mend it, by kind."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from courses.choices import EnrollmentSource, RunStatus, Sex
from courses.models import (
    Attendance,
    CourseRun,
    DuplicateCandidate,
    Employment,
    Enrollment,
    Session,
)


def people_without_sex() -> QuerySet[Enrollment]:
    """Enrolments of people of whom it is not stated."""
    return Enrollment.objects.standing().filter(person__sex=Sex.NOT_STATED)


def people_without_organization() -> QuerySet[Enrollment]:
    """Enrolments without an organization, of people without a job on record."""
    jobs = Employment.objects.filter(person=OuterRef("person"))
    return Enrollment.objects.standing().filter(~Exists(jobs), employer=None)


def unmatched_walk_ins() -> QuerySet[Enrollment]:
    """Enrolments of walk-ins who were not compared with everybody yet, or who may be somebody that
    was known before."""
    pairs = DuplicateCandidate.objects.undecided()
    alike = Exists(pairs.filter(first=OuterRef("person"))) | Exists(
        pairs.filter(second=OuterRef("person"))
    )
    walk_ins = Enrollment.objects.standing().filter(source=EnrollmentSource.WALK_IN)
    return walk_ins.filter(Q(person__compared_at=None) | alike)


def registers_not_opened(moment: datetime) -> QuerySet[Session]:
    """Sessions that are over and in whose register nobody is marked."""
    return _registers_not_closed(moment).filter(~Exists(_marks()))


def registers_not_closed(moment: datetime) -> QuerySet[Session]:
    """Sessions that are over and whose register has marks and was not closed."""
    return _registers_not_closed(moment).filter(Exists(_marks()))


def runs_not_closed(today: date) -> QuerySet[CourseRun]:
    """Runs that are over and neither closed nor cancelled."""
    return CourseRun.objects.filter(status=RunStatus.PLANNED, ends_on__lt=today)


def pairs_of_owners() -> QuerySet[Enrollment]:
    """Enrolments of people in a pair that waits for an answer."""
    pairs = DuplicateCandidate.objects.undecided()
    first, second = (pairs.order_by().values(side) for side in ("first", "second"))
    return Enrollment.objects.standing().filter(Q(person__in=first) | Q(person__in=second))


def _registers_not_closed(moment: datetime) -> QuerySet[Session]:
    return Session.objects.taking_place().filter(ends_at__lt=moment, closed_at=None)


def _marks() -> QuerySet[Attendance]:
    return Attendance.objects.filter(session=OuterRef("pk"))
