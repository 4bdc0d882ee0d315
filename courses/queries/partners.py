"""Who delivers a run together with its host."""

from courses.models import CourseRun, Organization


def partners_of(run: CourseRun) -> list[Organization]:
    """The partners of a run in the order in which their logos are printed. One query."""
    rows = run.partners.select_related("organization").order_by("position", "pk")
    return [each.organization for each in rows]
