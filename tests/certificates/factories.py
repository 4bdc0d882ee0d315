"""A met completion, ready for its certificate."""

from django.utils import timezone

from courses.models import Completion
from tests.factories import AttendanceFactory, EnrollmentFactory, SessionFactory


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
