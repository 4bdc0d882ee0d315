"""Certificates that want a refresher: they expire soon or are expired, and nothing renewed them."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from certificates.choices import ACHIEVEMENTS
from certificates.models import Certificate
from certificates.rules.verdict import months_later
from courses.choices import EnrollmentStatus
from courses.models import CourseRun, Enrollment
from courses.queries.runs import coming_up

#: How many months ahead the list looks at most.
FARTHEST = 12
ON_THE_WAY = (
    EnrollmentStatus.ENROLLED,
    EnrollmentStatus.OFFERED,
    EnrollmentStatus.WAITLISTED,
    EnrollmentStatus.REQUESTED,
)


def due(
    certificates: QuerySet[Certificate], today: date, months: int = FARTHEST
) -> QuerySet[Certificate]:
    """Those whose last valid day comes within the months or is over, unless the person has one of
    the same course that is valid for longer."""
    longer = Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on"))
    others = Certificate.objects.in_force().filter(longer, kind__in=ACHIEVEMENTS)
    newer = others.filter(person=OuterRef("person"), course=OuterRef("course"))
    rows = certificates.in_force().filter(expires_on__lte=months_later(today, months))
    return rows.filter(~Exists(newer))


def runs_to_come(runs: QuerySet[CourseRun], today: date) -> QuerySet[CourseRun]:
    """Planned runs that have not begun, the next one first."""
    return coming_up(runs, today).filter(Q(starts_on__gt=today) | Q(starts_on=None))


def with_coming_run(
    certificates: QuerySet[Certificate], runs: QuerySet[CourseRun], today: date
) -> QuerySet[Certificate]:
    """Each with `coming_run`: the code of the next of these runs of the same course on which the
    person has a place, or waits for one."""
    coming = runs_to_come(runs, today).order_by().values("pk")
    places = Enrollment.objects.filter(
        person=OuterRef("person"),
        run__course=OuterRef("course"),
        run__in=coming,
        status__in=ON_THE_WAY,
    )
    first = places.order_by("run__starts_on", "run").values("run__code")[:1]
    return certificates.annotate(coming_run=Subquery(first))


def on_the_way_to(run: CourseRun) -> set[int]:
    """Who has a place on the run, or waits for one."""
    places = run.enrollments.filter(status__in=ON_THE_WAY)
    return set(places.values_list("person", flat=True))


def employer_of(certificate: Certificate) -> str:
    """Where the person worked when she was trained."""
    enrollment = certificate.enrollment
    return enrollment.employer.name if enrollment.employer else enrollment.employer_text
