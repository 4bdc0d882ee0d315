"""The pictures of the reach page: bars by month and a map of tiles, as numbers for an SVG."""

from dataclasses import dataclass
from datetime import date

from courses.admin.reach_words import Line
from courses.rules import calendar_words, province_tiles
from courses.rules.province_tiles import SHORT, TILE_HEIGHT, TILE_WIDTH, TILES
from courses.rules.reach.told import Sexes

WIDTH, ROW, BAR = 370, 30, 20
ROOM_FOR_NUMBER = 62
THINNEST = 2.0


@dataclass(frozen=True)
class Part:
    css: str
    path: str


@dataclass(frozen=True)
class Bar:
    """A month: its label, the parts of its bar and where the number stands."""

    label: str
    baseline: int
    parts: tuple[Part, ...]
    total: int
    number_x: str


@dataclass(frozen=True)
class Bars:
    bars: tuple[Bar, ...]
    left: int
    height: int
    highest: Line
    has_another: bool

    @property
    def labels_x(self) -> int:
        return self.left - 8


def bars(lines: list[Line], language: str) -> Bars:
    """Participations of every month, stacked by sex."""
    most = max(line.figures.participations for line in lines)
    years = {line.key.year for line in lines}
    left = 58 if len(years) == 1 else 84
    scale = (WIDTH - left - ROOM_FOR_NUMBER) / max(most, 1)
    return Bars(
        bars=tuple(
            _bar(line, ROW * number, left, scale, _month(line.key, language, len(years) > 1))
            for number, line in enumerate(lines)
        ),
        left=left,
        height=ROW * len(lines) + 2,
        highest=max(lines, key=lambda line: line.figures.participations),
        has_another=any(line.figures.sexes.another for line in lines),
    )


def _month(month: date, language: str, with_year: bool) -> str:
    name = calendar_words.month(month, language, short=True)
    return f"{name} {calendar_words.digits(month.year, language)}" if with_year else name


def _bar(line: Line, top: int, left: int, scale: float, label: str) -> Bar:
    parts, x = [], float(left)
    for css, people in _stack(line.figures.sexes):
        width = max(people * scale - 1, THINNEST)
        parts.append(Part(css, _box(x, top + 4, width, BAR, inset=css == "unknown")))
        x += width + 1
    return Bar(label, top + 18, tuple(parts), line.figures.participations, f"{x + 6:.1f}")


def _stack(sexes: Sexes) -> list[tuple[str, int]]:
    names = ("women", "men", "another", "unknown")
    return [(name, getattr(sexes, name)) for name in names if getattr(sexes, name)]


def _box(x: float, y: float, width: float, height: float, inset: bool) -> str:
    """A rectangle as a path; one with an outline keeps it inside."""
    if inset:
        x, y, width, height = x + 0.5, y + 0.5, max(width - 1, 1), height - 1
    return f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}z"


@dataclass(frozen=True)
class Shade:
    """A step of the map's scale: from `low` to `high`, without an end if that is None."""

    css: str
    low: int
    high: int | None


@dataclass(frozen=True)
class Tile:
    x: int
    y: int
    name: str
    count: int
    css: str

    @property
    def middle(self) -> int:
        return self.x + (TILE_WIDTH - 2) // 2

    @property
    def name_y(self) -> int:
        return self.y + 20

    @property
    def count_y(self) -> int:
        return self.y + 41


@dataclass(frozen=True)
class Map:
    shades: tuple[Shade, ...]
    tiles: tuple[Tile, ...]


def province_map(counts: dict[str, int], names: dict[str, str], language: str) -> Map:
    """Participations by province as tiles that stand roughly where the provinces lie."""
    scale = shades(max(counts.values(), default=0))
    short = SHORT[calendar_words.table(language)]
    return Map(
        scale,
        tuple(
            Tile(
                x=column * TILE_WIDTH + 1,
                y=row * TILE_HEIGHT + 1,
                name=short.get(code, names[code]),
                count=counts.get(code, 0),
                css=_shade_of(counts.get(code, 0), scale),
            )
            for code, (column, row) in TILES.items()
            if code in names
        ),
    )


def shades(most: int) -> tuple[Shade, ...]:
    """Five steps that suit the largest number."""
    return tuple(Shade(*step) for step in province_tiles.shades(most))


def _shade_of(count: int, scale: tuple[Shade, ...]) -> str:
    return next(shade.css for shade in reversed(scale) if count >= shade.low)
