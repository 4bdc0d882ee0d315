"""Where an organization stands: above it, below it, and what became part of it."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from courses.models import Organization
from courses.rules.organizations import Standing


def above(organization: Organization) -> list[Organization]:
    """All that the organization stands below today, the nearest first. A merged parent counts as
    the one that it became part of. One or two queries for a level."""
    found: list[Organization] = []
    row = _parent(organization.standing)
    while row is not None and row not in found:
        found.append(row)
        row = _parent(row)
    return found


def members_of(organization: Organization) -> QuerySet[Organization]:
    """The organizations that stand right below this one today: its own, and those of the ones that
    became part of it."""
    rows = Organization.objects.filter(parent__in=[organization.pk, *absorbed_by(organization)])
    return rows.filter(merged_into=None).exclude(pk=organization.pk).select_related("province")


def absorbed_by(organization: Organization) -> list[int]:
    """Ids of all that became part of this one, directly or by way of another."""
    found: list[int] = []
    latest = [organization.pk]
    while latest:
        rows = Organization.objects.filter(merged_into__in=latest).exclude(pk__in=found)
        latest = list(rows.order_by("pk").values_list("pk", flat=True))
        found += latest
    return found


def standing_ids() -> dict[int, int]:
    """For each merged organization the id of the one that it is part of today, directly or by way
    of others. One query."""
    merged = Organization.objects.filter(merged_into__isnull=False).order_by()
    into = dict(merged.values_list("pk", "merged_into"))
    standing = {}
    for pk, place in into.items():
        while place in into:
            place = into[place]
        standing[pk] = place
    return standing


def standing_of(organization: Organization) -> Standing:
    """What the rules must know of an organization as it stands."""
    return Standing(
        pk=organization.pk,
        kind=organization.kind,
        status=organization.status,
        merged_into=organization.merged_into_id,
        above=tuple(row.pk for row in above(organization)),
    )


def kinds_below(organization: Organization) -> Iterable[str]:
    """The kinds of all that stand right below; none for one that is not on record yet."""
    if organization.pk is None:
        return ()
    rows = Organization.objects.filter(Q(parent=organization) | Q(pk__in=members_of(organization)))
    return rows.order_by().values_list("kind", flat=True).distinct()


def _parent(row: Organization) -> Organization | None:
    if row.parent_id is None:
        return None
    parent = Organization.objects.select_related("merged_into").get(pk=row.parent_id).standing
    return None if parent.pk == row.pk else parent
