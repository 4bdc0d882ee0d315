"""Targets beside figures, in words: how much of each was reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.reach_words import EVERY, Words
from courses.queries.explore import Crossed
from courses.queries.reach import Report
from courses.queries.report_plans import plan_for
from courses.rules import calendar_words, indicators
from courses.rules.indicators import Indicator
from courses.rules.reach import Filters
from courses.rules.reach.told import Figures, Key
from courses.rules.suppression import hidden_mark
from courses.rules.targets import Progress, cell_filters, fitting


@dataclass(frozen=True)
class Reached:
    """A target that fits a figure; `of` says of which part the figure is, empty for the whole."""

    indicator: Indicator
    of: str
    progress: Progress
    language: str

    @property
    def amount(self) -> str:
        return amount_words(self.indicator, self.progress.target.amount, self.language)

    @property
    def value(self) -> str:
        return amount_words(self.indicator, self.progress.value, self.language)

    @property
    def per_cent(self) -> str:
        """Of a share how many percentage points lie between it and its target."""
        if self.indicator.is_share:
            return _points(self.progress.points, self.language)
        share = self.progress.share
        return "–" if share is None else calendar_words.percent(share, self.language)

    @property
    def sentence(self) -> str:
        says = {
            "share": self.per_cent,
            "amount": self.amount,
            "set": self.progress.target.name(self.language),
        }
        if self.indicator.is_share:
            return _("Target %(amount)s: %(share)s (%(set)s)") % says
        return _("%(share)s of the target of %(amount)s (%(set)s)") % says


def amount_words(indicator: Indicator, value: Any, language: str) -> str:
    """A figure in words: shares in per cent, whole numbers without decimal places."""
    if value is None and indicator.fewest:
        return hidden_mark(indicator.fewest, language)
    if value is None:
        of_nothing = indicator.of_nothing
        return "–" if of_nothing is None else calendar_words.number(of_nothing, language)
    if indicator.is_share:
        return calendar_words.percent(value, language)
    places = None if value == int(value) else 1
    return calendar_words.number(float(value) if places else int(value), language, places)


def _points(points: Fraction | None, language: str) -> str:
    if points is None:
        return "–"
    sign = "+" if points > 0 else "−" if points < 0 else "±"
    number = sign + calendar_words.number(float(abs(100 * points)), language, 1)
    return _("%(number)s points") % {"number": number}


def reached(report: Report, words: Words) -> list[Reached]:
    """Every target that fits a figure of the report: of the whole first, then of its tables."""
    if not report.plan.targets:
        return []
    return [*_of_whole(report, words), *_of_tables(report, words)]


def _of_whole(report: Report, words: Words) -> Iterator[Reached]:
    told = {each.code: each for each, _currency, _value in report.figures}
    values = _values(report.total) | {each.code: value for each, _cur, value in report.figures}
    for code, value in values.items():
        for target in fitting(report.plan.targets, code, report.filters):
            indicator = told.get(code) or indicators.REGISTER[code]
            yield Reached(indicator, "", Progress(target, value), words.language)


def _of_tables(report: Report, words: Words) -> Iterator[Reached]:
    plan = report.plan
    for name in plan.tables:
        dimension = EVERY[name]
        for line in words.lines(dimension, report):
            if line.key is None:
                continue
            filters = cell_filters(report.filters, name, line.key, plan.phases)
            for code, value in _values(line.figures).items():
                for target in fitting(plan.targets, code, filters):
                    indicator = indicators.REGISTER[code]
                    yield Reached(indicator, line.label, Progress(target, value), words.language)


def beside(found: Crossed, filters: Filters, words: Words) -> dict[Key, Reached]:
    """The target of each row of a table by its key, and under `()` that of the whole; where
    several fit, the first."""
    plan, indicator, name = plan_for(filters), found.indicator, found.by[0]
    questions = {
        key: (cell_filters(filters, name, key, plan.phases), value)
        for key, value in found.rows.items()
        if key is not None
    }
    questions[()] = (filters, found.whole)
    return {
        key: Reached(indicator, "", Progress(targets[0], value), words.language)
        for key, (question, value) in questions.items()
        if (targets := fitting(plan.targets, indicator.code, question))
    }


def _values(figures: Figures) -> dict[str, int | Fraction | None]:
    """What every table tells, by the codes of the indicators."""
    sexes = figures.sexes
    return {
        indicators.PEOPLE.code: figures.people,
        indicators.PARTICIPATIONS.code: figures.participations,
        indicators.ATTENDANCES.code: figures.attendances,
        indicators.COMPLETIONS.code: figures.completions,
        indicators.WOMENS_SHARE.code: Fraction(sexes.women, sexes.known) if sexes.known else None,
    }
