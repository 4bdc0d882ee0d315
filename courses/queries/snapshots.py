"""What a frozen report keeps, and reading it again."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from courses.models import ReportSnapshot
from courses.queries.figures import Figures as Answers
from courses.queries.figures import all_indicators
from courses.queries.reach import Report, Row
from courses.queries.report_plans import plan_as_kept, plan_kept
from courses.queries.snapshot_labels import LANGUAGES, code_of, labels_of
from courses.queries.snapshot_tables import (
    back,
    crosses_as_kept,
    crosses_kept,
    learning_as_kept,
    learning_kept,
    out,
    value_of,
)
from courses.rules import no_shows
from courses.rules.chain import canonical
from courses.rules.indicators import REGISTER, Indicator, with_beside
from courses.rules.kept_ids import Kept
from courses.rules.learning_results import Learning
from courses.rules.reach import Filters, measures
from courses.rules.reach.bounds import Bounds
from courses.rules.reach.told import Counted, Delivered, Figures, Led, Sexes
from courses.rules.report_plan import DEFAULT, Plan

#: Each attendance as its session and its enrolment.
MARKS = replace(measures.ATTENDANCES, ids="f.session, f.enrollment")

Content = dict[str, Any]
#: A figure of the register, its currency where it is money, and its value.
Every = tuple[Indicator, str, Any]


@dataclass(frozen=True)
class Defined:
    """An indicator as it read when the report was frozen, in one language."""

    code: str
    version: int
    name: str
    definition: str
    unit: str
    is_additive: bool
    is_share: bool
    fewest: int = 0


def content_of(report: Report, every: Iterable[Every]) -> Content:
    """Figures, tables, definitions and labels as JSON; shares are kept exactly, as "1/3", and
    money as "12.50"."""
    every = list(every)
    return {
        "plan": plan_as_kept(report.plan, report.filters.start, report.filters.end),
        "report": _plain_report(report),
        "figures": [
            {"code": each.code, "version": each.version, "currency": currency, "value": out(value)}
            for each, currency, value in every
        ],
        "definitions": [_definition(each) for each in dict.fromkeys(each for each, *_ in every)],
        "labels": labels_of(report),
    }


def kept_of(answers: Answers) -> Kept:
    """The ids behind the figures."""
    return Kept(
        *(
            frozenset(answers.ids(measure) if measure is MARKS else _ids(answers, measure))
            for measure in (
                measures.PEOPLE,
                measures.PARTICIPATIONS,
                MARKS,
                measures.PEOPLE_COMPLETED,
                measures.COMPLETIONS,
            )
        )
    )


def _ids(answers: Answers, measure: measures.Measure) -> Iterator[int]:
    return (pk for (pk,) in answers.ids(measure))


def _plain_report(report: Report) -> Content:
    few = replace(report, breakdowns={}, figures=(), plan=DEFAULT, crosses=(), learning=Learning())
    plain = asdict(few)
    for told_elsewhere in ("filters", "as_at", "plan", "figures"):
        del plain[told_elsewhere]
    plain["crosses"] = crosses_as_kept(report.crosses)
    plain["learning"] = learning_as_kept(report.learning)
    plain["breakdowns"] = {
        name: [{"key": code_of(row.key), **asdict(row.figures)} for row in rows]
        for name, rows in report.breakdowns.items()
    }
    return plain


def _definition(indicator: Indicator) -> Content:
    return {
        "code": indicator.code,
        "version": indicator.version,
        "is_additive": indicator.is_additive,
        "is_share": indicator.is_share,
        **({"fewest": indicator.fewest} if indicator.fewest else {}),
        **{language: _texts(indicator, language) for language in LANGUAGES},
    }


def _texts(indicator: Indicator, language: str) -> dict[str, str]:
    with override(language):
        return {name: gettext(getattr(indicator, name)) for name in ("name", "definition", "unit")}


def question_of(snapshot: ReportSnapshot, now: datetime) -> Filters:
    """The question of the report, asked at that moment."""
    only = {
        name: frozenset(value_of(name, value["id"]) for value in values)
        for name, values in snapshot.filters.items()
    }
    area = None if snapshot.area is None else frozenset(snapshot.area)
    return Filters(snapshot.starts_on, snapshot.ends_on, only, area, timezone.localtime(now))


def report_kept(snapshot: ReportSnapshot) -> Report:
    """The report as it was frozen."""
    kept, plan = snapshot.content["report"], plan_kept(snapshot.content.get("plan"))
    as_it_is = ("people_completed", "organizations", "factories", "without_organization")
    return Report(
        filters=question_of(snapshot, snapshot.made_at),
        as_at=timezone.localtime(snapshot.as_at),
        plan=plan,
        figures=tuple(_figures_of(snapshot, plan)),
        total=_figures(kept["total"]),
        people=Sexes(**kept["people"]),
        bounds=Bounds(**kept["bounds"]),
        breakdowns={
            name: tuple(Row(value_of(name, row["key"]), _figures(row)) for row in rows)
            for name, rows in kept["breakdowns"].items()
        },
        delivered=Delivered(**kept["delivered"]),
        counted=_counted(kept["counted"]),
        led=Led(**kept["led"]),
        seats=no_shows.Figures(**kept["seats"]),
        open_registers=kept["open_registers"],
        crosses=tuple(crosses_kept(kept.get("crosses", ()), REGISTER)),
        learning=learning_kept(kept.get("learning")),
        **{name: kept[name] for name in as_it_is},
    )


def _figures_of(snapshot: ReportSnapshot, plan: Plan) -> Iterator[Every]:
    """The figures of the plan, in its order."""
    known = all_indicators()
    for code in with_beside(plan.figures):
        for each in snapshot.content["figures"]:
            if each["code"] == code and code in known:
                yield known[code], each["currency"], back(each["value"])


def _figures(kept: Content) -> Figures:
    numbers = {name: kept[name] for name in ("people", "attendances", "completions")}
    return Figures(**numbers, sexes=Sexes(**kept["sexes"]))


def _counted(kept: Content) -> Counted:
    both = {name: Sexes(**kept[name]) for name in ("without_names", "passed_on")}
    return Counted(**{**kept, **both})


def definitions_kept(snapshot: ReportSnapshot, language: str) -> dict[str, Defined]:
    """By its code each definition that the report used."""
    told = "km" if language.startswith("km") else "en"
    return {
        kept["code"]: Defined(
            **{name: value for name, value in kept.items() if name not in LANGUAGES}, **kept[told]
        )
        for kept in snapshot.content["definitions"]
    }


def figures_kept(snapshot: ReportSnapshot, language: str) -> list[tuple[Defined, str, Any]]:
    """The figures, each with its definition, its currency where it is money, and its value."""
    defined = definitions_kept(snapshot, language)
    return [
        (defined[each["code"]], each["currency"], back(each["value"]))
        for each in snapshot.content["figures"]
    ]


def digest_of(snapshot: ReportSnapshot) -> str:
    """SHA-256 in hexadecimal of the canonical JSON of all that is kept, with moments in UTC and the
    ids by their own SHA-256. Who froze and approved it is left out: a login may be deleted."""
    restates = snapshot.restates
    says = {
        **{name: str(getattr(snapshot, name)) for name in ("uuid", "title", "comment")},
        **{name: getattr(snapshot, name).isoformat() for name in ("starts_on", "ends_on")},
        **{
            name: getattr(snapshot, name).astimezone(UTC).isoformat()
            for name in ("made_at", "as_at")
        },
        **{name: getattr(snapshot, name) for name in ("filters", "area", "content")},
        "kept": sha256(bytes(snapshot.kept)).hexdigest(),
        "restates": str(restates.uuid) if restates else None,
    }
    return sha256(canonical(says).encode()).hexdigest()
