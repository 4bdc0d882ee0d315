"""The public figures of a year in words and pictures, for the page and for who prepares it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.rules import calendar_words
from courses.rules.charts import Chart, Part, Share, Stack, Value, drawn, said, shares, stacked
from courses.rules.province_tiles import Map, province_tiles
from courses.rules.public_numbers import (
    ATTENDANCES,
    COMPLETIONS,
    FACTORIES,
    PARTICIPATIONS,
    PEOPLE,
    SENSITIVE,
    SEXES,
    THRESHOLD,
    UNKNOWN,
)
from courses.rules.suppression import hidden_mark

LARGE, SMALL = (PEOPLE, PARTICIPATIONS, ATTENDANCES), (COMPLETIONS, FACTORIES)
KNOWN = ("female", "male", "another")
LOOKS = ("women", "men", "another", "unknown")
HEADINGS = {
    "quarter": gettext_lazy("By quarter"),
    "province": gettext_lazy("By province of the workplace"),
    "sector": gettext_lazy("By sector"),
    "topic": gettext_lazy("By topic"),
}
COLUMNS = {
    "quarter": gettext_lazy("Quarter"),
    "province": gettext_lazy("Province"),
    "sector": gettext_lazy("Sector"),
    "topic": gettext_lazy("Topic"),
}
HIDDEN = gettext_lazy("hidden")


@dataclass(frozen=True)
class Cell:
    text: str
    is_hidden: bool = False


@dataclass(frozen=True)
class Figure:
    """A number of the whole year with its definition."""

    text: str
    is_hidden: bool
    name: str
    definition: str
    reference: str


@dataclass(frozen=True)
class Table:
    """One way to tell participations; the whole stands last."""

    name: str
    heading: str
    heads: list[str]
    rows: list[tuple[str, list[Cell]]]


class YearTold:
    """Takes the content of an edition, see `queries.public_numbers.public_content`."""

    def __init__(self, content: Mapping[str, Any], language: str):
        self.content, self.language = content, language
        self.told = "km" if calendar_words.is_khmer(language) else "en"
        self.values = {
            (table["measure"], frozenset(each["where"].items())): self._value(each)
            for table in content["tables"]
            for each in table["counts"]
        }

    def _value(self, told: Mapping[str, Any]) -> Value:
        if told["count"] is not None:
            return told["count"]
        return hidden_mark(told["hidden_below"], self.language)

    def value(self, measure: str, **where: str) -> Value:
        """The count, or the mark in its place."""
        return self.values[measure, frozenset(where.items())]

    def label(self, way: str, value: str) -> str:
        return self.content["labels"][way][value][self.told]

    @property
    def year(self) -> str:
        return calendar_words.digits(self.content["year"], self.language)

    @property
    def as_at(self) -> datetime:
        return datetime.fromisoformat(self.content["as_at"])

    @property
    def licence(self) -> str:
        return self.content["licence"]

    @property
    def has_hidden(self) -> bool:
        return any(isinstance(value, str) for value in self.values.values())

    @property
    def mark(self) -> str:
        return hidden_mark(THRESHOLD, self.language)

    @property
    def sensitive_mark(self) -> str:
        """Nothing where it stands nowhere."""
        mark = hidden_mark(SENSITIVE, self.language)
        return mark if mark in self.values.values() else ""

    @cached_property
    def definitions(self) -> dict[str, Mapping[str, Any]]:
        return {each["code"]: each for each in self.content["definitions"]}

    def figures(self, measures: Sequence[str]) -> list[Figure]:
        codes = {each["measure"]: each["definition"] for each in self.content["tables"]}
        return [self._figure(self.value(name), codes[name]) for name in measures]

    def _figure(self, value: Value, code: str) -> Figure:
        return self._defined(said(value, self.language), drawn(value) is None, code)

    def _defined(self, text: str, is_hidden: bool, code: str) -> Figure:
        defined = self.definitions[code]
        return Figure(
            text,
            is_hidden,
            defined[self.told]["name"],
            defined[self.told]["definition"],
            _("Definition %(code)s, version %(version)s")
            % {"code": code, "version": calendar_words.number(defined["version"], self.language)},
        )

    @property
    def large(self) -> list[Figure]:
        return self.figures(LARGE)

    @property
    def small(self) -> list[Figure]:
        delivered = self.content["delivered"]
        return [
            *self.figures(SMALL),
            self._figure(delivered["sessions_held"], "R21H"),
            self._figure(delivered["training_hours"], "R5"),
        ]

    def share(self, measure: str, **where: str) -> Fraction | None:
        """The women among those whose sex is known; None where a count of them is hidden, or where
        there is nobody."""
        counts = [drawn(self.value(measure, **where, sex=sex)) for sex in KNOWN]
        if None in counts or not sum(counts):
            return None
        return Fraction(counts[0], sum(counts))

    @property
    def womens_share(self) -> Figure:
        share = self.share(PARTICIPATIONS)
        text = _(HIDDEN) if share is None else calendar_words.percent(share, self.language)
        return self._defined(text, share is None, "R14")

    def parts(self, **where: str) -> list[Value]:
        return [self.value(PARTICIPATIONS, **where, sex=sex) for sex in SEXES]

    def values_of(self, way: str) -> list[str]:
        """As they are read: quarters in their order, others by what is shown of them, the unknown
        last. Equal ones, and hidden ones, stand by their names: the place tells nothing."""
        values = list(self.content["labels"][way])
        if way == "quarter":
            return sorted(values)

        def place(value: str):
            count = drawn(self.value(PARTICIPATIONS, **{way: value})) or 0
            return value == UNKNOWN, -count, self.label(way, value)

        return sorted(values, key=place)

    def table(self, way: str) -> Table:
        heads = [str(COLUMNS[way]), *(self.label("sex", sex) for sex in SEXES)]
        rows = [
            (self.label(way, value), self._cells(**{way: value})) for value in self.values_of(way)
        ]
        return Table(
            way,
            str(HEADINGS[way]),
            [*heads, _("All"), self.definitions["R14"][self.told]["name"]],
            [*rows, (_("All"), self._cells())],
        )

    @property
    def tables(self) -> list[Table]:
        return [self.table(way) for way in HEADINGS]

    def _cells(self, **where: str) -> list[Cell]:
        counts = [*self.parts(**where), self.value(PARTICIPATIONS, **where)]
        cells = [Cell(said(count, self.language), drawn(count) is None) for count in counts]
        share = self.share(PARTICIPATIONS, **where)
        if share is not None:
            return [*cells, Cell(calendar_words.percent(share, self.language))]
        known = [drawn(count) for count in counts[: len(KNOWN)]]
        return [*cells, Cell(_(HIDDEN), True) if None in known else Cell("–")]

    def stacks(self, way: str) -> Chart:
        """Participations of each value, cut by sex; values with nobody are left out."""
        found = [
            Stack(
                self.label(way, value),
                self.parts(**{way: value}),
                self.value(PARTICIPATIONS, **{way: value}),
            )
            for value in self.values_of(way)
            if way == "quarter" or self.value(PARTICIPATIONS, **{way: value})
        ]
        names = [self.label("sex", sex) for sex in SEXES]
        parts = [Part(name, look) for name, look in zip(names, LOOKS, strict=True)]
        return stacked(found, parts, (str(COLUMNS[way]), _("All")), self.language)

    @property
    def by_quarter(self) -> Chart:
        return self.stacks("quarter")

    @property
    def by_topic(self) -> Chart:
        return self.stacks("topic")

    @property
    def by_sector(self) -> Chart:
        """The women's share of each sector."""
        rows = [
            Share(
                self.label("sector", value),
                _(HIDDEN) if share is None else float(share),
                self.value(PARTICIPATIONS, sector=value),
            )
            for value in self.values_of("sector")
            if self.value(PARTICIPATIONS, sector=value)
            for share in [self.share(PARTICIPATIONS, sector=value)]
        ]
        name = self.definitions["R14"][self.told]["name"]
        heads = (str(COLUMNS["sector"]), name, _("Participations"))
        return shares(rows, heads, self.language)

    @property
    def map(self) -> Map:
        names = {
            code: words[self.told]
            for code, words in self.content["labels"]["province"].items()
            if code != UNKNOWN
        }
        counts = {code: self.value(PARTICIPATIONS, province=code) for code in names}
        return province_tiles(counts, names, self.language, _("%(low)s and more"))

    @property
    def province_unknown(self) -> str:
        return said(self.value(PARTICIPATIONS, province=UNKNOWN), self.language)
