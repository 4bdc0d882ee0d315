"""A page and its translation, text by text: what still says the same, and what does not.

A translation remembers of each text which words of the source it is a translation of. That is `[]`
for a text that was never translated; a text that it knows nothing of came into the source later.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from courses.rules.page_tree import Path

_BLOCK_KEYS = re.compile(r' data-block-key="[^"]*"')
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<[^>]*>")

#: What a translation remembers, by path: the words of the source, or nothing yet.
Seen = Mapping[str, list]
#: Last names in paths of leaves that are no values: the order of a list, and a node itself.
ORDER, PART = "#order", "#part"


class Form(StrEnum):
    """What a leaf is: words to translate, or something that both pages have in common. A part is
    a node itself; its order is that of the nodes of a list."""

    PLAIN = "plain"
    RICH = "rich"
    VALUE = "value"
    ORDER = "order"
    PART = "part"


TEXTS = (Form.PLAIN, Form.RICH)


class State(StrEnum):
    FINE = "fine"
    MISSING = "missing"
    STALE = "stale"
    GONE = "gone"


@dataclass(frozen=True)
class ChangedPart:
    """`kind` is the name of a field or the type of a block; `number` counts the blocks of the newer
    version from one, 0 for fields and for blocks that are gone."""

    kind: str
    number: int = 0


@dataclass(frozen=True)
class Leaf:
    """One text or setting of a page. `labels` say where in its part it stands."""

    path: Path
    form: Form
    value: object
    part: ChangedPart
    labels: tuple[object, ...] = ()

    @property
    def key(self) -> str:
        return "/".join(self.path)


@dataclass(frozen=True)
class Segment:
    """A leaf of the source (or, when it is gone, of the translation) beside its translation.
    `words` is None where the translation has nothing; `seen` as it is remembered, None if it
    is not."""

    leaf: Leaf
    words: object
    seen: list | None
    state: State

    @property
    def is_text(self) -> bool:
        return self.leaf.form in TEXTS

    @property
    def is_behind(self) -> bool:
        """Whether the source changed since; a text that was never translated is not behind."""
        is_new = self.state is State.MISSING and self.seen is None
        return is_new or self.state in (State.STALE, State.GONE)

    @property
    def before(self) -> object:
        """What the source said when it was translated; None where nobody knows."""
        return self.seen[0] if self.seen else None


def plain(value: object) -> object:
    """A value for comparing: the keys that the editor gives to paragraphs say nothing."""
    if value is None:
        return ""
    return _BLOCK_KEYS.sub("", value).strip() if isinstance(value, str) else value


def has_words(value: object) -> bool:
    return isinstance(value, str) and bool(_LETTER.search(_TAG.sub(" ", value)))


def segments(source: Iterable[Leaf], other: Iterable[Leaf], seen: Seen) -> list[Segment]:
    """Everything of the source in its order, then parts that are no longer in it. What only the
    translation has is its own affair."""
    source, theirs = list(source), {leaf.path: leaf for leaf in other}
    found = [
        _segment(leaf, theirs, seen.get(leaf.key)) for leaf in source if leaf.form is not Form.PART
    ]
    return [*found, *_gone({leaf.path for leaf in source}, theirs, seen)]


def _segment(leaf: Leaf, theirs: Mapping[Path, Leaf], seen: list | None) -> Segment:
    twin = theirs.get(leaf.path)
    words = twin.value if twin else None
    state = _state_of_text(leaf, words, seen) if leaf.form in TEXTS else _state(leaf, twin, seen)
    return Segment(leaf, words, seen, state)


def _state_of_text(leaf: Leaf, words: object, seen: list | None) -> State:
    if seen:
        return State.FINE if plain(seen[0]) == plain(leaf.value) else State.STALE
    return State.MISSING if has_words(leaf.value) else State.FINE


def _state(leaf: Leaf, twin: Leaf | None, seen: list | None) -> State:
    if twin is None or not seen:
        return State.FINE
    if leaf.form is Form.ORDER:
        common = set(leaf.value) & set(twin.value)
        mine, theirs, then = (
            [key for key in ids if key in common] for ids in (leaf.value, twin.value, seen[0] or ())
        )
        return State.FINE if mine in (theirs, then) else State.STALE
    return State.FINE if leaf.value in (twin.value, seen[0]) else State.STALE


def _gone(source: set[Path], theirs: Mapping[Path, Leaf], seen: Seen) -> Iterable[Segment]:
    """Only whole parts: what stands in them goes with them."""
    gone: set[Path] = set()
    for path, leaf in theirs.items():
        is_inside = any(path[:length] in gone for length in range(len(path)))
        if leaf.form is not Form.PART or is_inside or path in source:
            continue
        if seen.get(leaf.key):
            gone.add(path[:-1])
            yield Segment(leaf, leaf.value, seen[leaf.key], State.GONE)


def believed(source: Iterable[Leaf], other: Iterable[Leaf]) -> dict[str, list]:
    """What a translation remembers that was saved when the source was this: its texts are taken
    for translations, except where they are empty or still the words of the source."""
    theirs = {leaf.path: leaf.value for leaf in other}
    return {leaf.key: _believed(leaf, theirs) for leaf in source}


def _believed(leaf: Leaf, theirs: Mapping[Path, object]) -> list:
    if leaf.form not in TEXTS:
        return [leaf.value]
    words = plain(theirs.get(leaf.path))
    is_open = has_words(leaf.value) and words in ("", plain(leaf.value))
    return [] if is_open else [leaf.value]


def unknown(other: Iterable[Leaf]) -> dict[str, list]:
    """As `believed`, where nobody knows what the source said then."""
    return {leaf.key: [None] for leaf in other if leaf.form in TEXTS and plain(leaf.value)}


def changed_words(before: Iterable[Leaf], after: Iterable[Leaf]) -> set[str]:
    """The keys of texts and settings that are other words, or new, in the later version."""
    then = {leaf.key: plain(leaf.value) for leaf in before}
    missing = object()
    return {leaf.key for leaf in after if then.get(leaf.key, missing) != plain(leaf.value)}


def told(seen: Seen, source: Iterable[Leaf], other: Iterable[Leaf], keys: set[str]) -> dict:
    """What is remembered after the texts with these keys were translated anew. Texts that neither
    page has any more are forgotten."""
    source, other = list(source), list(other)
    now = believed(source, other)
    kept = now.keys() | {leaf.key for leaf in other}
    memory = {key: value for key, value in seen.items() if key in kept}
    return memory | {key: now[key] for key in keys & now.keys()}


def confirmed(seen: Seen, source: Iterable[Leaf], keys: set[str]) -> dict:
    """What is remembered after somebody said of these texts that they are right as they are. A
    part that is gone from the source is from now on the translation's own."""
    now = {leaf.key: [leaf.value] for leaf in source}
    kept = {key: value for key, value in seen.items() if key not in keys or key in now}
    return kept | {key: now[key] for key in keys & now.keys()}


def changed_parts(found: Iterable[Segment]) -> tuple[ChangedPart, ...]:
    """The parts in which a translation is behind, each once."""
    behind = (segment for segment in found if segment.is_behind)
    return tuple(
        dict.fromkeys(
            ChangedPart(each.leaf.part.kind) if each.state is State.GONE else each.leaf.part
            for each in behind
        )
    )


def fingerprint(segment: Segment) -> str:
    """What somebody saw of a segment: of the source and of the translation, 12 signs each."""
    return f"{_digest(segment.leaf.value)}.{_digest(segment.words)}"


def is_outdated(segment: Segment, was: str, new: object = None) -> bool:
    """Whether the source or the translation is no longer what somebody saw. It does not matter
    when the translation is already what she wants it to be: then she sent it twice."""
    source, _dot, words = was.partition(".")
    is_there = _digest(new) == _digest(segment.words)
    return source != _digest(segment.leaf.value) or not (
        is_there or words == _digest(segment.words)
    )


def _digest(value: object) -> str:
    words = json.dumps(plain(value), sort_keys=True, default=str)
    return hashlib.sha256(words.encode()).hexdigest()[:12]
