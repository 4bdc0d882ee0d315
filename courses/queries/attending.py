"""Who had a seat on a run when it began, who came, and for which organizations of a roster."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from courses.choices import EnrollmentSource, EnrollmentStatus
from courses.models import Attendance, CourseRun
from courses.queries.seats import begins_at
from courses.rules.no_shows import Figures, Place, figures


@dataclass(frozen=True)
class RosterCount:
    """People of a roster who came, and their organizations, each counted once."""

    people: int
    organizations: int
    all_organizations: int


def figures_of(run: CourseRun, now: datetime) -> Figures | None:
    """Indicators R12 and R13 of the run; None before it has begun. Two queries."""
    begins = begins_at(run)
    return None if begins is None or begins > now else figures_since(run, begins)


def figures_since(run: CourseRun, begins: datetime) -> Figures:
    """The same of a run that began at that moment. One query."""
    came = Exists(Attendance.objects.attended().filter(enrollment=OuterRef("pk")))
    elsewhere = (EnrollmentStatus.MERGED, EnrollmentStatus.GUEST)
    rows = run.enrollments.exclude(status__in=elsewhere).annotate(came=came)
    columns = ("status", "confirmed_at", "status_since", "came", "source")
    return figures(
        (
            Place(status, confirmed_at, since, came, source == EnrollmentSource.WALK_IN)
            for status, confirmed_at, since, came, source in rows.values_list(*columns)
        ),
        begins,
    )


def roster_count(run: CourseRun) -> RosterCount | None:
    """How many of the run's roster came, for how many organizations; None without a roster. One
    query."""
    if run.roster_id is None:
        return None
    marks = Attendance.objects.attended().filter(session__run=run)
    came = set(marks.values_list("enrollment__person", flat=True))
    members = run.roster.members.values_list("person", "organization")
    here = [(person, organization) for person, organization in members if person in came]
    return RosterCount(
        people=len(here),
        organizations=len({organization for _person, organization in here if organization}),
        all_organizations=len({each for _person, each in members if each}),
    )
