"""Venues and trainers by a few letters, for the fields that ask for them."""

from django.db.models import Q, QuerySet

from courses.models import Person, PersonPhone, RunTrainer, Venue
from courses.queries.people import SHORTEST_QUERY, first_matching, in_this_order, matching
from courses.rules import khmer

#: As many people as a field for trainers can show.
TRAINERS = 30


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


def known_trainers() -> QuerySet[Person]:
    """Those who trained before or have a login."""
    trained = Q(pk__in=RunTrainer.objects.order_by().values("person")) | Q(user__isnull=False)
    return Person.objects.filter(trained)


def trainers_matching(
    query: str, at_most: int = TRAINERS, *, among: QuerySet[Person]
) -> QuerySet[Person]:
    """The first people as in `people_matching`, those who trained before or have a login first. By
    name and card code; whoever is not `among` those who may be named is not found."""
    named = known_trainers().filter(matching(query, PersonPhone.objects.none()))
    trainers = named.filter(pk__in=among.values("pk")).in_reading_order()
    ids = list(trainers.values_list("pk", flat=True)[:at_most])
    others = first_matching(query, at_most, PersonPhone.objects.none())
    others = list(others.values_list("pk", flat=True))
    may = set(among.filter(pk__in=others).values_list("pk", flat=True))
    ids += [pk for pk in others if pk in may]
    return in_this_order(list(dict.fromkeys(ids))[:at_most])
