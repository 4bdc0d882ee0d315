"""The reach report as a workbook: figures, tables with charts that readers can change, notes."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from courses.adapters.spreadsheets import Chart, Column, Kind, Shape, Table
from courses.admin.cross_tables import Crossing, crossings
from courses.admin.learning_words import QUESTION, head_of, in_order, opinion_rows
from courses.admin.reach_files import (
    Every,
    Row,
    Told,
    definition_rows,
    dimensions_of,
    figure_cell,
    learned_cell,
    note_rows,
)
from courses.admin.reach_words import ALL, COURSE, Dimension, Words
from courses.admin.target_words import Reached, reached
from courses.queries.reach import Report
from courses.rules.indicators import LEARNING_GAIN, Indicator
from courses.rules.learning_results import TOLD, Learned
from courses.rules.reach.told import Figures

#: Columns of a table with women, men, another and unknown, which a chart stacks.
BY_SEX = (5, 6, 7, 8)
#: More names do not fit below a chart.
MOST_IN_CHART = 40
#: More columns cannot be told apart in a chart.
MOST_STACKED = 6
OVER_TIME = ("month", "quarter", "year", "phase")


def workbook(report: Report, every: list[Every], words: Words, told: Told) -> list[Table]:
    """The sheets of the workbook, in the language of the reader."""
    targets = reached(report, words)
    return [
        _totals(every, targets),
        *([_targets(targets)] if targets else []),
        *(_breakdown(dimension, report, words) for dimension in dimensions_of(report)),
        *(_cross(each) for each in crossings(report, words)),
        *_learned(report, words),
        _texts(_("Definitions"), definition_rows(told.defined)),
        _texts(_("Notes"), note_rows(report, words, told)),
    ]


def _totals(every: list[Every], targets: list[Reached]) -> Table:
    whole = {each.indicator.code: each.progress for each in targets if not each.of}
    rows = []
    for indicator, currency, value in every:
        unit = currency or _(indicator.unit)
        if currency and indicator.is_share:
            unit = f"{_(indicator.unit)} ({currency})"
        figure, progress = figure_cell(indicator, value), whole.get(indicator.code)
        target = figure_cell(indicator, progress.target.amount) if progress else None
        share = progress.share if progress and not indicator.is_share else None
        row = [indicator.code, indicator.version, _(indicator.name), figure, unit, target]
        rows.append([*row, None if share is None else float(share)])
    columns = [
        Column(_("Indicator"), width=10),
        Column(_("Version"), Kind.COUNT, width=9),
        Column(_("Name"), width=44),
        Column(_("Figure"), Kind.DECIMAL),
        Column(_("Unit"), width=18),
        Column(_("Target"), Kind.DECIMAL),
        Column(_("Of the target"), Kind.SHARE),
    ]
    return Table(_("Totals"), columns, rows)


def _targets(targets: list[Reached]) -> Table:
    """With a chart of what was reached beside what was promised, but for shares."""
    columns = [
        Column(_("Figure"), width=40),
        Column(_("Of")),
        Column(_("Reached"), Kind.DECIMAL),
        Column(_("Target"), Kind.DECIMAL),
        Column(_("Of the target, or percentage points"), width=20),
        Column(_("Set of targets"), width=30),
    ]
    rows = [
        [
            f"{each.indicator.code} {_(each.indicator.name)}",
            each.of or str(ALL),
            figure_cell(each.indicator, each.progress.value),
            figure_cell(each.indicator, each.progress.target.amount),
            each.per_cent,
            each.progress.target.name(each.language),
        ]
        for each in targets
    ]
    chart = Chart(Shape.COLUMNS, _("Targets"), _("Reached"), [2], target=3)
    return Table(_("Targets"), columns, rows, charts=[chart])


def _breakdown(dimension: Dimension, report: Report, words: Words) -> Table:
    lines = words.lines(dimension, report)
    title = str(dimension.heading)
    shape = Shape.STACKED if dimension.name in OVER_TIME else Shape.STACKED_BARS
    chart = Chart(shape, title, _("Participations of women and men"), BY_SEX)
    return Table(
        str(dimension.column),
        [
            Column(str(dimension.column), width=30),
            *(
                Column(head, Kind.COUNT)
                for head in (_("People"), _("Participations"), _("Attendances"), _("Completions"))
            ),
            *(
                Column(head, Kind.COUNT)
                for head in (_("Women"), _("Men"), _("Another"), _("Sex unknown"))
            ),
            Column(_("Women’s share"), Kind.SHARE),
        ],
        [[line.label, *_cells(line.figures)] for line in lines],
        total=[str(ALL), *_cells(report.total)],
        charts=[chart] if len(lines) <= MOST_IN_CHART else [],
    )


def _cross(crossing: Crossing) -> Table:
    """Rows by columns, with a chart that stacks them where they add up and are not too many."""
    is_share = crossing.indicator.is_share

    def cell(value: Any) -> Any:
        if is_share and value is not None:
            return float(value)
        return figure_cell(crossing.indicator, value)

    rows = [[crossing.label(key), *map(cell, crossing.numbers((key,)))] for key in crossing.keys]
    whole = crossing.numbers()
    counts = all(isinstance(value, int) for value in whole if value is not None)
    kind = Kind.SHARE if is_share else Kind.COUNT if counts else Kind.DECIMAL
    first, *heads = crossing.heads
    columns = [Column(first, width=30), *(Column(head, kind) for head in heads)]
    across = len(crossing.across)
    can_stack = across and counts and not is_share and across <= MOST_STACKED
    charts = []
    if len(rows) <= MOST_IN_CHART and (can_stack or not across):
        series = range(1, across + 1) if across else [1]
        shape = Shape.STACKED_BARS if across else Shape.BARS
        charts = [Chart(shape, crossing.title, crossing.title, list(series))]
    total = [str(ALL), *map(cell, whole)]
    return Table(crossing.title, columns, rows, total=total, charts=charts)


def _learned(report: Report, words: Words) -> Iterator[Table]:
    """Results of learning by course, and satisfaction by question."""
    found, language = report.learning, words.language
    if found.is_empty:
        return
    told = [each for each in TOLD if each.code in found.whole.values]

    def line(label: str, row: Learned) -> Row:
        return [label, *(learned_cell(each, row, language, is_fraction=True) for each in told)]

    rows = in_order(found.courses, COURSE, words)
    yield Table(
        _("Learning results"),
        [Column(str(COURSE.column), width=40), *(Column(head_of(e), _kind(e), 18) for e in told)],
        [line(words.label(COURSE, row.key), row) for row in rows],
        total=line(str(ALL), found.whole),
    )
    if found.opinions:
        heads = (_("Good or very good"), Kind.SHARE), (_("Answers"), Kind.COUNT)
        yield Table(
            str(QUESTION.heading),
            [Column(str(QUESTION.column), width=60), *(Column(*head) for head in heads)],
            [[text, float(good), n] for text, good, n in opinion_rows(found, language)],
            charts=[Chart(Shape.BARS, str(QUESTION.heading), _("Good or very good"), [1])],
        )


def _kind(indicator: Indicator) -> Kind:
    if indicator.is_share:
        return Kind.SHARE
    return Kind.DECIMAL if indicator is LEARNING_GAIN else Kind.COUNT


def _cells(figures: Figures) -> Row:
    sexes = figures.sexes
    return [
        *(figures.people, figures.participations, figures.attendances, figures.completions),
        *(sexes.women, sexes.men, sexes.another, sexes.unknown, sexes.womens_share),
    ]


def _texts(title: str, rows: Iterator[Row]) -> Table:
    """A sheet of words; the column with the longest has room for them."""
    heads, *found = [[_plain(value) for value in row] for row in rows]
    wide = max(range(len(heads)), key=lambda place: max(len(str(row[place])) for row in found))
    columns = [
        Column(head, Kind.LONG_TEXT if place == wide else Kind.TEXT)
        for place, head in enumerate(heads)
    ]
    return Table(title, columns, found)


def _plain(value: Any) -> Any:
    """Days and moments as texts, which every office program shows alike."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else value
