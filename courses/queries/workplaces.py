"""The organization that somebody means with a few words."""

from django.db.models import Q

from courses.models import Organization
from courses.rules import khmer, names


def workplace_named(text: str) -> Organization | None:
    """The one active organization whose Khmer, English or short name is exactly this, however it
    is spaced or capitalised; None where there is none or more than one."""
    key_km, key_latin = khmer.match_key(text), names.latin_key(text)
    keys = [key for key in (key_km, key_latin) if key]
    if not keys:
        return None
    rough = Q()
    for key in keys:
        rough |= Q(search_key__contains=key)
    rows = Organization.objects.active().filter(rough).select_related("province")
    same = [row for row in rows if _is_called(row, key_km, key_latin)]
    return same[0] if len(same) == 1 else None


def _is_called(row: Organization, key_km: str, key_latin: str) -> bool:
    if khmer.khmer_share(key_km) > 0:
        return khmer.match_key(row.name_km) == key_km
    return bool(key_latin) and key_latin in map(names.latin_key, (row.name_en, row.short_name))
