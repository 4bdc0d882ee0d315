"""Text that flows over A4 pages from top to bottom: lines, hair lines, feet. Lengths in mm."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from courses.adapters.paper.facts import why_not_printed
from courses.adapters.printing.lines import Line, fitted, styled

W, H = 210, 297
LEFT, TOP, BOTTOM = 18, 18, 275
WIDE = W - 2 * LEFT
FOOT_Y = 283
INK, QUIET, TEAL, HAIR = "#16211f", "#4a5755", "#0f5257", "#c9d2d0"
FOOT = {"size": 7.5, "min": 5, "color": QUIET}
NOTHING: Mapping = MappingProxyType({})


class Flow:
    """Sets lines under each other and begins a page where one is full.

    `styles` by name; `base` is laid over each. Where letters are unknown or malformed,
    `unprintable` stands in their place: one text never stops a whole paper.
    """

    def __init__(self, styles: Mapping, language: str, unprintable: str, base: Mapping = NOTHING):
        self.styles, self.language, self.unprintable = styles, language, unprintable
        self.base = base
        self.pages: list[list[dict]] = [[]]
        self.y: float = TOP

    def line(self, text: str, style: str, w: float, **more) -> Line:
        words = " ".join(text.split())
        if why_not_printed(words):
            words = self.unprintable
        look = styled(self.styles, {"style": style, "lang": self.language, **self.base, **more})
        return fitted(words, look, look["size"], w)

    def put(self, line: Line, x: float, w: float) -> None:
        self.add(line.item(x, self.y, w))

    def add(self, *items: dict) -> None:
        self.pages[-1] += items

    def hair(self, color: str, weight: float, x: float = LEFT, w: float = WIDE) -> None:
        at = {"x": x, "y": round(self.y, 3), "w": w}
        self.add({"type": "rule", "weight": weight, "color": color, **at})

    def make_room(self, height: float) -> bool:
        """Begins a page unless so much still fits. Whether it began one."""
        if self.y + height <= BOTTOM:
            return False
        self.pages.append([])
        self.y = TOP
        return True

    def footed(self, left: str, page: Callable[[int, int], str]) -> list[list[dict]]:
        """The pages with `left` and the number of the page at their feet."""
        total = len(self.pages)
        return [self._foot(items, left, page(n, total)) for n, items in enumerate(self.pages, 1)]

    def _foot(self, items: list[dict], left: str, right: str) -> list[dict]:
        first, second = self.line(left, "foot", WIDE / 2), self.line(right, "foot", WIDE / 2)
        at = LEFT + WIDE - second.width
        ends = first.item(LEFT, FOOT_Y, WIDE / 2), second.item(at, FOOT_Y, second.width)
        return [*items, *ends]
