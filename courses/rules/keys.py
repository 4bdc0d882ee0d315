"""The keys that are stored beside names, for searching, matching and sorting."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from courses.rules import khmer, khmer_order, names
from courses.rules.typos import LONGEST as LONGEST_ACRONYM

LONGEST_KEY_KM = 200
LONGEST_KEY_LATIN = 220
LONGEST_KEY_SOUND = 100
LONGEST_KEY_NAME = 220


def person_keys(name_km: str, name_latin: str) -> dict[str, str]:
    """The key fields of a person with these names, by field name."""
    return {
        "key_km": khmer.match_key(name_km)[:LONGEST_KEY_KM],
        "key_latin": names.latin_key(name_latin)[:LONGEST_KEY_LATIN],
        "key_sound": names.sound_key(name_latin)[:LONGEST_KEY_SOUND],
        "sort_key": khmer_order.sort_key(name_km or name_latin),
    }


@dataclass(frozen=True)
class NameKey:
    """A folded name of an organization; `is_current` where it is called so today."""

    key: str
    is_current: bool = False
    is_acronym: bool = False


def name_key(text: str) -> str:
    """What is compared when an organization is looked for by one of its names, in either script."""
    key_km = "".join(filter(_is_letter, khmer.match_key(text)))
    key = key_km if khmer.khmer_share(key_km) > 0 else names.latin_key(text)
    return key[:LONGEST_KEY_NAME]


def search_keys(query: str) -> list[str]:
    """The words of a query as they stand in those keys; at most eight, none twice."""
    keys = (name_key(word) for word in query.split())
    return list(dict.fromkeys(key for key in keys if key))[: khmer.SEARCH_WORDS_AT_MOST]


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def name_keys(
    texts: Iterable[str], *, is_current: bool = False, is_acronym: bool = False
) -> list[NameKey]:
    """The keys of some names; a name without letters has none."""
    return [
        NameKey(key, is_current, is_acronym and len(key) <= LONGEST_ACRONYM)
        for key in map(name_key, texts)
        if key
    ]


def distinct_keys(keys: Iterable[NameKey]) -> list[NameKey]:
    """Each key once, with everything that it is."""
    found: dict[str, NameKey] = {}
    for each in keys:
        known = found.get(each.key, each)
        found[each.key] = NameKey(
            each.key, each.is_current or known.is_current, each.is_acronym or known.is_acronym
        )
    return list(found.values())


def organization_key(keys: Iterable[NameKey]) -> str:
    """All keys of an organization as one text in which words are looked for."""
    return " ".join(each.key for each in keys)
