"""The keys that are stored beside names, for searching, matching and sorting."""

from courses.rules import khmer, khmer_order, names

LONGEST_KEY_KM = 200
LONGEST_KEY_LATIN = 220
LONGEST_KEY_SOUND = 100


def person_keys(name_km: str, name_latin: str) -> dict[str, str]:
    """The key fields of a person with these names, by field name."""
    return {
        "key_km": khmer.match_key(name_km)[:LONGEST_KEY_KM],
        "key_latin": names.latin_key(name_latin)[:LONGEST_KEY_LATIN],
        "key_sound": names.sound_key(name_latin)[:LONGEST_KEY_SOUND],
        "sort_key": khmer_order.sort_key(name_km or name_latin),
    }


def organization_key(name_km: str, *latin: str) -> str:
    """All names of an organization as one text in which words are looked for."""
    return " ".join([khmer.match_key(name_km), *map(names.latin_key, latin)]).strip()
