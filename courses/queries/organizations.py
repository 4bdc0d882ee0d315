"""Organizations by a few letters, and the one that a text names."""

from collections.abc import Iterable

from django.db.models import QuerySet

from courses.models import Organization
from courses.queries.people import SHORTEST_QUERY
from courses.rules import khmer, names


def organizations_matching(query: str) -> QuerySet[Organization]:
    """Active organizations that hold every word of the query in a name or the acronym."""
    rows = Organization.objects.active().select_related("province")
    words = [word for word in khmer.search_words(query) if any(map(str.isalnum, word))]
    if len(query.strip()) < SHORTEST_QUERY or not words:
        return rows.none()
    for word in words:
        rows = rows.filter(search_key__contains=names.latin_key(word) or word)
    return rows


def organizations_named(texts: Iterable[str]) -> dict[str, Organization | None]:
    """For each text the one active organization whose Khmer, English or short name is exactly this,
    however it is spaced or capitalised; None where there is none or more than one. One query."""
    texts = set(texts)
    by_key: dict[str, set[Organization]] = {}
    if any(map(_key, texts)):
        for organization in Organization.objects.active().select_related("province"):
            for name in (organization.name_km, organization.name_en, organization.short_name):
                by_key.setdefault(_key(name), set()).add(organization)
    return {text: _only(by_key.get(_key(text), ())) if _key(text) else None for text in texts}


def _key(name: str) -> str:
    key_km = khmer.match_key(name)
    return key_km if khmer.khmer_share(key_km) > 0 else names.latin_key(name)


def _only(found: Iterable[Organization]) -> Organization | None:
    found = list(found)
    return found[0] if len(found) == 1 else None
