"""How much the names of two people are alike, in Khmer and in Latin letters."""

from difflib import SequenceMatcher

from courses.rules.traits import Traits

#: Share of signs or letters in common from which two names are near each other.
NEAR = 0.8


class Likeness:
    """What a comparison of names comes to; plain texts, because millions of pairs are compared."""

    SAME_KHMER = "same_khmer"
    SAME_LATIN = "same_latin"
    SAME_SOUND = "same_sound"
    NEAR = "near"
    OTHER_KHMER = "other_khmer"
    OTHER = "other"
    UNKNOWN = ""


#: The name may be taken for the same one; a spelling, the order of words or a script differs.
ALIKE = frozenset((Likeness.SAME_KHMER, Likeness.SAME_LATIN, Likeness.SAME_SOUND))


def name_likeness(first: Traits, second: Traits) -> str:
    """One of `Likeness`; UNKNOWN where one name is in Khmer and the other in Latin letters only.

    OTHER_KHMER: sounds the same in Latin letters, but the Khmer names differ (បែន and ប៉ែន).
    """
    has_khmer = bool(first.key_km and second.key_km)
    if has_khmer and first.key_km == second.key_km:
        return Likeness.SAME_KHMER
    has_latin = bool(first.latin_letters and second.latin_letters)
    if has_latin and first.sound_key == second.sound_key:
        if has_khmer:
            return Likeness.OTHER_KHMER
        is_same = first.latin_letters == second.latin_letters
        return Likeness.SAME_LATIN if is_same else Likeness.SAME_SOUND
    if not (has_khmer or has_latin):
        return Likeness.UNKNOWN
    near = (has_khmer and are_near(first.key_km, second.key_km)) or (
        has_latin and are_near(first.latin_key, second.latin_key)
    )
    return Likeness.NEAR if near else Likeness.OTHER


def are_near(first: str, second: str) -> bool:
    """Whether two keys share at least `NEAR` of their letters, in order."""
    longest, shortest = max(len(first), len(second)), min(len(first), len(second))
    if 2 * shortest < NEAR * (longest + shortest):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEAR
