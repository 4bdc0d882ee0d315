"""A met completion, ready for its certificate, and what people came to in a year."""

from datetime import datetime, timedelta

from django.utils import timezone

from courses.models import Completion
from tests.factories import AttendanceFactory, EnrollmentFactory, SessionFactory

#: A year that is over.
YEAR = 2025


def met_completion(*, person=None, **run_values):
    """One morning session that a person attended, and the completion that follows."""
    session = SessionFactory(status="held", **{f"run__{k}": v for k, v in run_values.items()})
    values = {"person": person} if person else {}
    enrollment = EnrollmentFactory(run=session.run, **values)
    AttendanceFactory(session=session, enrollment=enrollment)
    return Completion.objects.create(
        enrollment=enrollment,
        is_met=True,
        met_on=timezone.localdate(),
        credited_minutes=180,
        planned_minutes=180,
    )


def came(person, *day, course=None, minutes=180, **values):
    """The person was in a session of a run of its own on the day."""
    starts = timezone.make_aware(datetime(YEAR, *day, 8))
    run = {"run__course": course} if course else {}
    session = SessionFactory(
        status="held", starts_at=starts, ends_at=starts + timedelta(hours=3), **run
    )
    enrollment = EnrollmentFactory(run=session.run, person=person)
    return AttendanceFactory(
        session=session, enrollment=enrollment, credited_minutes=minutes, **values
    )
