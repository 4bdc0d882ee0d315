"""What a report shows as numbers, pictures and tables, whether it is counted now or was frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.cross_tables import Table as CrossTable
from courses.admin.cross_tables import cross_table, crossings
from courses.admin.learning_words import Headline, headlines, learning_tables
from courses.admin.reach_charts import by_month, by_province
from courses.admin.reach_files import counted_figures, delivered_figures
from courses.admin.reach_rates import rates
from courses.admin.reach_words import EVERY, MONTH, PROVINCE, ROLE, Line, Table, Words
from courses.admin.target_words import Reached, amount_words, reached
from courses.queries.reach import Report
from courses.rules import indicators
from courses.rules.indicators import Indicator
from courses.rules.report_plan import told

#: Fewer participations with a known sex make no share that is worth comparing.
SMALLEST_GROUP = 20


@dataclass(frozen=True)
class Cross:
    """A table of one figure."""

    title: str
    table: CrossTable
    indicator: Indicator


@dataclass(frozen=True)
class LearningShown:
    """Figures of learning, then by course and by question."""

    headlines: list[Headline]
    tables: list[Table]


def shown(report: Report, words: Words) -> dict[str, Any]:
    """Everything that the parts of the page need."""
    found = {
        "report": report,
        "counted": counted_figures(report),
        "delivered": delivered_figures(report),
        "rates": rates(report, words.language),
        "learning": _learning(report, words),
        **_wording(report, words.language),
    }
    return found if report.is_empty else {**found, **_findings(report, words)}


def as_defined(found: dict[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    """The same with other definitions of the indicators, by their code: those of an earlier day."""

    def of(indicator):
        return defined.get(indicator.code, indicator)

    changed = dict(found)
    for name in ("numbers", "others", "counted", "delivered"):
        changed[name] = [(of(indicator), *rest) for indicator, *rest in found.get(name, ())]
    changed["rates"] = [replace(rate, indicator=of(rate.indicator)) for rate in found["rates"]]
    changed["crosses"] = [
        replace(each, indicator=of(each.indicator)) for each in found.get("crosses", ())
    ]
    if found["learning"]:
        told = found["learning"].headlines
        told = [replace(each, indicator=of(each.indicator)) for each in told]
        changed["learning"] = replace(found["learning"], headlines=told)
    if "share_indicator" in found:
        changed["share_indicator"] = of(found["share_indicator"])
    return changed


def _findings(report: Report, words: Words) -> dict[str, Any]:
    """Numbers, pictures and tables of a report that has something to tell."""
    plan, targets = report.plan, reached(report, words)
    return {
        "numbers": _numbers(report, targets),
        "others": _other_numbers(report, targets, words.language),
        "of_share": _sentences(targets, indicators.WOMENS_SHARE.code),
        "targets": [each for each in targets if each.of],
        "has_months": plan.shows_months,
        "has_map": plan.shows_map,
        "has_province": PROVINCE.name in plan.tables,
        "province_table": words.table(PROVINCE, report),
        "contrast": _contrast(words.lines(ROLE, report)),
        "chart": by_month(report, words),
        "highest": max(words.lines(MONTH, report), key=lambda line: line.figures.participations),
        "map": by_province(report, words),
        "province_unknown": report.unknown("province"),
        "tables": [words.table(EVERY[name], report) for name in plan.tables],
        "crosses": [
            Cross(each.title, cross_table(each), each.indicator)
            for each in crossings(report, words)
        ],
        "share_indicator": indicators.WOMENS_SHARE,
    }


def _learning(report: Report, words: Words) -> LearningShown | None:
    found = report.learning
    if found.is_empty:
        return None
    return LearningShown(headlines(found, words.language), learning_tables(found, words))


def _wording(report: Report, language: str) -> dict[str, str]:
    plan = report.plan
    return {
        "heading": told(plan.title, language) or _("Who the training reached"),
        "introduction": told(plan.introduction, language),
        "own_notes": told(plan.notes, language),
    }


def _numbers(report: Report, targets: list[Reached]):
    total = report.total
    return [
        (indicator, count, unit, _sentences(targets, indicator.code))
        for indicator, count, unit in (
            (indicators.PEOPLE, total.people, _("people")),
            (indicators.PARTICIPATIONS, total.participations, _("participations")),
            (indicators.ATTENDANCES, total.attendances, _("attendances")),
        )
    ]


def _other_numbers(report: Report, targets: list[Reached], language: str):
    return [
        (
            indicator,
            " ".join(filter(None, [amount_words(indicator, value, language), currency])),
            _sentences(targets, indicator.code),
        )
        for indicator, currency, value in report.figures
    ]


def _sentences(targets: list[Reached], code: str) -> list[str]:
    """How much of each target of the whole was reached by one figure."""
    return [each.sentence for each in targets if each.indicator.code == code and not each.of]


def _contrast(roles: list[Line]) -> tuple[Line, Line] | None:
    """The roles with the smallest and the largest share of women, if there are two to compare."""
    shares = [
        line
        for line in roles
        if line.key is not None and line.figures.sexes.known >= SMALLEST_GROUP
    ]
    shares.sort(key=lambda line: line.figures.sexes.womens_share)
    return (shares[0], shares[-1]) if len(shares) > 1 else None
