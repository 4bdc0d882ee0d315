"""Venues and trainers by a few letters, for the fields that ask for them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from courses.models import Person, RunTrainer, Venue
from courses.queries.people import SHORTEST_QUERY, people_matching
from courses.rules import khmer


def venues_matching(query: str) -> QuerySet[Venue]:
    """Venues that hold every word of the query in a name, or in the name of their owner."""
    rows = Venue.objects.select_related("province")
    if len(query.strip()) < SHORTEST_QUERY:
        return rows.none()
    for word in khmer.clean(query).split():
        rows = rows.filter(
            Q(name_en__icontains=word)
            | Q(name_km__icontains=word)
            | Q(organization__name_en__icontains=word)
        )
    return rows


def trainers_matching(query: str) -> QuerySet[Person]:
    """People as in `people_matching`, those who trained before or have a login first."""
    trained = Exists(RunTrainer.objects.filter(person=OuterRef("pk")))
    people = people_matching(query).alias(is_trainer=trained | Q(user__isnull=False))
    return people.order_by("-is_trainer", "sort_key", "pk")
