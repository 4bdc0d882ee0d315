"""Organizations by a few letters, and the one that a text names."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from courses.choices import OrganizationStatus
from courses.models import Organization, OrganizationKey
from courses.queries.people import SHORTEST_QUERY
from courses.rules.keys import name_key, search_keys
from courses.rules.typos import one_slip_away

#: How well a name fits what was typed, the best first.
EXACT, PREFIX, CONTAINS, SLIP = range(4)


def organizations_matching(query: str) -> QuerySet[Organization]:
    """Active organizations whose names or ids hold every word of the query, or whose acronym is one
    slip away from it. Names that are the query come first, then those that begin with it.

    Names that are no longer used count too, and those of organizations that became part of one.
    """
    rows = Organization.objects.active().select_related("province")
    if len(query.strip()) < SHORTEST_QUERY or not search_keys(query):
        return rows.none()
    return best_first(rows.filter(found_by(query)), query)


def found_by(query: str) -> Q:
    """Which organizations the words find, whatever their status; all where there are no words."""
    holds = Q()
    for word in search_keys(query):
        holds &= Q(search_key__contains=word)
    slips = one_slip_away(name_key(query))
    if not slips:
        return holds
    acronyms = OrganizationKey.objects.filter(is_acronym=True, key__in=slips)
    return holds | Q(pk__in=acronyms.values("organization"))


def best_first(rows: QuerySet[Organization], query: str) -> QuerySet[Organization]:
    """What `found_by` found: names that are the query, that begin with it, the rest, then slips."""
    return rows.order_by(_rank(query), "name_en", "pk")


def organizations_named(texts: Iterable[str]) -> dict[str, Organization | None]:
    """For each text the one active organization that has exactly this name, acronym or id, however
    it is spaced or capitalised; None where there is none or more than one. One query.

    What an organization is called today goes before what another one was called.
    """
    keys = {text: name_key(text) for text in texts}
    wanted = set(filter(None, keys.values()))
    today: dict[str, set[Organization]] = {}
    ever: dict[str, set[Organization]] = {}
    for found in _keys(wanted) if wanted else ():
        ever.setdefault(found.key, set()).add(found.organization)
        if found.is_current:
            today.setdefault(found.key, set()).add(found.organization)
    return {text: _only(today.get(key) or ever.get(key, ())) for text, key in keys.items()}


def _keys(wanted: set[str]) -> QuerySet[OrganizationKey]:
    rows = OrganizationKey.objects.filter(organization__status=OrganizationStatus.ACTIVE)
    return rows.filter(key__in=wanted).select_related("organization__province")


def _rank(query: str) -> Case:
    whole = name_key(query)
    exact = OrganizationKey.objects.filter(key=whole)
    prefix = OrganizationKey.objects.filter(key__startswith=whole)
    words = Q(*(Q(search_key__contains=word) for word in search_keys(query)))
    return Case(
        When(pk__in=exact.values("organization"), then=Value(EXACT)),
        When(pk__in=prefix.values("organization"), then=Value(PREFIX)),
        When(words, then=Value(CONTAINS)),
        default=Value(SLIP),
        output_field=IntegerField(),
    )


def _only(found: Iterable[Organization]) -> Organization | None:
    found = list(found)
    return found[0] if len(found) == 1 else None
