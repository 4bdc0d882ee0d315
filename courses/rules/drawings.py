"""What a picture is made of: boxes, lines and labels with a place and a look.

Screens draw them as SVG, paper as lines of ink; both take colours from the look alone. Lengths are
units of the picture, y grows downwards.
"""

from dataclasses import dataclass

#: Rough width of a letter as a part of its size; enough to keep labels apart.
LETTER = {"en": 0.62, "km": 0.62}


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float
    look: str


@dataclass(frozen=True)
class Line:
    """A line through its points."""

    points: tuple[tuple[float, float], ...]
    look: str

    @property
    def path(self) -> str:
        """As the `d` of an SVG path."""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in self.points)


@dataclass(frozen=True)
class Label:
    """A text with its baseline at y; `anchor` is start, middle or end, as in SVG."""

    x: float
    y: float
    text: str
    look: str
    anchor: str = "start"


@dataclass(frozen=True)
class Drawing:
    """What lies behind comes first: grid and axes, boxes, lines, labels."""

    width: float
    height: float
    behind: tuple[Line, ...] = ()
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()


def box(x: float, y: float, w: float, h: float, look: str) -> Box:
    """Rounded to a tenth, so that pages stay small and the same everywhere."""
    return Box(round(x, 1), round(y, 1), round(w, 1), round(h, 1), look)


def line(look: str, *points: tuple[float, float]) -> Line:
    return Line(tuple((round(x, 1), round(y, 1)) for x, y in points), look)


def label(x: float, y: float, text: str, look: str, anchor: str = "start") -> Label:
    return Label(round(x, 1), round(y, 1), text, look, anchor)


def text_width(text: str, size: float, language: str) -> float:
    """About how wide a text is; Khmer marks above and below take no width."""
    wide = sum(not "\u17b7" <= letter <= "\u17d3" for letter in text)
    return wide * size * LETTER["km" if language.startswith("km") else "en"]
