"""Who delivers a run together with its host."""

from django.db.models import QuerySet

from courses.models import CourseRun, Organization, RunTrainer


def partners_of(run: CourseRun) -> list[Organization]:
    """The partners of a run in the order in which their logos are printed. One query."""
    rows = run.partners.select_related("organization").order_by("position", "pk")
    return [each.organization for each in rows]


def trainers_on(run: CourseRun) -> QuerySet[RunTrainer]:
    """The trainers of a run, whoever leads it first, with the organizations they train for."""
    return run.run_trainers.select_related("person", "organization")
