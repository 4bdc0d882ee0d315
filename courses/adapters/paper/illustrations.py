"""Drawings on paper: boxes and lines as one picture with its words, labels as text that can be read
out and searched. Lengths are mm, those of drawings units."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from xml.sax.saxutils import quoteattr

from courses.adapters.paper.flow import INK, QUIET, Flow
from courses.adapters.printing.lines import MM, Line


class Drawing(Protocol):
    """What `courses.rules.drawings.Drawing` has."""

    width: float
    height: float
    behind: Sequence
    boxes: Sequence
    lines: Sequence
    labels: Sequence


@dataclass(frozen=True)
class Illustration:
    """A drawing with its title, what it shows in words, and the key of its looks."""

    title: str
    told: str
    drawing: Drawing
    key: Sequence[tuple[str, str]] = ()


DARK, MIDDLE, SOFT, FAINT, EDGE, RULE = (
    *("#0a5660", "#2f7a82", "#a3cccd", "#d9eaea", "#71807c", "#c9d2d0"),
)
OUTLINED = {"fill": "#ffffff", "stroke": EDGE, "stroke-dasharray": "3 2"}
FILLS = {
    "women": {"fill": DARK}, "now": {"fill": DARK}, "q4": {"fill": DARK},
    "another": {"fill": MIDDLE}, "q3": {"fill": MIDDLE},
    "men": {"fill": SOFT}, "q2": {"fill": SOFT},
    "before": {"fill": SOFT, "stroke": EDGE, "stroke-width": "0.75"},
    "q1": {"fill": FAINT},
    "track": {"fill": "#eef3f2", "stroke": RULE, "stroke-width": "0.75"},
    "unknown": OUTLINED, "q0": OUTLINED, "hidden": OUTLINED | {"stroke-width": "2"},
}  # fmt: skip
STROKES = {
    "axis": {"stroke": EDGE}, "grid": {"stroke": RULE, "stroke-width": "0.75"},
    "trend": {"stroke": DARK, "stroke-width": "2.5"},
    "target": {"stroke": "#b3261e", "stroke-width": "2", "stroke-dasharray": "6 3"},
}  # fmt: skip
#: Looks of labels: size in units, and how they are set.
LABELS = {
    "quiet": (11.5, {"color": QUIET}),
    "strong": (12.5, {"color": INK, "weight": 700}),
    "tile": (10.5, {"color": INK}),
    "on-dark": (0, {"color": "#ffffff"}),
    "on-pale": (0, {"color": INK}),
}
KEY_BOX, KEY_GAP = 2.6, 4


def picture_of(drawing: Drawing) -> bytes:
    """Everything but the labels, as SVG. The texts of a drawing are not in it."""
    size = f'viewBox="0 -2 {drawing.width:g} {drawing.height + 4:g}"'
    drawn = [
        *(path(line) for line in drawing.behind),
        *(rectangle(box) for box in drawing.boxes),
        *(path(line) for line in drawing.lines),
    ]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>').encode()


def rectangle(box) -> str:
    at = {"x": box.x, "y": box.y, "width": box.w, "height": box.h}
    return element("rect", at | FILLS[box.look])


def path(line) -> str:
    return element("path", {"d": line.path, "fill": "none"} | STROKES[line.look])


def element(name: str, attributes: dict) -> str:
    told = " ".join(f"{key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name} {told}/>"


def height_of(drawing: Drawing, w: float) -> float:
    return (drawing.height + 4) * w / drawing.width


def drawn(flow: Flow, one: Illustration, name: str, x: float, y: float, w: float) -> list[dict]:
    """The items of a drawing with its left upper corner at (x, y), `w` wide; `name` is the one of
    its picture among the files."""
    scale = w / one.drawing.width
    items = [
        {"type": "image", "src": name, "x": x, "y": round(y, 3), "w": w, "alt": spoken(flow, one)}
    ]
    for label in one.drawing.labels:
        line = set_label(flow, label, scale, w)
        baseline = y + (label.y + 2) * scale
        left = (
            x + label.x * scale - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * (line.width)
        )
        top = baseline - line.style["top"] * line.size / MM
        items.append(line.item(left, top, line.width))
    return items


def spoken(flow: Flow, one: Illustration) -> str:
    """What somebody hears who does not see the picture."""
    return f"{one.title}. {one.told}" if one.told else one.title


def set_label(flow: Flow, label, scale: float, w: float) -> Line:
    size, style = 0.0, {}
    for look in label.look.split():
        size, style = max(size, LABELS[look][0]), style | LABELS[look][1]
    room = 70 * scale - 0.6 if "on-" in label.look else w
    return flow.line(label.text, "label", room, size=round(size * scale * MM, 2), min=2, **style)


def key_of(flow: Flow, one: Illustration, x: float, y: float, w: float) -> tuple[list[dict], float]:
    """The key from the left, in as many rows as it takes, and its height."""
    items, at, top = [], x, y
    high = 0.0
    for look, name in one.key:
        line = flow.line(name, "key", w - KEY_BOX - 2)
        wide = KEY_BOX + 1.4 + line.width
        if at > x and at + wide > x + w:
            at, top = x, top + line.height + 0.6
        items += mark_of(look, at, top + (line.height - KEY_BOX) / 2)
        items.append(line.item(at + KEY_BOX + 1.4, top, line.width))
        at += wide + KEY_GAP
        high = top + line.height - y
    return items, high


def mark_of(look: str, x: float, y: float) -> list[dict]:
    """A small box of the look, or a short line for what is drawn as a line."""
    x, y = round(x, 3), round(y, 3)
    if look in STROKES:
        middle = {"x": x, "y": round(y + KEY_BOX / 2, 3), "w": KEY_BOX}
        return [{"type": "rule", "weight": 1.5, "color": STROKES[look]["stroke"], **middle}]
    fill = FILLS[look]
    edge = {"color": fill["stroke"], "weight": 0.4} if "stroke" in fill else {}
    at = {"x": x, "y": y, "w": KEY_BOX, "h": KEY_BOX}
    return [{"type": "rect", "fill": fill["fill"]} | at | edge]
