"""Charts as drawings with the table beside them: plain values in, places and looks out.

Every function takes the values in the order in which they are read, and the language code last. A
value that is not known is None, one that is hidden is the mark in its place, such as "‹5": both
draw nothing and their label says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from courses.rules.calendar_words import number, percent
from courses.rules.drawings import Drawing, Label, box, label, line, text_width

Value = int | float | str | None

WIDTH, ROW, BAR = 370.0, 30.0, 20.0
#: Size of type, of names and of numbers.
SMALL, LARGE = 12.0, 13.0
GAP, ROOM_FOR_NUMBER, MOST_FOR_LABELS, ABOVE = 8.0, 62.0, 140.0, 16.0
THINNEST = 2.0
MISSING = "–"


@dataclass(frozen=True)
class Chart:
    """A drawing, the key of its looks, and the same figures as a table (heads, then rows)."""

    drawing: Drawing
    key: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """What a stack is made of: a name for the key and a look."""

    name: str
    look: str


@dataclass(frozen=True)
class Pair:
    """A figure of two periods."""

    name: str
    before: Value
    now: Value


@dataclass(frozen=True)
class Share:
    """A share of one, of so many."""

    name: str
    share: float | str | None
    base: Value


@dataclass(frozen=True)
class Stack:
    """The parts of a bar. `total` is their sum unless it is told, as where a part is hidden."""

    name: str
    values: Sequence[Value]
    total: Value = None

    @property
    def whole(self) -> Value:
        return sum(drawn(value) or 0 for value in self.values) if self.total is None else self.total


def drawn(value: Value) -> int | float | None:
    """The value as far as it can be drawn."""
    return None if isinstance(value, str) else value


def said(value: Value, language: str) -> str:
    if value is None:
        return MISSING
    return value if isinstance(value, str) else number(value, language)


def stacked(
    stacks: Sequence[Stack], parts: Sequence[Part], heads: Sequence[str], language: str
) -> Chart:
    """Bars that lie under each other, each cut into parts, its sum at the end.

    `heads` are those of the names, and of the sums. Parts that are 0 everywhere are left out.
    """
    used = [n for n in range(len(parts)) if any(stack.values[n] for stack in stacks)]
    names = _Names.of([stack.name for stack in stacks], language)
    left, row = names.left, ROW + names.lift
    sums = [sum(drawn(value) or 0 for value in stack.values) for stack in stacks]
    scale = (WIDTH - left - ROOM_FOR_NUMBER) / max([1, *sums])
    boxes, labels = [], []
    for at, stack in enumerate(stacks):
        y, x = at * row + names.lift, left
        labels.append(names.label(y, 18, stack.name))
        for n in used:
            if value := drawn(stack.values[n]):
                width = max(value * scale - 1, THINNEST)
                boxes.append(box(x, y + 4, width, BAR, parts[n].look))
                x += width + 1
        labels.append(label(x + 6, y + 18, said(stack.whole, language), "strong"))
    return Chart(
        _lying(boxes, labels, left, len(stacks), row),
        tuple((parts[n].look, parts[n].name) for n in used),
        (heads[0], *(parts[n].name for n in used), heads[1]),
        tuple(
            (
                stack.name,
                *(said(stack.values[n], language) for n in used),
                said(stack.whole, language),
            )
            for stack in stacks
        ),
    )


def compared(pairs: Sequence[Pair], heads: Sequence[str], language: str) -> Chart:
    """Two thin bars for each name, the earlier period pale above the later one.

    `heads` are those of the names, of the earlier and of the later period, and of the difference.
    """
    names = _Names.of([pair.name for pair in pairs], language)
    left, row = names.left, ROW + 10 + names.lift
    known = [drawn(value) or 0 for pair in pairs for value in (pair.before, pair.now)]
    scale = (WIDTH - left - ROOM_FOR_NUMBER) / max([1, *known])
    boxes, labels = [], []
    for at, pair in enumerate(pairs):
        y = at * row + names.lift
        labels.append(names.label(y, 23, pair.name))
        for value, top, look in ((pair.before, y + 4, "before"), (pair.now, y + 19, "now")):
            width = 0.0
            if amount := drawn(value):
                width = max(amount * scale, THINNEST)
                boxes.append(box(left, top, width, 14, look))
            x = left + width + 6
            weight = "strong" if look == "now" else "quiet"
            labels.append(label(x, top + 11.5, said(value, language), weight))
    return Chart(
        _lying(boxes, labels, left, len(pairs), row),
        (("before", heads[1]), ("now", heads[2])),
        tuple(heads),
        tuple(
            (p.name, said(p.before, language), said(p.now, language), _change(p, language))
            for p in pairs
        ),
    )


def _change(pair: Pair, language: str) -> str:
    before, now = drawn(pair.before), drawn(pair.now)
    if before is None or now is None:
        return MISSING
    difference = now - before
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + number(abs(difference), language)


def shares(rows: Sequence[Share], heads: Sequence[str], language: str) -> Chart:
    """A bar for each share on a track that is the whole, with the share and what it is a share of.

    `heads` are those of the names, the shares and the bases; where no base is known, none is told.
    """
    names = _Names.of([each.name for each in rows], language)
    left, high = names.left, ROW + names.lift
    track = WIDTH - left - 2 * ROOM_FOR_NUMBER + 16
    boxes, labels = [], []
    has_bases = any(each.base is not None for each in rows)
    for at, each in enumerate(rows):
        y = at * high + names.lift
        labels.append(names.label(y, 18, each.name))
        boxes.append(box(left, y + 4, track, BAR, "track"))
        if (share := drawn(each.share)) is not None:
            boxes.append(box(left, y + 4, max(min(share, 1) * track, THINNEST), BAR, "now"))
        x = left + track + 6
        labels.append(label(x, y + 18, _percent(each, language), "strong"))
        if has_bases:
            labels.append(label(WIDTH, y + 18, said(each.base, language), "quiet", "end"))
    kept = 3 if has_bases else 2
    told = [(each.name, _percent(each, language), said(each.base, language)) for each in rows]
    return Chart(
        _lying(boxes, labels, left, len(rows), high),
        (),
        tuple(heads[:kept]),
        tuple(row[:kept] for row in told),
    )


def _percent(row: Share, language: str) -> str:
    share = drawn(row.share)
    return said(row.share, language) if share is None else percent(share, language)


@dataclass(frozen=True)
class _Names:
    """Where the names of bars stand: left of them, or above where one is too wide for that."""

    left: float
    lift: float = 0.0

    @classmethod
    def of(cls, names: Sequence[str], language: str) -> "_Names":
        widest = max((text_width(name, SMALL, language) for name in names), default=0)
        if widest > MOST_FOR_LABELS:
            return cls(0.0, ABOVE)
        return cls(round(max(widest, 40) + GAP, 1))

    def label(self, y: float, middle: float, name: str) -> Label:
        if self.lift:
            return label(0, y - 1, name, "quiet")
        return label(self.left - GAP, y + middle, name, "quiet", "end")


def _lying(boxes, labels, left: float, rows: int, row: float = ROW) -> Drawing:
    height = row * rows + 2
    axis = line("axis", (left, 0), (left, height))
    return Drawing(WIDTH, height, (axis,), tuple(boxes), (), tuple(labels))
