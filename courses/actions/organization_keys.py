"""Keep beside every organization the folded spellings by which it is found."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from courses.choices import OrganizationNameKind
from courses.models import Organization, OrganizationId, OrganizationKey, OrganizationName
from courses.queries.organization_tree import absorbed_by
from courses.rules.keys import NameKey, distinct_keys, name_keys, organization_key


@transaction.atomic
def keep_keys(organization: Organization, *, is_new: bool = False) -> None:
    """Write the keys of an organization and of those that it is part of. Idempotent.

    To a new one nothing belongs yet but its own names, so nothing else is looked up.
    """
    if is_new and organization.merged_into_id is None:
        _write(organization, distinct_keys(_own_keys(organization)), stored={})
        return
    row: Organization | None = organization
    while row is not None:
        _write(row, _keys_of(row), _stored(row))
        row = row.merged_into


@transaction.atomic
def catch_up() -> int:
    """Write the keys of every organization anew; returns how many there are. Idempotent."""
    rows = Organization.objects.order_by("pk")
    for row in rows:
        _write(row, _keys_of(row), _stored(row))
    return len(rows)


def _own_keys(organization: Organization) -> list[NameKey]:
    return [
        *name_keys([organization.name_en, organization.name_km], is_current=True),
        *name_keys([organization.short_name], is_current=True, is_acronym=True),
    ]


def _keys_of(organization: Organization) -> list[NameKey]:
    """Its own keys, then those of all that became part of it; those are not current here."""
    former = absorbed_by(organization)
    keys = _own_keys(organization)
    for row in Organization.objects.filter(pk__in=former).order_by("pk"):
        keys += name_keys([row.name_en, row.name_km])
        keys += name_keys([row.short_name], is_acronym=True)
    whose = [organization.pk, *former]
    for name in OrganizationName.objects.filter(organization__in=whose).order_by("pk"):
        is_acronym = name.kind == OrganizationNameKind.ACRONYM
        keys += name_keys([name.name_en, name.name_km], is_acronym=is_acronym)
        keys += name_keys([name.short_name], is_acronym=True)
    ids = OrganizationId.objects.filter(organization__in=whose).order_by("pk")
    return distinct_keys(keys + name_keys(ids.values_list("value", flat=True)))


def _stored(organization: Organization) -> dict[str, NameKey]:
    return {
        row.key: NameKey(row.key, row.is_current, row.is_acronym)
        for row in OrganizationKey.objects.filter(organization=organization)
    }


def _write(
    organization: Organization, keys: Iterable[NameKey], stored: Mapping[str, NameKey]
) -> None:
    wanted = {each.key: each for each in keys}
    gone = [key for key, each in stored.items() if wanted.get(key) != each]
    new = [each for key, each in wanted.items() if stored.get(key) != each]
    if gone:
        OrganizationKey.objects.filter(organization=organization, key__in=gone).delete()
    OrganizationKey.objects.bulk_create(
        OrganizationKey(organization=organization, **vars(each)) for each in new
    )
    text = organization_key(wanted.values())
    if organization.search_key != text:
        organization.search_key = text
        Organization.objects.filter(pk=organization.pk).update(search_key=text)
