"""The words of the reach page: names of dimensions and of the values in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.adapters.language import language
from courses.queries.labels import Labels
from courses.queries.reach import Report
from courses.rules import calendar_words
from courses.rules.reach.told import Figures, Key


@dataclass(frozen=True)
class Dimension:
    """A way to break the figures down, in words."""

    name: str
    heading: str | Promise
    column: str | Promise
    unknown: str | Promise
    note: str | Promise = ""


ALL = _("All")
TOPIC = Dimension(
    "topic",
    _("By topic"),
    _("Topic"),
    _("No topic"),
    _("A course of two topics counts in both, so these rows add up to more than all."),
)
COURSE = Dimension("course", _("By course"), _("Course"), _("Course unknown"))
ROLE = Dimension(
    "role",
    _("By role at the time"),
    _("Role"),
    _("Role unknown"),
    _("A person who changed role counts among people in the latest one only."),
)
SECTOR = Dimension("sector", _("By sector"), _("Sector"), _("Sector unknown"))
PROVINCE = Dimension(
    "province", _("By province of the workplace"), _("Province"), _("Province unknown")
)
SEX = Dimension("sex", _("By sex"), _("Sex"), _("Sex unknown"))
MONTH = Dimension(
    "month",
    _("By month"),
    _("Month"),
    _("Month unknown"),
    _("A person who came in two months counts among people in both."),
)

OUTCOME = Dimension("outcome", _("By outcome"), _("Outcome"), _("No outcome"), TOPIC.note)
PILLAR = Dimension(
    "pillar",
    _("By pillar of gender equality"),
    _("Pillar of gender equality"),
    _("No pillar"),
    TOPIC.note,
)
AGE_BAND = Dimension("age_band", _("By age"), _("Age"), _("Age unknown"))
CONSTITUENT = Dimension("constituent", _("By side"), _("Side"), _("Side unknown"))
ORGANIZATION = Dimension(
    "organization", _("By organization"), _("Organization"), _("Organization unknown")
)
ORGANIZATION_KIND = Dimension(
    "organization_kind",
    _("By kind of organization"),
    _("Kind of organization"),
    _("Organization unknown"),
)
VENUE_PROVINCE = Dimension(
    "venue_province",
    _("By province of the session"),
    _("Province of the session"),
    _("Province unknown"),
)
PROJECT = Dimension(
    "project",
    _("By project"),
    _("Project"),
    _("No project"),
    _("A run of two projects counts in both."),
)
DONOR = Dimension(
    "donor", _("By donor"), _("Donor"), _("No donor"), _("A run of two donors counts in both.")
)
PAYER = Dimension("payer", _("By who pays"), _("Who pays"), _("Nobody named"))
LANGUAGE = Dimension("language", _("By language"), _("Language"), _("Language unknown"))
TRAINER = Dimension(
    "trainer",
    _("By trainer"),
    _("Trainer"),
    _("No trainer"),
    _("A run of two trainers counts for both."),
)
NATIONAL = Dimension(
    "national",
    _("By who delivered"),
    _("Delivered by"),
    _("Unknown who delivered"),
)
WAY = Dimension("way", _("By way of answering"), _("Way of answering"), _("Way not told"))
QUARTER = Dimension("quarter", _("By quarter"), _("Quarter"), _("Quarter unknown"), MONTH.note)
YEAR = Dimension("year", _("By year"), _("Year"), _("Year unknown"), MONTH.note)
PHASE = Dimension(
    "phase",
    _("By phase"),
    _("Phase"),
    _("No phase"),
    _("A person who came in two phases counts among people in both."),
)
RUN = Dimension("run", _("By run"), _("Run"), _("Run unknown"))

#: All by which figures may be broken down, in the order in which the reader chooses.
EVERY = {
    dimension.name: dimension
    for dimension in (
        *(MONTH, QUARTER, YEAR, PHASE, TOPIC, COURSE, OUTCOME, PILLAR),
        *(SEX, AGE_BAND, ROLE, CONSTITUENT),
        *(SECTOR, PROVINCE, VENUE_PROVINCE, ORGANIZATION, ORGANIZATION_KIND, PROJECT, DONOR),
        *(PAYER, LANGUAGE, TRAINER, NATIONAL, WAY, RUN),
    )
}

#: Whose rows stand in the order of time or of age.
IN_ORDER = ("month", "quarter", "year", "age_band")
#: By what no report has tables: what leaves the house names no trainer and no single run.
_NO_TABLES = ("trainer", "run", "national", "way")
TABLES = {name: each for name, each in EVERY.items() if name not in _NO_TABLES}


@dataclass(frozen=True)
class Line:
    """A row of a table: a value in words with its figures."""

    key: Key
    label: str
    figures: Figures


@dataclass(frozen=True)
class Table:
    """A breakdown as a page shows it: heads, then a label and its cells for each row; the last one
    tells of all where it `has_total`."""

    dimension: Dimension
    heads: list[str]
    rows: list[tuple[str, list[str]]]
    has_total: bool = True


class Words:
    """Labels of ids and codes in the language of the reader. A query for each model asked of."""

    def __init__(self):
        self.language = language()

    @cached_property
    def labels(self) -> Labels:
        return Labels()

    def read(self, dimensions: Iterable[Dimension]) -> None:
        """Reads the labels now, in the language of the reader: a file is written later."""
        for dimension in dimensions:
            self.labels.read(dimension.name)

    def label(self, dimension: Dimension, key: Key) -> str:
        if key is None:
            return str(dimension.unknown)
        if isinstance(key, date):
            return self._day(dimension, key)
        return str(self.labels[dimension.name].get(key, key))

    def _day(self, dimension: Dimension, day: date) -> str:
        if dimension.name == "year":
            return calendar_words.digits(str(day.year), self.language)
        if dimension.name == "quarter":
            first = calendar_words.month(day, self.language, short=True)
            last = day.replace(month=day.month + 2)
            return f"{first}–{calendar_words.month_and_year(last, self.language)}"
        return calendar_words.month_and_year(day, self.language)

    def lines(self, dimension: Dimension, report: Report) -> list[Line]:
        """The rows of a breakdown: time and age in their order, others by size; the unknown
        last."""
        rows = report.breakdowns[dimension.name]
        lines = [Line(row.key, self.label(dimension, row.key), row.figures) for row in rows]
        if dimension.name in IN_ORDER:
            return lines
        if dimension is PHASE:
            starts = {pk: first for pk, (first, _last) in report.plan.phases.items()}
            return sorted(lines, key=lambda line: starts.get(line.key, date.max))
        return sorted(
            lines,
            key=lambda line: (line.key is None, -line.figures.participations, line.label),
        )

    def table(self, dimension: Dimension, report: Report) -> Table:
        """The rows of a breakdown with their figures in words, and all of them last."""
        has_another = bool(report.total.sexes.another)
        lines = self.lines(dimension, report)
        return Table(
            dimension,
            [str(dimension.column), *_heads(has_another)],
            [
                (line.label, self._cells(line.figures, has_another))
                for line in (*lines, Line(None, str(ALL), report.total))
            ],
        )

    def _cells(self, figures: Figures, has_another: bool) -> list[str]:
        sexes = figures.sexes
        numbers = [
            figures.people,
            figures.participations,
            figures.attendances,
            figures.completions,
            sexes.women,
            sexes.men,
            *([sexes.another] if has_another else []),
            sexes.unknown,
        ]
        share = sexes.womens_share
        return [
            *(calendar_words.number(number, self.language) for number in numbers),
            "–" if share is None else calendar_words.percent(share, self.language),
        ]


def _heads(has_another: bool) -> list[str]:
    return [
        _("People"),
        _("Participations"),
        _("Attendances"),
        _("Completions"),
        _("Women"),
        _("Men"),
        *([_("Another")] if has_another else []),
        _("Sex unknown"),
        _("Women’s share"),
    ]
