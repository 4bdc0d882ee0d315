"""Charts as drawings with the table beside them: plain values in, places and looks out.

Every function takes the values in the order in which they are read, and the language code last. A
value that is not known is None, one that is hidden is the mark in its place, such as "‹5": both
draw nothing and their label says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from courses.rules.calendar_words import number, percent
from courses.rules.drawings import Drawing, box, label, line, text_width

Value = int | float | str | None

WIDTH, ROW, BAR = 370.0, 30.0, 20.0
#: Size of type, of names and of numbers.
SMALL, LARGE = 12.0, 13.0
GAP, ROOM_FOR_NUMBER, MOST_FOR_LABELS = 8.0, 62.0, 150.0
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
    left = _room_for([stack.name for stack in stacks], language)
    sums = [sum(drawn(value) or 0 for value in stack.values) for stack in stacks]
    scale = (WIDTH - left - ROOM_FOR_NUMBER) / max([1, *sums])
    boxes, labels = [], []
    for at, stack in enumerate(stacks):
        y, x = at * ROW, left
        labels.append(label(left - GAP, y + 18, stack.name, "quiet", "end"))
        for n in used:
            if value := drawn(stack.values[n]):
                width = max(value * scale - 1, THINNEST)
                boxes.append(box(x, y + 4, width, BAR, parts[n].look))
                x += width + 1
        labels.append(label(x + 6, y + 18, said(stack.whole, language), "strong"))
    return Chart(
        _lying(boxes, labels, left, len(stacks)),
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
    left = _room_for([pair.name for pair in pairs], language)
    known = [drawn(value) or 0 for pair in pairs for value in (pair.before, pair.now)]
    scale = (WIDTH - left - ROOM_FOR_NUMBER) / max([1, *known])
    boxes, labels = [], []
    row = ROW + 10
    for at, pair in enumerate(pairs):
        y = at * row
        labels.append(label(left - GAP, y + 23, pair.name, "quiet", "end"))
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

    `heads` are those of the names, the shares and the bases.
    """
    left = _room_for([row.name for row in rows], language)
    track = WIDTH - left - 2 * ROOM_FOR_NUMBER + 16
    boxes, labels = [], []
    for at, row in enumerate(rows):
        y = at * ROW
        labels.append(label(left - GAP, y + 18, row.name, "quiet", "end"))
        boxes.append(box(left, y + 4, track, BAR, "track"))
        if (share := drawn(row.share)) is not None:
            boxes.append(box(left, y + 4, max(min(share, 1) * track, THINNEST), BAR, "now"))
        x = left + track + 6
        labels.append(label(x, y + 18, _percent(row, language), "strong"))
        labels.append(label(WIDTH, y + 18, said(row.base, language), "quiet", "end"))
    return Chart(
        _lying(boxes, labels, left, len(rows)),
        (),
        tuple(heads),
        tuple((row.name, _percent(row, language), said(row.base, language)) for row in rows),
    )


def _percent(row: Share, language: str) -> str:
    share = drawn(row.share)
    return said(row.share, language) if share is None else percent(share, language)


def _room_for(names: Sequence[str], language: str) -> float:
    """Where bars begin: right of the widest name, as far as that goes."""
    widest = max((text_width(name, SMALL, language) for name in names), default=0)
    return round(min(max(widest, 40), MOST_FOR_LABELS) + GAP, 1)


def _lying(boxes, labels, left: float, rows: int, row: float = ROW) -> Drawing:
    height = row * rows + 2
    axis = line("axis", (left, 0), (left, height))
    return Drawing(WIDTH, height, (axis,), tuple(boxes), (), tuple(labels))
