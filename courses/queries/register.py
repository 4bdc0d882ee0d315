"""The register of a session: who is on it, with the mark that holds now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from courses.choices import ATTENDED, EnrollmentStatus, EventKind, Sex
from courses.models import AttendanceEvent, Enrollment, Session

#: Who can be marked: people of the run, and guests who make up for a half-day of another one.
MARKED = (EnrollmentStatus.ENROLLED, EnrollmentStatus.GUEST)


def roster(session: Session) -> QuerySet[Enrollment]:
    """Enrolled people and who came to this session for a make-up, in reading order; each has
    `presence`, `minutes_missed`, `credited_minutes`, `mark_reason`, `heads`, `is_disputed` and
    `is_self_reported` of this session, None where nothing is marked, and whether the person
    `is_erased`. One query.
    """
    return (
        Enrollment.objects.filter(run=session.run_id)
        .annotate(
            mark=FilteredRelation("attendances", condition=Q(attendances__session=session.pk))
        )
        .filter(
            Q(status=EnrollmentStatus.ENROLLED)
            | Q(status=EnrollmentStatus.GUEST, mark__isnull=False)
        )
        .annotate(
            presence=F("mark__presence"),
            minutes_missed=F("mark__minutes_missed"),
            credited_minutes=F("mark__credited_minutes"),
            mark_reason=F("mark__reason"),
            heads=F("mark__heads"),
            is_disputed=F("mark__is_disputed"),
            is_self_reported=F("mark__is_self_reported"),
            is_erased=Q(person__erased_at__isnull=False),
        )
        .select_related("person", "employer")
        .order_by("person__sort_key", "person_id")
    )


def row_of_phone(session: Session, row: UUID) -> Enrollment | None:
    return rows_of_phone(session, [row]).get(row)


def rows_of_phone(session: Session, rows: Iterable[UUID]) -> dict[UUID, Enrollment]:
    """The places on the run that a phone means: by the id of the enrolment, or by the one that a
    phone made for a walk-in who had a place already. A merged place is the one that it became; who
    has no seat is not among them. One query, or three where the phone knows other ids."""
    rows = set(rows)
    places = Enrollment.objects.filter(run=session.run_id).select_related("person")
    found = {place.uuid: place for place in places.filter(uuid__in=rows)}
    if rows - found.keys():
        events = AttendanceEvent.objects.filter(
            row__in=rows - found.keys(), kind=EventKind.WALK_IN, enrollment__run=session.run_id
        )
        known = dict(events.values_list("row", "enrollment"))
        by_pk = places.in_bulk(known.values())
        found |= {row: by_pk[pk] for row, pk in known.items()}
    merged = places.in_bulk({place.merged_into_id for place in found.values()} - {None})
    stand = {row: merged.get(place.merged_into_id, place) for row, place in found.items()}
    return {row: each for row, each in stand.items() if each.status in MARKED}


@dataclass(frozen=True)
class Count:
    """The sentence under a register: how many are here, how many of them women, how many open."""

    people: int
    here: int
    women_here: int
    undecided: int
    disputed: int = 0

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
        disputed=sum(bool(row.is_disputed) for row in rows),
    )
