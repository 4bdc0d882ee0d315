"""The rows of an attendance sheet: what stands in each cell, and how wide and high cells are."""

from dataclasses import dataclass

from courses.adapters.paper.facts import Somebody, Words, name_lines, said
from courses.adapters.printing.designs import qr
from courses.adapters.printing.lines import Line, fitted, styled

AIR = 1.2
INK, GREY, TEAL = "#16211f", "#4a5755", "#0f5257"
LINE, TINT = "#8fa3a1", "#e7efee"
#: `min` is so small that every text fits; names keep to one line as long as they can.
STYLES = {
    "name-km": {"lang": "km", "size": 13.5, "min": 9, "weight": 700, "color": INK},
    "name-en": {"size": 8.2, "min": 6.4, "color": INK},
    "cell-km": {"lang": "km", "size": 8.4, "min": 4, "lines": 2, "color": INK},
    "cell-en": {"size": 6.6, "min": 3.5, "lines": 2, "color": GREY},
    "number": {"lang": "km", "size": 10, "min": 5, "weight": 700, "color": TEAL, "align": "center"},
    "head-km": {"lang": "km", "size": 8.6, "min": 4, "weight": 700, "color": TEAL, "lines": 2},
    "head-en": {"size": 6.2, "min": 4, "weight": 600, "color": TEAL, "lines": 2},
    "day-km": {"lang": "km", "size": 8, "min": 4, "weight": 700, "color": TEAL},
    "day-en": {"size": 6.4, "min": 4, "weight": 600, "color": TEAL},
    "sign": {"lang": "km", "size": 7, "min": 4, "color": TEAL},
    "walk-in-km": {"lang": "km", "size": 6.4, "min": 3, "color": "#7b8a88"},
    "walk-in-en": {"size": 6, "min": 4, "color": "#7b8a88"},
}  # fmt: skip
TINY = {"min": 0.5, "lines": 3}
LEDGER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
HEADS = {
    "number": Words("ល.រ", "No."),
    "card": Words("កាត", "Card"),
    "name": Words("ឈ្មោះ", "Name"),
    "sex": Words("ភេទ", "Sex"),
    "role": Words("តួនាទី", "Position"),
    "organization": Words("អង្គភាព", "Organization"),
}
SIGN = "ហត្ថលេខា ឬស្នាមមេដៃ · Signature or thumbprint"
WALK_IN = Words("មិនមានក្នុងបញ្ជី", "Walk-in")


@dataclass(frozen=True)
class Columns:
    """Widths for so many half-days; what they leave free goes to names and organizations."""

    names: float
    role: float
    organization: float
    sign: float
    half_days: int

    ROW, HEAD, SIGN_HEAD = 12.8, 10.4, 4.6
    WHOLE, NUMBER, CARD, SEX = 277, 9, 14.4, 12.6

    @classmethod
    def of(cls, half_days: int) -> "Columns":
        sign = {1: 58, 2: 40, 3: 31}.get(half_days, 27.5)
        free = cls.WHOLE - cls.NUMBER - cls.CARD - cls.SEX - half_days * sign
        role, organization = round(free * 0.24, 2), round(free * 0.33, 2)
        return cls(free - role - organization, role, organization, sign, half_days)

    @property
    def widths(self) -> list[float]:
        fixed = [self.NUMBER, self.CARD, self.names, self.SEX, self.role, self.organization]
        return [*fixed, *[self.sign] * self.half_days]


def fit(text: str, style: str, w: float) -> Line | None:
    """The text in its style; where even the smallest type is too wide, as small as it takes."""
    if not text:
        return None
    look = styled(STYLES, {"style": style})
    line = fitted(text, look, look["size"], w)
    if line.is_whole:
        return line
    size = look["size"] * (0.62 if look["lines"] == 1 else 1)
    look |= {"lines": 2, "min": size * 0.75} if look["lines"] == 1 else TINY
    line = fitted(text, look, size, w)
    return line if line.is_whole else fitted(text, look | TINY, look["size"], w)


def cell(lines: list[Line | None], w: float, h: float, align: str = "left") -> list[dict]:
    """The lines under each other in the middle of a cell, all a little smaller if they must be."""
    lines = [line for line in lines if line]
    high = sum(line.height for line in lines)
    room = h - 0.5
    if high > room:
        scale = room / high
        lines = [smaller(line, scale, w - 2 * AIR) for line in lines]
        high = sum(line.height for line in lines)
    y, items = (h - high) / 2, []
    for line in lines:
        line.style["align"] = align
        items.append(line.item(AIR, y, w - 2 * AIR))
        y += line.height
    return items


def smaller(line: Line, scale: float, w: float) -> Line:
    size = int(line.size * scale * 4) / 4 or 1.5
    look = line.style | {"min": min(size, line.style["min"])}
    return fitted(line.text, look, size, w)


def two(words: Words, style: str, w: float) -> list[Line | None]:
    """Khmer over English in the styles `style-km` and `style-en`; English alone stands large."""
    words = said(words)
    if not words.km:
        return [fit(words.en, f"{style}-km", w - 2 * AIR)]
    english = words.en if words.en != words.km else ""
    return [fit(words.km, f"{style}-km", w - 2 * AIR), fit(english, f"{style}-en", w - 2 * AIR)]


def row(cells: list[list[dict]], h: float) -> dict:
    return {"h": h, "cells": [{"span": 1, "down": 1, "items": items} for items in cells]}


def head_rows(half_days, columns: Columns) -> list[dict]:
    """The names of the columns, and over each place to sign its day and times."""
    whole = Columns.SIGN_HEAD + Columns.HEAD
    names = [
        {
            "span": 1, "down": 2,
            "items": cell(two(words, "head", w), w, whole, side_of(name)),
        }
        for (name, words), w in zip(HEADS.items(), columns.widths, strict=False)
    ]  # fmt: skip
    signed = columns.sign * columns.half_days
    label = cell([fit(SIGN, "sign", signed - 2 * AIR)], signed, Columns.SIGN_HEAD, "center")
    return [
        {
            "h": Columns.SIGN_HEAD,
            "cells": [*names, {"span": columns.half_days, "down": 1, "items": label}],
        },
        row([half_day_cell(each, columns.sign) for each in half_days], Columns.HEAD),
    ]


def side_of(name: str) -> str:
    return "center" if name == "number" else "left"


def half_day_cell(half_day, w: float) -> list[dict]:
    day, part = half_day.day, half_day.part
    lines = [
        fit(f"{day.km} {part.km}", "day-km", w - 2 * AIR),
        fit(f"{day.en}, {part.en}", "day-en", w - 2 * AIR),
        fit(half_day.times, "day-en", w - 2 * AIR),
    ]
    return cell(lines, w, Columns.HEAD, "center")


def number_cell(number: int) -> list[dict]:
    digits = str(number).translate(LEDGER_DIGITS)
    w = Columns.NUMBER
    return cell([fit(digits, "number", w - 2 * AIR)], w, Columns.ROW, "center")


def person_row(number: int, somebody: Somebody, columns: Columns) -> dict:
    large, small = name_lines(somebody)
    w, h = columns.names, Columns.ROW
    names = [fit(large, "name-km", w - 2 * AIR), fit(small, "name-en", w - 2 * AIR)]
    side = Columns.ROW - 0.6
    card = {"type": "qr", "x": (Columns.CARD - side) / 2, "y": 0.3, "w": side}
    cells = [
        number_cell(number),
        [card | qr(somebody.code, somebody.code)],
        cell(names, w, h),
        cell(two(somebody.sex, "cell", Columns.SEX), Columns.SEX, h),
        cell(two(somebody.role, "cell", columns.role), columns.role, h),
        cell(two(somebody.organization, "cell", columns.organization), columns.organization, h),
    ]
    return row([*cells, *[[] for _ in range(columns.half_days)]], h)


def blank_row(number: int, columns: Columns) -> dict:
    """A row for somebody who is not on the list: only the number, and what it is for."""
    w = columns.CARD
    lines = [fit(WALK_IN.km, "walk-in-km", w - 2 * AIR), fit(WALK_IN.en, "walk-in-en", w - 2 * AIR)]
    cells = [number_cell(number), cell(lines, w, Columns.ROW)]
    return row([*cells, *[[] for _ in columns.widths[2:]]], Columns.ROW)
