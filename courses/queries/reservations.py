"""Seats of a run that are kept for organizations, with who uses them."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from courses.models import CourseRun, Enrollment, SeatReservation
from courses.queries.seats import reservations, seats_held


@dataclass(frozen=True)
class KeptSeat:
    """A reservation with `used` and `left`, and the people who use it."""

    row: SeatReservation
    people: tuple[Enrollment, ...] = ()


def kept_seats_of(run: CourseRun) -> list[KeptSeat]:
    """In the order in which they were kept. Two queries."""
    now = timezone.now()
    rows = list(reservations(now).filter(run=run).select_related("organization").order_by("pk"))
    people = defaultdict(list)
    if rows:
        used = seats_held(now).filter(reservation__in=[row.pk for row in rows])
        for place in used.select_related("person").order_by("person__sort_key", "person_id"):
            people[place.reservation_id].append(place)
    return [KeptSeat(row, tuple(people[row.pk])) for row in rows]
