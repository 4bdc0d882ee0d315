"""The order of a Khmer dictionary, as a text that every database sorts rightly."""

import unicodedata

from courses.rules.khmer import (
    COENG,
    MUUSIKATOAN,
    ROBAT,
    TRIISAP,
    clean,
    from_khmer_digits,
    in_sign_order,
)

LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរឫឬលឭឮវឝឞសហឡអ"
VOWELS = (*"ាិីឹឺុូួើឿៀេែៃោៅ", "ុំ", "ំ", "ាំ", "ះ", "ិះ", "ុះ", "េះ", "ោះ")
INDEPENDENT_VOWELS = {
    "\u17a3": "អ", "\u17a4": "អា", "ឥ": "អិ", "ឦ": "អី", "ឧ": "អុ", "\u17a8": "អុ", "ឩ": "អូ", "ឪ": "អូ",
    "ឯ": "អែ", "ឰ": "អៃ", "ឱ": "អោ", "ឲ": "អោ", "ឳ": "អៅ",
}  # fmt: skip
LATER_TWINS = frozenset("\u17a8ឪឲ")
SIGNS = f"\u17ce\u17cf\u17d1\u17d0\u17c8\u17dd\u17cb{MUUSIKATOAN}{TRIISAP}\u17cd"
SORT_KEY_AT_MOST = 600

_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_END, _SPACE, _SYMBOL, _OTHER_LETTER = "00", "01", "02", "zz"
_LADDER = ("0123456789", LETTERS, VOWELS, COENG, "abcdefghijklmnopqrstuvwxyz")


def _two_letters(number: int) -> str:
    return _BASE36[number // 36] + _BASE36[number % 36]


_STEPS = [step for steps in _LADDER for step in steps]
_PRIMARY = {" ": _SPACE} | {
    step: _two_letters(number) for number, step in enumerate(_STEPS, start=3)
}
_SECONDARY = {sign: _BASE36[number] for number, sign in enumerate(SIGNS, start=10)}
_ACCENT = "z"


def sort_key(text: str) -> str:
    """A key of a–z and 0–9 that sorts as Khmer readers expect: ICU's `km`, Khmer before Latin.

    At most 600 characters, so that a column can hold it; longer names that differ late tie.
    Empty for no text.
    """
    elements = _elements(in_sign_order(clean(text)))
    if not elements:
        return ""
    first = "".join(primary for primary, _, _ in elements)
    second = "".join(secondary for _, secondary, _ in elements).rstrip("1")
    third = "".join(tertiary for _, _, tertiary in elements).rstrip("1")
    return f"{first}{_END}{second}0{third}"[:SORT_KEY_AT_MOST]


def keys_of_first_letter(text: str) -> tuple[str, str]:
    """The keys of all texts that begin with this letter lie from the first of these up to the
    second. For text that begins with a Khmer letter."""
    first = next(primary for primary, _, _ in _elements(clean(text)[:1]) if primary)
    return first, _two_letters(int(first, 36) + 1)


def _elements(text: str) -> list[tuple[str, str, str]]:
    """Weights on three levels: letters, then signs, then twins and capitals."""
    elements = []
    position = 0
    while position < len(text):
        piece = _next_piece(text, position)
        elements += _weights(piece)
        position += len(piece)
    return elements


def _next_piece(text: str, position: int) -> str:
    pair = text[position : position + 2]
    is_one_step = pair in _PRIMARY or (pair[1:] == ROBAT and pair[0] in LETTERS)
    return pair if is_one_step else text[position]


def _weights(piece: str) -> list[tuple[str, str, str]]:
    if piece in _PRIMARY:
        return [(_PRIMARY[piece], "1", "1")]
    if piece.endswith(ROBAT) and len(piece) == 2:
        return [(_PRIMARY[step], "1", "1") for step in ("រ", COENG)] + [
            (_PRIMARY[piece[0]], "2", "1")
        ]
    if piece in INDEPENDENT_VOWELS:
        twin = "3" if piece in LATER_TWINS else "2"
        return [(_PRIMARY[step], "1", twin) for step in INDEPENDENT_VOWELS[piece]]
    if piece in _SECONDARY:
        return [("", _SECONDARY[piece], "")]
    return _foreign_weights(piece)


def _foreign_weights(char: str) -> list[tuple[str, str, str]]:
    folded = from_khmer_digits(unicodedata.normalize("NFKD", char).casefold())
    if folded != char and len(folded) <= 2 and folded[0] in _PRIMARY:
        return [(_PRIMARY[folded[0]], "1" + _ACCENT * (len(folded) - 1), "2")]
    category = unicodedata.category(char)
    if category[0] == "M":
        return [("", _ACCENT, "")]
    if category == "Cf":
        return []
    number = ord(char)
    lead = _OTHER_LETTER if category[0] == "L" else _SYMBOL
    return [(lead + _two_letters(number // 1296) + _two_letters(number % 1296), "1", "1")]
