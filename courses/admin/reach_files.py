"""The reach report as files: what they say of figures, definitions and notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.learning_words import hidden_note
from courses.admin.reach_words import (
    COURSE,
    EVERY,
    MONTH,
    PROVINCE,
    ROLE,
    SECTOR,
    SEX,
    Dimension,
    Words,
)
from courses.queries.figures import all_indicators
from courses.queries.reach import Report
from courses.rules import indicators
from courses.rules.feedback import FEWEST
from courses.rules.indicators import Indicator
from courses.rules.learning_results import Learned
from courses.rules.reach.told import Sexes
from courses.rules.report_plan import told as said_in
from courses.rules.suppression import hidden_mark

Row = list[Any]
#: A figure of the register, its currency where it is money, and its value.
Every = tuple[Indicator, str, Any]


@dataclass(frozen=True)
class Told:
    """Who asked for the report, and for what, in words; `notes` are more rows of the notes,
    `notes_on_paper` those that the PDF has too, and `defined` the definitions, where they are not
    those of today."""

    by: str
    filters: list[str]
    notes: tuple[Row, ...] = ()
    defined: Iterable[Any] = field(default_factory=lambda: list(all_indicators().values()))
    notes_on_paper: tuple[Row, ...] = ()


def dimensions_of(report: Report) -> list[Dimension]:
    """By what the files of a report break its figures down: its tables, and months."""
    names = dict.fromkeys((*report.plan.tables, MONTH.name))
    return [EVERY[name] for name in names]


def labelled(report: Report) -> list[Dimension]:
    """Whose values the files name."""
    crossed = (EVERY[name] for each in report.crosses for name in each.by)
    return list(dict.fromkeys([*dimensions_of(report), *crossed, COURSE]))


def delivered_figures(report: Report) -> list[tuple[Indicator, float]]:
    done = report.delivered
    return [
        (indicators.HOURS, done.hours),
        (indicators.RUNS, done.runs),
        (indicators.SESSIONS, done.held),
        (indicators.CANCELLED, done.cancelled),
        (indicators.POSTPONED, done.postponed),
    ]


def counted_figures(report: Report) -> list[tuple[Indicator, Sexes, int]]:
    """With how many of them a photo or a signed sheet is kept for."""
    counted = report.counted
    return [
        (indicators.WITHOUT_NAMES, counted.without_names, counted.without_names_proven),
        (indicators.PASSED_ON, counted.passed_on, counted.passed_on_proven),
    ]


def figure_cell(indicator: Indicator, value: Any) -> Any:
    """A figure as a number for a file: per cent and hours with one decimal place; the mark of what
    is hidden instead of it."""
    if value is None and indicator.fewest:
        return hidden_mark(indicator.fewest, "en")
    if value is None or isinstance(value, int | Decimal):
        return value
    return round(float(100 * value if indicator.is_share else value), 1)


def per_cent(sexes: Sexes) -> float | None:
    """Women's share in per cent with one decimal place."""
    return None if sexes.womens_share is None else round(100 * sexes.womens_share, 1)


def learned_cell(indicator: Indicator, row: Learned, language: str, is_fraction=False) -> Any:
    """A figure of a row as a number for a file, or the mark of what is of too few people; shares in
    per cent, or as fractions of one."""
    if indicator.code in row.hidden:
        return hidden_mark(FEWEST, language)
    value = row.values.get(indicator.code)
    if is_fraction and indicator.is_share:
        return None if value is None else float(value)
    return figure_cell(indicator, value)


def definition_rows(defined: Iterable[Any]) -> Iterator[Row]:
    yield [_("Indicator"), _("Version"), _("Name"), _("What it counts"), _("Periods add up")]
    for indicator in defined:
        adds_up = _("Yes") if indicator.is_additive else _("No")
        name, definition = _(indicator.name), _(indicator.definition)
        yield [indicator.code, indicator.version, name, definition, adds_up]


def note_rows(report: Report, words: Words, told: Told) -> Iterator[Row]:
    yield [_("Note"), _("Value")]
    yield [_("First day"), report.filters.start]
    yield [_("Last day"), report.filters.end]
    yield [_("Filters"), ", ".join(told.filters) or _("None")]
    yield [_("As at"), report.as_at]
    yield [_("Made by"), told.by]
    yield from (*told.notes, *told.notes_on_paper)
    own = said_in(report.plan.notes, words.language)
    if own:
        yield [_("About this report"), own]
    for dimension in (SEX, ROLE, SECTOR, PROVINCE):
        label = _("Participations: %(what)s") % {"what": dimension.unknown}
        yield [label, report.unknown(dimension.name)]
    yield [_("Participations: organization unknown"), report.without_organization]
    yield [_("Registers of the period that are still open"), report.open_registers]
    for dimension in dimensions_of(report):
        if dimension.note:
            yield [str(dimension.heading), str(dimension.note)]
    if any(row.hidden for row in (report.learning.whole, *report.learning.courses)):
        yield [_("Learning results"), hidden_note(words.language)]
    yield [_("Women, men, another, sex unknown"), _("Participations, not people.")]
    yield [
        _("Not counted"),
        _("Trainers on their own runs, people who are not enrolled, and cancelled sessions."),
    ]
