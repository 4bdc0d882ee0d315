"""Who delivers a run together, and the logos that are printed for it."""

from typing import Any

from courses.models import CourseRun, Organization


def partners_of(run: CourseRun) -> list[Organization]:
    """The partners of a run in their order. One query."""
    rows = run.partners.select_related("organization__logo").order_by("position", "pk")
    return [each.organization for each in rows]


def logos_of(run: CourseRun) -> list[tuple[str, Any]]:
    """Name and picture of the host and the partners that have a logo, the host first, each once.
    At most three queries."""
    delivering = dict.fromkeys([run.host, *partners_of(run)])
    return [(each.name, each.logo) for each in delivering if each.logo_id]
