"""Who had a seat when the runs of a period began, and who came: R12 and R13 of the reach report."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from courses.choices import EnrollmentSource, Recording, SessionStatus
from courses.models import Attendance, Enrollment, Session
from courses.queries.reach_facts import Filters, moment, of_participants, of_runs
from courses.rules.no_shows import Figures, Place, figures, together

HELD_WITH_NAMES = Q(status=SessionStatus.HELD, recording=Recording.NAMED)


def seats(filters: Filters, now: datetime) -> Figures:
    """The figures of all runs that began in the period, and not after now, added up. Runs of which
    no session with names was held are left out: nobody looked who came. Two queries."""
    begun = _begun(filters, now)
    came = Exists(Attendance.objects.attended().filter(enrollment=OuterRef("pk")))
    rows = of_participants(Enrollment.objects.standing(), filters)
    rows = rows.filter(run__in=begun.values("run")).annotate(came=came)
    places = defaultdict(list)
    for run, source, *facts in rows.values_list(
        "run_id", "source", "status", "confirmed_at", "status_since", "came"
    ):
        places[run].append(Place(*facts, at_the_door=source == EnrollmentSource.WALK_IN))
    return together(
        figures(places[run], begins) for run, begins in begun.values_list("run_id", "begins")
    )


def _begun(filters: Filters, now: datetime) -> QuerySet[Session]:
    """Runs of the period with when each `begins`: with its first session that takes place."""
    rows = Session.objects.taking_place().filter(of_runs(filters)).order_by().values("run")
    rows = rows.annotate(begins=Min("starts_at"), registers=Count("pk", filter=HELD_WITH_NAMES))
    return rows.filter(
        registers__gt=0,
        begins__gte=moment(filters.start),
        begins__lt=moment(filters.end + timedelta(days=1)),
        begins__lte=now,
    )
