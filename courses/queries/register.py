"""The register of a session: who is on it, with the mark that holds now."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from courses.choices import ATTENDED, EnrollmentStatus, EventKind, Sex
from courses.models import AttendanceEvent, Enrollment, Session


def roster(session: Session) -> QuerySet[Enrollment]:
    """Enrolled people in reading order; each has `presence`, `minutes_missed`,
    `credited_minutes`, `mark_reason`, `heads` and `is_disputed` of this session, None where nothing
    is marked, and whether the person `is_erased`. One query.
    """
    return (
        Enrollment.objects.enrolled()
        .filter(run=session.run_id)
        .annotate(
            mark=FilteredRelation("attendances", condition=Q(attendances__session=session.pk))
        )
        .annotate(
            presence=F("mark__presence"),
            minutes_missed=F("mark__minutes_missed"),
            credited_minutes=F("mark__credited_minutes"),
            mark_reason=F("mark__reason"),
            heads=F("mark__heads"),
            is_disputed=F("mark__is_disputed"),
            is_erased=Q(person__erased_at__isnull=False),
        )
        .select_related("person", "employer")
        .order_by("person__sort_key", "person_id")
    )


def row_of_phone(session: Session, row: UUID) -> Enrollment | None:
    """The place on the run that a phone means: by the id of the enrolment, or by the one that a
    phone made for a walk-in who had a place already. A merged place is the one that it became."""
    places = Enrollment.objects.filter(run=session.run_id).select_related("person", "merged_into")
    place = places.filter(uuid=row).first()
    if place is None:
        event = AttendanceEvent.objects.filter(
            row=row, kind=EventKind.WALK_IN, enrollment__run=session.run_id
        ).first()
        place = event and places.get(pk=event.enrollment_id)
    if place and place.merged_into:
        place = places.get(pk=place.merged_into_id)
    return place if place and place.status == EnrollmentStatus.ENROLLED else None


@dataclass(frozen=True)
class Count:
    """The sentence under a register: how many are here, how many of them women, how many open."""

    people: int
    here: int
    women_here: int
    undecided: int

    @property
    def marked(self) -> int:
        return self.people - self.undecided


def count(rows: list[Enrollment]) -> Count:
    """Counts over the rows of `roster`."""
    here = [row for row in rows if row.presence in ATTENDED]
    return Count(
        people=len(rows),
        here=len(here),
        women_here=sum(row.person.sex == Sex.FEMALE for row in here),
        undecided=sum(row.presence is None for row in rows),
    )
