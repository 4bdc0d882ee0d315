"""The reach report as data for programs: one tidy table for CSV, and JSON."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.cross_tables import crossings
from courses.admin.learning_words import QUESTION, in_order, opinion_rows
from courses.admin.reach_files import (
    Every,
    Row,
    counted_figures,
    dimensions_of,
    figure_cell,
    learned_cell,
    per_cent,
)
from courses.admin.reach_words import ALL, COURSE, Dimension, Words
from courses.queries.reach import Report
from courses.rules import indicators
from courses.rules.indicators import REGISTER, Indicator
from courses.rules.learning_results import TOLD
from courses.rules.reach.told import Figures, Sexes

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
#: The end of a row by one dimension alone.
NO_SECOND = ["", "", ""]


def tidy_rows(report: Report, every: list[Every], words: Words) -> Iterator[Row]:
    """One figure a row, with codes that programs can rely on beside the words. What was counted by
    two dimensions has the second one at the end."""
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
        _("Second dimension"),
        _("Second code"),
        _("Second value"),
    ]
    period = [report.filters.start, report.filters.end]
    for first, second, indicator, sex, figure in (
        *((place, NO_SECOND, *rest) for place, *rest in _figures(report, every, words)),
        *_crosses(report, words),
        *((place, NO_SECOND, *rest) for place, *rest in _learned(report, words)),
    ):
        name = _(indicator.name)
        told = [indicator.code, indicator.version, name, sex, figure]
        yield [*first, *told, *period, *second]


def _figures(
    report: Report, every: list[Every], words: Words
) -> Iterator[tuple[Row, Indicator, str, Any]]:
    everything = _everything()
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


def _everything() -> Row:
    return ["all", "", str(ALL)]


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


def _crosses(report: Report, words: Words) -> Iterator[tuple[Row, Row, Indicator, str, Any]]:
    """Each cell of a table of one figure, then its total; the whole is told among all figures."""

    def place(dimension: Dimension, key: Any) -> Row:
        code = "unknown" if key is None else key
        return [dimension.name, code, words.label(dimension, key)]

    for each in crossings(report, words):
        rows, *columns = each.dimensions
        across = [place(columns[0], key) for key in each.across]
        lines = [(place(rows, key), each.numbers((key,))) for key in each.keys]
        for first, values in [*lines, *([(_everything(), each.numbers())] if across else [])]:
            *cells, total = values
            for second, value in zip(across, cells, strict=True):
                if value is not None:
                    yield first, second, each.indicator, "all", figure_cell(each.indicator, value)
            if first[0] != "all":
                yield first, NO_SECOND, each.indicator, "all", figure_cell(each.indicator, total)


def _learned(report: Report, words: Words) -> Iterator[tuple[Row, Indicator, str, Any]]:
    """By course, and satisfaction by question."""
    found = report.learning
    for row in in_order(found.courses, COURSE, words):
        code = "unknown" if row.key is None else row.key
        place = [COURSE.name, code, words.label(COURSE, row.key)]
        for indicator in TOLD:
            if indicator.code in row.values:
                yield place, indicator, "all", learned_cell(indicator, row, words.language)
    for number, (text, good, _answers) in enumerate(opinion_rows(found, words.language), 1):
        place = [QUESTION.name, number, text]
        yield place, indicators.SATISFACTION, "all", figure_cell(indicators.SATISFACTION, good)


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
    report = dict(content["report"])
    report["crosses"] = [_cross(each) for each in report.get("crosses", ())]
    return {**told, **content, "report": report, "figures": figures}


def _cross(cross: dict) -> dict:
    """A table with its figures as numbers beside their exact value."""
    is_share = REGISTER[cross["code"]].is_share if cross["code"] in REGISTER else False

    def number(cell: dict) -> dict:
        return {**cell, "value": _number(cell, is_share), "exact": cell["value"]}

    parts = {
        name: [number(cell) for cell in cross[name]] for name in ("by_row", "by_column", "cells")
    }
    whole = cross["whole"]
    return {**cross, **parts, "whole": _number({"value": whole}, is_share), "exact": whole}


def _number(figure: dict, is_share: bool) -> float | int | None:
    """Shares in per cent."""
    value = figure["value"]
    if isinstance(value, str):
        value = float(Fraction(value))
        return round(100 * value if is_share else value, 4)
    return value
