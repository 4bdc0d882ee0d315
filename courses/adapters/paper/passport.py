"""The training record of one person to show to others, on as many A4 pages as it needs, in Khmer
with English below. Lengths are millimetres."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from courses.adapters.paper.facts import Party, Words, logos_of, said
from courses.adapters.paper.flow import FOOT, HAIR, INK, LEFT, QUIET, TEAL, WIDE, Flow, H, W
from courses.adapters.printing.lines import Line
from courses.adapters.printing.typesetting import draw

LOGOS, LOGO = 3, 15
SAFFRON = "#c08a2b"
DATES, TIME, GAP = 36, 30, 5
MIDDLE = WIDE - DATES - TIME - 2 * GAP
AFTER_LINE, AFTER_ROW = 0.7, 3
UNPRINTABLE = "—"
#: By what a text is: how it looks in Khmer, and in English below.
LOOKS = {
    "programme": ({"size": 10.5, "weight": 700}, {"size": 8.5, "color": QUIET}),
    "title": (
        {"size": 22, "fonts": ("Moul", "Noto Serif"), "color": TEAL, "h1": True,
         "top": 1.1, "bottom": 0.6},
        {"size": 13, "color": TEAL, "weight": 600},
    ),
    "name": ({"size": 17, "weight": 700}, {"size": 12.5, "weight": 600}),
    "as_at": ({"size": 8.5, "color": QUIET}, {"size": 8, "color": QUIET}),
    "unit": ({"size": 9.5, "weight": 700}, {"size": 8, "color": QUIET}),
    "dates": ({"size": 9}, {"size": 8, "color": QUIET}),
    "course": ({"size": 11, "weight": 700}, {"size": 9.5}),
    "place": ({"size": 9, "color": QUIET}, {"size": 8, "color": QUIET}),
    "result": ({"size": 9.5, "color": TEAL, "weight": 700}, {"size": 8.5, "color": TEAL}),
    "paper": ({"size": 9}, {"size": 8}),
    "time": ({"size": 10, "weight": 700}, {"size": 8, "color": QUIET}),
    "notice": ({"size": 8.5, "color": QUIET}, {"size": 8, "color": QUIET}),
}  # fmt: skip
STYLES = {
    f"{name}-{language}": {"min": 5, "lines": 4} | look
    for name, looks in LOOKS.items()
    for language, look in zip(("km", "en"), looks, strict=True)
} | {
    "number": {"size": 24, "min": 12, "weight": 700, "color": INK},
    "address": {"size": 7, "min": 4, "color": QUIET},
    "foot": FOOT,
}


@dataclass(frozen=True)
class ShownPaper:
    """What was issued, with its number, and where anybody checks it."""

    words: Words
    check: str


@dataclass(frozen=True)
class ShownCourse:
    """`result` says whether it was completed; `time` is hours, then half-days."""

    title: Words
    dates: Words
    place: Words
    time: tuple[Words, ...]
    result: Words
    papers: tuple[ShownPaper, ...] = ()


@dataclass(frozen=True)
class PassportFacts:
    """`totals` are numbers with their units; `page` says which page of how many."""

    title: Words
    name: Words
    as_at: Words
    totals: tuple[tuple[str, Words], ...]
    courses: tuple[ShownCourse, ...]
    notice: Words
    page: Callable[[int, int], str]
    made_on: date
    parties: tuple[Party, ...] = ()


def passport_pdf(facts: PassportFacts) -> bytes:
    """A PDF/A file. Raises TypesettingError only where a font or a picture is broken."""
    paper = Pages(facts)
    paper.lay()
    name, day = said(facts.name), facts.made_on
    return draw(
        {
            "w": W, "h": H, "bg": "", "lang": "km",
            "title": f"{facts.title.km} · {facts.title.en} · {name.km or name.en}",
            "y": day.year, "m": day.month, "d": day.day,
            "pages": paper.footed(name.en or name.km, facts.page),
        },
        {f"logo_{n}.jpg": logo for n, (_party, logo) in enumerate(paper.logos)},
    )  # fmt: skip


class Pages(Flow):
    """One record."""

    def __init__(self, facts: PassportFacts):
        super().__init__(STYLES, "en", UNPRINTABLE)
        self.facts = facts
        self.logos = logos_of(facts.parties, LOGOS)

    def lay(self) -> None:
        self.head()
        self.totals()
        for course in self.facts.courses:
            self.course(course)
        self.hair(HAIR, 0.35)
        self.y += AFTER_ROW
        notice = self.told("notice", self.facts.notice, WIDE)
        self.make_room(height_of(notice))
        self.column(notice, LEFT, WIDE)

    def told(self, name: str, words: Words, w: float) -> list[Line]:
        """The Khmer line and the English one below it, those that there are."""
        both = said(words)
        texts = (("km", both.km), ("en", both.en if both.en != both.km else ""))
        return [
            self.line(text, f"{name}-{language}", w, lang=language)
            for language, text in texts
            if text
        ]

    def column(self, lines: Sequence[Line], x: float, w: float) -> None:
        """Lines under each other from where the page stands."""
        for line in lines:
            self.put(line, x, w)
            self.y += line.height + AFTER_LINE

    def head(self) -> None:
        """Who keeps the record, with logos on the right; then what it is, and whose."""
        facts, top = self.facts, self.y
        right = LEFT + WIDE - len(self.logos) * (LOGO + 3)
        for n, (party, _logo) in enumerate(self.logos):
            at = {"x": round(right + 3 + n * (LOGO + 3), 3), "y": top - 4, "w": LOGO, "h": LOGO}
            alt = party.name.en or party.name.km
            self.add({"type": "image", "src": f"logo_{n}.jpg", "alt": alt, **at})
        if facts.parties:
            wide = right - LEFT - 4
            self.column(self.told("programme", facts.parties[0].name, wide), LEFT, wide)
        self.y = max(self.y, top - 2 + LOGO if self.logos else top) + 2
        self.hair(SAFFRON, 1.4)
        self.y += 4
        for name, words in (("title", facts.title), ("name", facts.name), ("as_at", facts.as_at)):
            self.column(self.told(name, words, WIDE), LEFT, WIDE)
            self.y += 2

    def totals(self) -> None:
        """The large numbers side by side, each under a line."""
        totals = self.facts.totals
        wide = (WIDE - GAP * (len(totals) - 1)) / len(totals)
        self.y += 1
        top, lowest = self.y, self.y
        for n, (value, unit) in enumerate(totals):
            self.y, x = top, LEFT + n * (wide + GAP)
            self.hair(INK, 1.2, x, wide)
            self.y += 1.5
            lines = [self.line(value, "number", wide), *self.told("unit", unit, wide)]
            self.column(lines, x, wide)
            lowest = max(lowest, self.y)
        self.y = lowest + 5

    def course(self, course: ShownCourse) -> None:
        """When, what, and how long, side by side; a course stays on one page."""
        times = [line for words in course.time for line in self.told("time", words, TIME)]
        columns = (
            (self.told("dates", course.dates, DATES), LEFT, DATES),
            (self.middle(course), LEFT + DATES + GAP, MIDDLE),
            (times, LEFT + DATES + MIDDLE + 2 * GAP, TIME),
        )
        high = max(height_of(lines) for lines, _x, _w in columns)
        self.make_room(high + AFTER_ROW)
        self.hair(HAIR, 0.35)
        self.y += AFTER_ROW / 2
        top = self.y
        for lines, x, w in columns:
            self.y = top
            self.column(lines, x, w)
        self.y = top + high + AFTER_ROW / 2

    def middle(self, course: ShownCourse) -> list[Line]:
        lines = [
            line
            for name, words in (
                ("course", course.title), ("place", course.place), ("result", course.result),
            )
            for line in self.told(name, words, MIDDLE)
        ]  # fmt: skip
        for paper in course.papers:
            lines += self.told("paper", paper.words, MIDDLE)
            lines.append(self.line(paper.check, "address", MIDDLE))
        return lines


def height_of(lines: Sequence[Line]) -> float:
    return sum(line.height + AFTER_LINE for line in lines)
