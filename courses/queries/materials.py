"""Materials for trainers: those of a session, and what a run was told at hand-overs."""

from django.db.models import Q, QuerySet

from courses.models import Course, CourseMaterial


def materials_of(course: Course, number: int | None = None) -> QuerySet[CourseMaterial]:
    """What trainers of the course need: all of it, or for the session of this number."""
    rows = CourseMaterial.objects.filter(course=course).select_related("document", "page")
    if number is None:
        return rows
    return rows.filter(Q(session_number=None) | Q(session_number=number))
