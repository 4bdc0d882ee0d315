"""The pictures of figures: months and provinces of a report, and of a table that a reader made."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.reach_words import ALL, MONTH, PROVINCE, SEX, VENUE_PROVINCE, Dimension, Words
from courses.queries.explore import Crossed
from courses.queries.reach import Report
from courses.rules import calendar_words
from courses.rules.charts import (
    Chart,
    Pair,
    Part,
    Share,
    Stack,
    compared,
    shares,
    stacked,
)
from courses.rules.charts_over_time import Point, columns, trend
from courses.rules.province_tiles import Map, province_tiles
from courses.rules.reach.told import Key

LOOKS = ("women", "men", "another", "unknown")
SEXES = ("female", "male", "another", None)
OVER_TIME = ("month", "quarter", "year")
#: Longer ones are read as a table.
MOST_BARS = 25


def by_month(report: Report, words: Words) -> Chart:
    """Participations of every month, cut by sex."""
    lines = words.lines(MONTH, report)
    years = {line.key.year for line in lines}
    stacks = [
        Stack(
            _month(line.key, len(years) > 1, words.language),
            [getattr(line.figures.sexes, look) for look in LOOKS],
        )
        for line in lines
    ]
    return stacked(stacks, sex_parts(), (str(MONTH.column), str(ALL)), words.language)


def _month(month, with_year: bool, language: str) -> str:
    name = calendar_words.month(month, language, short=True)
    return f"{name} {calendar_words.digits(month.year, language)}" if with_year else name


def sex_parts() -> list[Part]:
    names = (_("Women"), _("Men"), _("Another"), _("Sex unknown"))
    return [Part(name, look) for name, look in zip(names, LOOKS, strict=True)]


def by_province(report: Report, words: Words) -> Map:
    """Participations of every province."""
    rows = report.breakdowns["province"]
    counts = {row.key: row.figures.participations for row in rows if row.key is not None}
    return tiles(counts, words)


def tiles(counts: dict[str, int], words: Words) -> Map:
    return province_tiles(counts, words.labels["province"], words.language, _("%(low)s and more"))


class Pictured:
    """What of a table that a reader made can be drawn, by its rows in their order."""

    def __init__(self, found: Crossed, keys: Sequence[Key], words: Words, rows: Dimension):
        self.found, self.words, self.dimension = found, words, rows
        self.name = _(found.indicator.name)
        self.title = str(rows.heading)
        self.keys = list(keys)[:MOST_BARS] if rows.name not in OVER_TIME else list(keys)

    @property
    def chart(self) -> Chart | None:
        """None for a single row, or where nothing can be drawn or numbers are hidden; two ways are
        drawn by sex alone."""
        if len(self.keys) < 2 or self.found.indicator.fewest:
            return None
        if self.dimension.name in OVER_TIME:
            return self._over_time()
        if self.found.before is not None:
            return self._beside_before()
        if self.found.indicator.is_share:
            return shares(
                [Share(self._label(key), self._value(key), None) for key in self.keys],
                (*self._heads, ""),
                self.words.language,
            )
        return self._bars()

    @property
    def map(self) -> Map | None:
        """Tiles of the provinces for what is counted by them."""
        indicator = self.found.indicator
        is_number = not (indicator.is_share or indicator.fewest)
        if self.dimension not in (PROVINCE, VENUE_PROVINCE) or not is_number:
            return None
        counts = {key: _whole(value) for key, value in self.found.rows.items() if key is not None}
        return tiles(counts, self.words)

    @property
    def _heads(self) -> tuple[str, str]:
        return str(self.dimension.column), self.name

    def _label(self, key: Key) -> str:
        return self.words.label(self.dimension, key)

    def _value(self, key: Key) -> float | int | None:
        return self._counted(self.found.rows.get(key))

    def _counted(self, value: Any) -> float | int | None:
        """What nobody was counted in is 0, where the figure says so."""
        return _number(self.found.indicator.of_nothing if value is None else value)

    def _over_time(self) -> Chart:
        """A share as a line in per cent, a count as columns."""
        is_share = self.found.indicator.is_share
        points = [
            Point(
                self._label(key),
                self._short(key),
                _per_cent(self._value(key)) if is_share else _whole(self._value(key)),
            )
            for key in self.keys
            if key is not None
        ]
        name = f"{self.name} (%)" if is_share else self.name
        heads = (str(self.dimension.column), name, "")
        return (trend if is_share else columns)(points, heads, self.words.language)

    def _short(self, key: Key) -> str:
        if self.dimension.name == "year":
            return self._label(key)
        return calendar_words.month(key, self.words.language, short=True)

    def _beside_before(self) -> Chart:
        is_share = self.found.indicator.is_share
        told = _per_cent if is_share else _whole
        pairs = [
            Pair(
                self._label(key),
                told(self._counted(self.found.before.get(key))),
                told(self._value(key)),
            )
            for key in self.keys
        ]
        name = f"{self.name} (%)" if is_share else self.name
        heads = (str(self.dimension.column), _("Before"), name, _("Change"))
        return compared(pairs, heads, self.words.language)

    def _bars(self) -> Chart:
        by_sex = self.found.by[1:] == (SEX.name,)
        parts = sex_parts() if by_sex else [Part(self.name, "now")]
        stacks = [
            Stack(
                self._label(key),
                [_whole(_number(self.found.cells.get((key, sex), 0))) for sex in SEXES]
                if by_sex
                else [_whole(self._value(key))],
                _whole(self._value(key)),
            )
            for key in self.keys
        ]
        chart = stacked(stacks, parts, (str(self.dimension.column), str(ALL)), self.words.language)
        return chart if by_sex else Chart(chart.drawing, (), self._heads, _two(chart.rows))


def heat(found: Crossed) -> float:
    """The largest of the cells of two ways, which has the darkest shade."""
    return max((_number(value) or 0 for value in found.cells.values()), default=0)


def shade_of(value: Any, most: float) -> str:
    """q1 to q4 in four even steps up to the largest; nothing for nothing, which stays white."""
    part = (_number(value) or 0) / most if most else 0
    return f"q{max(1, ceil(part * 4))}" if part else ""


def _two(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((row[0], row[-1]) for row in rows)


def _number(value: Any) -> float | int | None:
    return float(value) if isinstance(value, Fraction) else value


def _whole(value: Any) -> int | float | None:
    """With one decimal place at most."""
    if value is None or isinstance(value, int):
        return value
    return round(float(value), 1)


def _per_cent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)
