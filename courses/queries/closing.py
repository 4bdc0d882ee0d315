"""What is still to be done on a run before it can be closed."""

from courses.choices import EnrollmentStatus, SessionStatus
from courses.models import CourseRun, Nomination, Session
from courses.queries.quality import unmatched_walk_ins
from courses.queries.runs import enrollments, number_of
from courses.rules.closing import ToClose


def to_close(run: CourseRun) -> ToClose:
    """The facts about a run as they stand now. One query."""
    held = Session.objects.held()
    planned = Session.objects.filter(status=SessionStatus.PLANNED)
    counts = {
        "held": number_of(held, "run"),
        "planned": number_of(planned, "run"),
        "unlocked": number_of(held.named().filter(closed_at=None), "run"),
        "walk_ins": number_of(unmatched_walk_ins(), "run"),
        "requests": number_of(enrollments(EnrollmentStatus.REQUESTED), "run"),
        "names": number_of(Nomination.objects.listed(), "invitation__run"),
    }
    return ToClose(**CourseRun.objects.filter(pk=run.pk).values(**counts).get())
