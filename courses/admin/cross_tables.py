"""Tables of one figure by one or two ways, in words: on Explore, in reports and their files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.reach_charts import heat, shade_of
from courses.admin.reach_words import EVERY, IN_ORDER, PHASE, Dimension, Words
from courses.queries.explore import Crossed
from courses.queries.reach import Report
from courses.rules import calendar_words
from courses.rules.indicators import Indicator
from courses.rules.reach.told import Key
from courses.rules.suppression import hidden_mark

#: Longer tables are for files.
MOST_ROWS = 200
NOTHING = "–"


@dataclass(frozen=True)
class Cell:
    """A figure in words; with an address where a list stands behind it, and the shade that it has
    among the cells of two ways."""

    text: str
    url: str = ""
    shade: str = ""


@dataclass(frozen=True)
class Table:
    """Heads, then rows of a label and its cells; the last row is the whole. `hidden` rows did not
    fit."""

    heads: list[str]
    rows: list[tuple[str, list[Cell]]]
    notes: list[str] = field(default_factory=list)
    hidden: int = 0


def in_words(indicator: Indicator, value: Any, language: str) -> str:
    """A figure; a dash where there is none, and the mark of what is hidden."""
    if value is None and indicator.fewest:
        return hidden_mark(indicator.fewest, language)
    if value is None:
        nothing = indicator.of_nothing
        return NOTHING if nothing is None else in_words(indicator, nothing, language)
    if indicator.is_share:
        return calendar_words.percent(value, language)
    places = None if isinstance(value, int) else 1
    return calendar_words.number(float(value) if places else value, language, places)


class Crossing:
    """A figure by one or two ways with its rows and columns in their order. `phases` are in the
    order of their days, where that is not the one of their labels."""

    def __init__(self, found: Crossed, words: Words, phases: Iterable[int] = ()):
        self.found, self.words, self.phases = found, words, list(phases)
        self.indicator = found.indicator
        self.dimensions = [EVERY[name] for name in found.by]
        self.keys = self.in_order(self.dimensions[0], found.rows)
        self.across = self.in_order(self.dimensions[1], found.columns) if found.by[1:] else []

    def in_order(self, dimension: Dimension, keys) -> list[Key]:
        """Days in their order, else by what the whole table shows first: the largest; the unknown
        last."""
        if dimension is PHASE:
            order = self.phases or list(self.words.labels[dimension.name])
            return sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
        if dimension.name in IN_ORDER:
            return sorted(keys, key=lambda key: (key is None, str(key)))
        return sorted(
            keys,
            key=lambda key: (key is None, -(keys[key] or 0), self.words.label(dimension, key)),
        )

    @property
    def title(self) -> str:
        says = {"figure": _(self.indicator.name), "rows": self.dimensions[0].column}
        if not self.dimensions[1:]:
            return _("%(figure)s: %(rows)s") % says
        says["columns"] = self.dimensions[1].column
        return _("%(figure)s: %(rows)s and %(columns)s") % says

    @property
    def heads(self) -> list[str]:
        rows, *columns = self.dimensions
        whole = _("All") if columns else _(self.indicator.name)
        return [
            str(rows.column),
            *(self.words.label(columns[0], key) for key in self.across),
            whole,
        ]

    @property
    def notes(self) -> list[str]:
        """What to know of the rows and columns, each once, and of numbers that are hidden."""
        notes = dict.fromkeys(str(each.note) for each in self.dimensions if each.note)
        if self.indicator.fewest:
            mark = hidden_mark(self.indicator.fewest, self.words.language)
            words = _("%(mark)s: hidden, because this number or one beside it is smaller.")
            notes[words % {"mark": mark}] = None
        return list(notes)

    def label(self, key: Key) -> str:
        return self.words.label(self.dimensions[0], key)

    def values(self, key: tuple[Key, ...]) -> list[tuple[Any, tuple[str, ...], tuple[Key, ...]]]:
        """Each figure of a row with the dimensions and values of its cell, its total last; without
        a key those of the whole."""
        found = self.found
        if key:
            cells = [
                (found.cells.get((*key, each)), found.by, (*key, each)) for each in self.across
            ]
        else:
            cells = [(found.columns.get(each), found.by[1:], (each,)) for each in self.across]
        total = found.rows.get(key[0]) if key else found.whole
        return [*cells, (total, found.by[: len(key)], key)]

    def numbers(self, key: tuple[Key, ...] = ()) -> list[Any]:
        return [value for value, _by, _key in self.values(key)]

    def number(self, value: Any) -> str:
        return in_words(self.indicator, value, self.words.language)

    def shades(self, key: tuple[Key, ...]) -> list[str]:
        """Of each cell of a row, not of its total."""
        most = heat(self.found)
        return [shade_of(value, most) for value in self.numbers(key)[:-1]]


def crossings(report: Report, words: Words) -> list[Crossing]:
    """The tables of one figure of a report, in its order."""
    phases = sorted(report.plan.phases, key=lambda pk: report.plan.phases[pk])
    return [Crossing(each, words, phases) for each in report.crosses]


def cross_table(crossing: Crossing) -> Table:
    """As a report shows it: nothing leads to lists of people."""
    lines = [
        (
            crossing.label(key),
            [
                Cell(crossing.number(value), shade=shade)
                for value, shade in zip(
                    crossing.numbers((key,)), [*crossing.shades((key,)), ""], strict=True
                )
            ],
        )
        for key in crossing.keys[:MOST_ROWS]
    ]
    whole = [Cell(crossing.number(value)) for value in crossing.numbers()]
    hidden = max(len(crossing.keys) - MOST_ROWS, 0)
    return Table(crossing.heads, [*lines, (_("All"), whole)], crossing.notes, hidden)
