"""Designs of the demo's certificates, and statements of attendance and of a year."""

from certificates.actions.certificates import issue_statements
from certificates.actions.designs import ensure_shipped_designs, use_design
from certificates.actions.yearly import issue_yearly_statements
from certificates.models import Design
from courses.models import Completion, Course, CourseRun, Session

#: Courses whose certificates are not the usual ones, by the shipped design.
DESIGNS = {"trainer": ["TOT"], "osh-refresher": ["OSHC", "OSHI"]}
#: Courses of whose newest run everybody who was there gets a statement too.
STATEMENTS = ("DIGW", "OSHC")
#: How many of the contact group got their yearly statements before the others.
FIRST_OF_GROUP = 5


def choose_designs(*, by) -> None:
    """Before anything is issued."""
    ensure_shipped_designs()
    for origin, codes in DESIGNS.items():
        use_design(Design.objects.get(origin=origin), Course.objects.filter(code__in=codes), by=by)


def write_statements(*, by) -> None:
    """For one run of each course, the newest whose registers are all closed."""
    for code in STATEMENTS:
        runs = CourseRun.objects.filter(course__code=code).exclude(sessions__closed_at=None)
        run = runs.order_by("-ends_on").first()
        there = Completion.objects.filter(enrollment__run=run, credited_minutes__gt=0)
        list(issue_statements(there.values_list("pk", flat=True), by=by))


def write_yearly_statements(*, by) -> None:
    """Of the newest year in which the contact group met, for some of the group."""
    met = Session.objects.held().filter(run__roster__isnull=False).order_by("-starts_at").first()
    if met is None:
        return
    members = met.run.roster.members.order_by("pk").values_list("person", flat=True)
    list(issue_yearly_statements(members[:FIRST_OF_GROUP], met.day.year, by=by))
