"""The reach report as files: one tidy table for CSV, sheets with their definitions for XLSX."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.reach_words import (
    ALL,
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
from courses.rules.indicators import Indicator
from courses.rules.reach.told import Figures, Sexes
from courses.rules.report_plan import told as said_in
from courses.rules.suppression import hidden_mark

Row = list[Any]
#: A figure of the register, its currency where it is money, and its value.
Every = tuple[Indicator, str, Any]
#: Those that every table has, by their codes.
IN_TABLES = {
    each.code
    for each in (
        indicators.PEOPLE,
        indicators.PARTICIPATIONS,
        indicators.ATTENDANCES,
        indicators.COMPLETIONS,
        indicators.WOMENS_SHARE,
    )
}


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


def tidy_rows(report: Report, every: list[Every], words: Words) -> Iterator[Row]:
    """One figure a row, with codes that programs can rely on beside the words."""
    yield [
        _("Dimension"),
        _("Code"),
        _("Value"),
        _("Indicator"),
        _("Version"),
        _("Name"),
        _("Sex"),
        _("Figure"),
        _("First day"),
        _("Last day"),
    ]
    period = [report.filters.start, report.filters.end]
    for place, indicator, sex, figure in _figures(report, every, words):
        name = _(indicator.name)
        yield [*place, indicator.code, indicator.version, name, sex, figure, *period]


def _figures(
    report: Report, every: list[Every], words: Words
) -> Iterator[tuple[Row, Indicator, str, Any]]:
    everything = ["all", "", str(ALL)]
    for indicator, currency, value in every:
        if indicator.code not in IN_TABLES:
            yield everything, indicator, currency or "all", figure_cell(indicator, value)
    for indicator, sexes, _proven in counted_figures(report):
        yield from _by_sex(everything, indicator, sexes)
    yield from _by_sex(everything, indicators.PEOPLE, report.people)
    yield from _of(everything, report.total)
    for dimension in dimensions_of(report):
        for line in words.lines(dimension, report):
            code = "unknown" if line.key is None else line.key
            yield from _of([dimension.name, code, line.label], line.figures)


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


def _of(place: Row, figures: Figures) -> Iterator[tuple[Row, Indicator, str, Any]]:
    yield place, indicators.PEOPLE, "all", figures.people
    yield place, indicators.PARTICIPATIONS, "all", figures.participations
    yield from _by_sex(place, indicators.PARTICIPATIONS, figures.sexes)
    yield place, indicators.ATTENDANCES, "all", figures.attendances
    yield place, indicators.COMPLETIONS, "all", figures.completions
    yield place, indicators.WOMENS_SHARE, "all", per_cent(figures.sexes)


def _by_sex(place: Row, indicator: Indicator, sexes: Sexes):
    for name in ("women", "men", "another", "unknown"):
        yield place, indicator, name, getattr(sexes, name)


def per_cent(sexes: Sexes) -> float | None:
    """Women's share in per cent with one decimal place."""
    return None if sexes.womens_share is None else round(100 * sexes.womens_share, 1)


def json_content(content: dict, told: dict) -> dict[str, Any]:
    """The report for programs: as it is kept, with the figures as numbers beside their exact value,
    and what else is told of it. Of what is hidden it says below which number."""
    fewest = {each["code"]: each.get("fewest") for each in content["definitions"]}
    shares = {each["code"] for each in content["definitions"] if each["is_share"]}
    figures = [
        {
            **each,
            "value": _number(each, each["code"] in shares),
            "exact": each["value"],
            **({"hidden_below": few} if each["value"] is None and few else {}),
        }
        for each in content["figures"]
        for few in [fewest[each["code"]]]
    ]
    return {**told, **content, "figures": figures}


def _number(figure: dict, is_share: bool) -> float | int | None:
    """Shares in per cent."""
    value = figure["value"]
    if isinstance(value, str):
        value = float(Fraction(value))
        return round(100 * value if is_share else value, 4)
    return value


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
    yield [_("Women, men, another, sex unknown"), _("Participations, not people.")]
    yield [
        _("Not counted"),
        _("Trainers on their own runs, people who are not enrolled, and cancelled sessions."),
    ]
