"""Who may be replaced by somebody else on a run, and by whom first."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from courses.choices import EnrollmentSource
from courses.models import Attendance, Enrollment, Person, RosterMember, Session


def replaceable(session: Session) -> QuerySet[Enrollment]:
    """Enrolled people of the run who have not come to any session, in reading order. One query."""
    came = Attendance.objects.attended().filter(enrollment=OuterRef("pk"))
    rows = Enrollment.objects.enrolled().filter(~Exists(came), run=session.run_id)
    rows = rows.exclude(source=EnrollmentSource.WALK_IN)
    rows = rows.filter(person__erased_at=None, substitute=None)
    return rows.select_related("person", "employer").order_by("person__sort_key", "person_id")


def alternates_for(place: Enrollment) -> list[Person]:
    """The alternates of the run's roster, those of the member's organization first; where they work
    is not told."""
    if place.run.roster_id is None:
        return []
    members = RosterMember.objects.filter(roster=place.run.roster_id)
    mine = members.filter(person=place.person_id).values_list("organization", flat=True).first()
    day = place.run.starts_on or timezone.localdate()
    rows = members.on(day).filter(is_alternate=True, person__erased_at=None)
    rows = list(rows.order_by("pk").values_list("person", "organization"))
    rows.sort(key=lambda row: mine is None or row[1] != mine)
    people = Person.objects.in_bulk([person for person, _organization in rows])
    return [people[person] for person, _organization in rows if person in people]
