"""The map of the provinces as a drawing: tiles that stand roughly where the provinces lie."""

from collections.abc import Mapping
from dataclasses import dataclass

from courses.rules.calendar_words import number, table
from courses.rules.charts import drawn, said
from courses.rules.drawings import Drawing, box, label

TILE_WIDTH, TILE_HEIGHT = 72, 54

#: Column and row of each province on the map, and short names that fit a tile.
TILES = {
    **{"22": (1, 0), "13": (2, 0), "19": (3, 0), "16": (4, 0), "01": (0, 1), "17": (1, 1)},
    **{"06": (2, 1), "10": (3, 1), "11": (4, 1), "24": (0, 2), "02": (1, 2), "04": (2, 2)},
    **{"03": (3, 2), "25": (4, 2), "09": (0, 3), "15": (1, 3), "12": (2, 3), "08": (3, 3)},
    **{"14": (4, 3), "18": (0, 4), "05": (1, 4), "21": (2, 4), "20": (3, 4), "07": (1, 5)},
    **{"23": (2, 5)},
}
SHORT = {
    "en": {
        **{"01": "Banteay M.", "03": "Kg. Cham", "04": "Kg. Chhnang", "05": "Kg. Speu"},
        **{"06": "Kg. Thom", "18": "Sihanouk", "22": "Oddar M.", "25": "Tboung Kh."},
    },
    "km": {"01": "ប.មានជ័យ", "22": "ឧ.មានជ័យ"},
}
#: The darkest shade begins at one of these numbers, the paler ones at a quarter and a twentieth.
TOPS = (40, 100, 200, 400, 1000, 2000, 4000, 10000, 20000, 40000, 100000)
DARK = {"q3", "q4"}


@dataclass(frozen=True)
class Map:
    """The tiles, and the shades with what they stand for."""

    drawing: Drawing
    key: tuple[tuple[str, str], ...]


def province_tiles(
    counts: Mapping[str, int | str | None], names: Mapping[str, str], language: str, more: str
) -> Map:
    """A tile for each named province. A count may be the mark of a hidden one, such as
    "‹5", or None.

    `more` says "and more" with `%(low)s` for the number from which the last shade goes on.
    """
    steps = shades(max((drawn(count) or 0 for count in counts.values()), default=0))
    boxes, labels = [], []
    for code, (column, row) in TILES.items():
        if code not in names:
            continue
        count = counts.get(code, 0)
        look = "hidden" if drawn(count) is None else _shade_of(count, steps)
        x, y = column * TILE_WIDTH + 1, row * TILE_HEIGHT + 1
        boxes.append(box(x, y, TILE_WIDTH - 2, TILE_HEIGHT - 2, look))
        on = "on-dark" if look in DARK else "on-pale"
        middle = x + (TILE_WIDTH - 2) / 2
        name = SHORT[table(language)].get(code, names[code])
        labels.append(label(middle, y + 20, name, f"tile {on}", "middle"))
        labels.append(label(middle, y + 41, said(count, language), f"strong {on}", "middle"))
    size = 5 * TILE_WIDTH, 6 * TILE_HEIGHT + 2
    drawing = Drawing(*size, boxes=tuple(boxes), labels=tuple(labels))
    return Map(drawing, _key(steps, language, more))


def _key(steps, language: str, more: str) -> tuple[tuple[str, str], ...]:
    told = []
    for look, low, high in steps:
        first = number(low, language)
        if high is None:
            told.append((look, more % {"low": first}))
        else:
            told.append((look, first if low == high else f"{first}–{number(high, language)}"))
    return tuple(told)


def shades(most: int) -> tuple[tuple[str, int, int | None], ...]:
    """Five steps that suit the largest number: a look, and from where to where."""
    top = max((top for top in TOPS if top <= most), default=TOPS[0])
    second, third = top // 20, top // 4
    return (
        ("q0", 0, 0),
        ("q1", 1, second - 1),
        ("q2", second, third - 1),
        ("q3", third, top - 1),
        ("q4", top, None),
    )


def _shade_of(count: int, steps) -> str:
    return next(look for look, low, _high in reversed(steps) if count >= low)
