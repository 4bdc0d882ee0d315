"""Which words of a text went and which came, for showing them to somebody."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: Above this many words the two texts are shown whole.
MOST_WORDS = 2000

_ENDS = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_PIECES = re.compile("[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17dd])*|\\w+|\\s+|.")


class Fate(StrEnum):
    STAYS = "stays"
    GOES = "goes"
    COMES = "comes"


@dataclass(frozen=True)
class Stretch:
    fate: Fate
    text: str


def text_of(value: str) -> str:
    """Rich text as plain lines; a plain text stays as it is."""
    if "<" not in value:
        return html.unescape(value).strip() if "&" in value else value.strip()
    lines = html.unescape(_TAG.sub("", _ENDS.sub("\n", value))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def word_changes(before: str, after: str) -> list[Stretch]:
    """The stretches of both texts in reading order. Khmer has no spaces between words, so it is
    compared by its clusters of signs."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        whole = [Stretch(Fate.GOES, before), Stretch(Fate.COMES, after)]
        return [Stretch(Fate.STAYS, after)] if before == after else whole
    found: list[Stretch] = []
    gone = come = ""
    for is_same, was, now in _runs(old, new):
        if is_same:
            found += [*_change(gone, come), Stretch(Fate.STAYS, now)]
            gone = come = ""
        else:
            gone, come = gone + was, come + now
    return found + _change(gone, come)


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    """Spaces that stay between two changes count as changed: whole phrases read more easily."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (kind, start, stop, first, last) in enumerate(codes):
        was, now = "".join(old[start:stop]), "".join(new[first:last])
        is_gap = not now.strip() and 0 < place < len(codes) - 1
        yield kind == "equal" and not is_gap, was, now


def _change(gone: str, come: str) -> list[Stretch]:
    both = Stretch(Fate.GOES, gone), Stretch(Fate.COMES, come)
    return [each for each in both if each.text]
