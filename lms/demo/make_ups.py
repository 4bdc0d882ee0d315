"""Somebody in the demo who missed a half-day and made up for it in a later run of the course."""

from django.contrib.auth.models import AbstractBaseUser

from courses.actions.attendance import close_register, reopen_register
from courses.actions.make_ups import add_for_make_up
from courses.choices import RunStatus, SessionStatus
from courses.models import Attendance, Enrollment, Session


def write_make_up(*, by: AbstractBaseUser) -> None:
    """In the newest closed register of a course on whose earlier run somebody missed a half-day."""
    closed = Session.objects.exclude(closed_at=None).filter(run__status=RunStatus.PLANNED)
    for session in closed.select_related("run").order_by("-starts_at", "pk"):
        missed = _missed_before(session)
        if missed:
            reopen_register(session, "Somebody of another run was here too.", by=by)
            add_for_make_up(session, missed.enrollment, missed.session, by=by)
            close_register(session, by=by)
            return


def _missed_before(session: Session) -> Attendance | None:
    there = Enrollment.objects.filter(run=session.run_id)
    marks = Attendance.objects.filter(
        enrollment__in=Enrollment.objects.enrolled().exclude(person__in=there.values("person")),
        enrollment__run__course=session.run.course_id,
        enrollment__run__starts_on__lt=session.run.starts_on,
        credited_minutes=0,
        session__status=SessionStatus.HELD,
    )
    marks = marks.exclude(enrollment__person__in=session.run.run_trainers.values("person"))
    return (
        marks.select_related("enrollment", "session").order_by("-session__starts_at", "pk").first()
    )
