"""Khmer text: what is stored, what is compared, and digits.

Nothing here is shown in place of what a person typed: `clean` is for storing, the keys are for
the machine.
"""

import re
import unicodedata

COENG = "\u17d2"
COENG_DA, COENG_TA, COENG_RO = COENG + "ដ", COENG + "ត", COENG + "រ"
NIKAHIT = "\u17c6"
REAHMUK = "\u17c7"
MUUSIKATOAN, TRIISAP = "\u17c9", "\u17ca"
ROBAT = "\u17cc"
VOWEL_U = "\u17bb"
INHERENT_VOWELS = "\u17b4\u17b5"
DOTTED_CIRCLE = "\u25cc"

# A sign that the eye takes for another one.
LOOK_ALIKES = {
    "\u17a3": "អ",  # deprecated independent vowel AQ
    "\u17a4": "អា",  # deprecated independent vowel AA
    "\u17a8": "ឧក",  # obsolete ligature
    "\u17b2": "ឱ",  # second form of the same vowel
    "\u17d3": NIKAHIT,  # lunar sign typed for the ring above
    "\u17c8": REAHMUK,  # two diamonds or two rings
}
# Two signs typed for one.
SPLIT_VOWELS = {
    ("\u17c1", "\u17c1"): "\u17c2",  # េ េ = ែ
    ("\u17b6", "\u17c1"): "\u17c4",  # េ ា = ោ
    ("\u17b8", "\u17c1"): "\u17be",  # េ ី = ើ
}
# Below these a register shifter is drawn like the vowel ុ.
SIGNS_ABOVE = frozenset("\u17b7\u17b8\u17b9\u17ba\u17be\u17d0")
DRAWN_LIKE_U = frozenset((MUUSIKATOAN, TRIISAP, VOWEL_U))
# The order of signs after a consonant and its subscripts; the rest comes last.
SIGN_ORDER = (
    ROBAT,
    MUUSIKATOAN + TRIISAP,
    "".join(map(chr, range(0x17B6, 0x17C6))),
    "\u17cb\u17cd\u17ce\u17cf\u17d0\u17d1\u17dd",
    NIKAHIT,
    REAHMUK,
)
SIGN_RANK = {sign: rank for rank, signs in enumerate(SIGN_ORDER) for sign in signs}

_SYLLABLE = re.compile("([\u1780-\u17b3])((?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])+)")
_SUBSCRIPT = re.compile("\u17d2[\u1780-\u17b3]")
_SPACE_INSIDE_KHMER = re.compile("(?<=[\u1780-\u17d3\u17dd]) (?=[\u1780-\u17d3\u17dd])")
_COLON_FOR_REAHMUK = re.compile("(?<=[\u1780-\u17c6\u17c9-\u17d1\u17dd])[:៖]+")
_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_INVISIBLE_ENDS = "\u200b\u200c\u2060\ufeff "
_KHMER_DIGITS = "០១២៣៤៥៦៧៨៩"
_TO_KHMER_DIGITS = str.maketrans("0123456789", _KHMER_DIGITS)
_FROM_KHMER_DIGITS = str.maketrans(_KHMER_DIGITS, "0123456789")
_LOOK_ALIKES = str.maketrans(LOOK_ALIKES | dict.fromkeys(INHERENT_VOWELS + DOTTED_CIRCLE, ""))
SEARCH_WORDS_AT_MOST = 8


def clean(text: str) -> str:
    """The text as typed, fit for storing: only what nobody can see changes. Idempotent."""
    text = _UNSTORABLE.sub("", _BIDI_CONTROLS.sub("", text))
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return text.strip(_INVISIBLE_ENDS)


def match_key(text: str) -> str:
    """What two spellings that look alike have in common; for searching and matching, never shown.

    Idempotent. Order of signs, split vowels, subscript ដ/ត, invisible characters, spaces between
    Khmer letters, letter case, width and the script of digits make no difference.
    """
    text = _without_invisible(unicodedata.normalize("NFKC", text).casefold())
    text = unicodedata.normalize("NFKC", text).translate(_FROM_KHMER_DIGITS).translate(_LOOK_ALIKES)
    text = _COLON_FOR_REAHMUK.sub(REAHMUK, " ".join(text.split()))
    text = _SPACE_INSIDE_KHMER.sub("", text)
    return _SYLLABLE.sub(_syllable_key, text)


def in_sign_order(text: str) -> str:
    """The text with the signs of every syllable in one order, nothing added or dropped."""
    return _SYLLABLE.sub(lambda syllable: syllable[1] + "".join(_ordered(syllable[2])), text)


def search_words(query: str) -> tuple[str, ...]:
    """The keys to look for, each of which must occur; at most eight, none twice."""
    keys = (match_key(word) for word in query.split())
    return tuple(dict.fromkeys(key for key in keys if key))[:SEARCH_WORDS_AT_MOST]


def to_khmer_digits(text: object) -> str:
    return str(text).translate(_TO_KHMER_DIGITS)


def from_khmer_digits(text: str) -> str:
    return text.translate(_FROM_KHMER_DIGITS)


def khmer_share(text: str) -> float:
    """The share of letters and signs that are Khmer, 0 to 1; 0 where there are none."""
    letters = [char for char in text if unicodedata.category(char)[0] in "LM"]
    if not letters:
        return 0.0
    return sum("\u1780" <= char <= "\u17ff" for char in letters) / len(letters)


def _without_invisible(text: str) -> str:
    return "".join(
        char
        for char in text
        if unicodedata.category(char) != "Cf" and not "\ufe00" <= char <= "\ufe0f"
    )


def _ordered(tail: str) -> list[str]:
    subscripts = _SUBSCRIPT.findall(tail)
    signs = sorted(
        _SUBSCRIPT.sub("", tail), key=lambda sign: (SIGN_RANK.get(sign, len(SIGN_ORDER)), sign)
    )
    return sorted(subscripts, key=COENG_RO.__eq__) + signs


def _syllable_key(syllable: re.Match[str]) -> str:
    base, tail = syllable.groups()
    parts = _ordered(tail.replace(COENG_DA, COENG_TA))
    subscripts = [part for part in parts if part.startswith(COENG)]
    signs = _joined([part for part in parts if not part.startswith(COENG)])
    if SIGNS_ABOVE & set(signs) and DRAWN_LIKE_U & set(signs):
        signs = [TRIISAP, *(sign for sign in signs if sign not in DRAWN_LIKE_U)]
    return base + "".join(dict.fromkeys(subscripts + signs))


def _joined(signs: list[str]) -> list[str]:
    for (first, second), whole in SPLIT_VOWELS.items():
        while second in signs and signs.count(first) > (first == second):
            signs[signs.index(first)] = whole
            signs.remove(second)
    return sorted(signs, key=lambda sign: (SIGN_RANK.get(sign, len(SIGN_ORDER)), sign))
