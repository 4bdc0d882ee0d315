"""The words of the reach page: names of dimensions and of the values in them."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.adapters.language import language
from courses.choices import Role, Sector, Sex
from courses.models import Course, Province, Topic
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

TABLES = (TOPIC, COURSE, ROLE, SECTOR, PROVINCE, SEX)
DIMENSIONS = (*TABLES, MONTH)


@dataclass(frozen=True)
class Line:
    """A row of a table: a value in words with its figures."""

    key: Key
    label: str
    figures: Figures


@dataclass(frozen=True)
class Table:
    """A breakdown as a page shows it: heads, then a label and its cells for each row."""

    dimension: Dimension
    heads: list[str]
    rows: list[tuple[str, list[str]]]


class Words:
    """Labels of ids and codes in the language of the reader. Three queries."""

    def __init__(self):
        self.language = language()
        self.labels = {
            "topic": {topic.pk: topic.name for topic in Topic.objects.all()},
            "course": {course.pk: str(course) for course in Course.objects.all()},
            "province": {place.pk: place.name for place in Province.objects.all()},
            "role": dict(Role.choices),
            "sector": dict(Sector.choices),
            "sex": dict(Sex.choices),
        }

    def label(self, dimension: Dimension, key: Key) -> str:
        if key is None:
            return str(dimension.unknown)
        if isinstance(key, date):
            return calendar_words.month_and_year(key, self.language)
        return str(self.labels[dimension.name].get(key, key))

    def lines(self, dimension: Dimension, report: Report) -> list[Line]:
        """The rows of a breakdown: months in their order, others by size; the unknown last."""
        rows = report.breakdowns[dimension.name]
        lines = [Line(row.key, self.label(dimension, row.key), row.figures) for row in rows]
        if dimension is MONTH:
            return lines
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
