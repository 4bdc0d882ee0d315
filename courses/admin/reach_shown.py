"""What a report shows as numbers, pictures and tables, whether it is counted now or was frozen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from courses.admin.reach_charts import by_month, by_province
from courses.admin.reach_files import counted_figures, delivered_figures
from courses.admin.reach_rates import rates
from courses.admin.reach_words import MONTH, ROLE, TABLES, Line, Words
from courses.queries.reach import Report
from courses.rules import indicators

#: Fewer participations with a known sex make no share that is worth comparing.
SMALLEST_GROUP = 20


def shown(report: Report, words: Words) -> dict[str, Any]:
    """Everything that the parts of the page need."""
    found = {
        "report": report,
        "counted": counted_figures(report),
        "delivered": delivered_figures(report),
        "rates": rates(report, words.language),
    }
    return found if report.is_empty else {**found, **_findings(report, words)}


def as_defined(found: dict[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    """The same with other definitions of the indicators, by their code: those of an earlier day."""

    def of(indicator):
        return defined.get(indicator.code, indicator)

    told = dict(found)
    for name in ("numbers", "others", "counted", "delivered"):
        told[name] = [(of(indicator), *rest) for indicator, *rest in found.get(name, ())]
    told["rates"] = [replace(rate, indicator=of(rate.indicator)) for rate in found["rates"]]
    if "share_indicator" in found:
        told["share_indicator"] = of(found["share_indicator"])
    return told


def _findings(report: Report, words: Words) -> dict[str, Any]:
    """Numbers, pictures and tables of a report that has something to tell."""
    return {
        "numbers": _numbers(report),
        "others": _other_numbers(report),
        "contrast": _contrast(words.lines(ROLE, report)),
        "chart": by_month(report, words),
        "highest": max(words.lines(MONTH, report), key=lambda line: line.figures.participations),
        "map": by_province(report, words),
        "province_unknown": report.unknown("province"),
        "tables": [words.table(dimension, report) for dimension in (*TABLES, MONTH)],
        "share_indicator": indicators.WOMENS_SHARE,
    }


def _numbers(report: Report):
    total = report.total
    return [
        (indicators.PEOPLE, total.people, _("people")),
        (indicators.PARTICIPATIONS, total.participations, _("participations")),
        (indicators.ATTENDANCES, total.attendances, _("attendances")),
    ]


def _other_numbers(report: Report):
    return [
        (indicators.COMPLETIONS, report.total.completions),
        (indicators.PEOPLE_COMPLETED, report.people_completed),
        (indicators.ORGANIZATIONS, report.organizations),
        (indicators.FACTORIES, report.factories),
    ]


def _contrast(roles: list[Line]) -> tuple[Line, Line] | None:
    """The roles with the smallest and the largest share of women, if there are two to compare."""
    shares = [
        line
        for line in roles
        if line.key is not None and line.figures.sexes.known >= SMALLEST_GROUP
    ]
    shares.sort(key=lambda line: line.figures.sexes.womens_share)
    return (shares[0], shares[-1]) if len(shares) > 1 else None
