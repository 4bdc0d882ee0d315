"""What a report tells: by a template or as the programme has it, and what a frozen one keeps."""

from dataclasses import asdict, replace
from datetime import date
from fractions import Fraction
from typing import Any

from courses.models import Phase, ReportTemplate, TargetSet
from courses.models import Target as Promised
from courses.rules.indicators import REGISTER
from courses.rules.reach import Filters
from courses.rules.reach.parts import read_part
from courses.rules.reach.question import Value
from courses.rules.report_plan import DEFAULT, Cross, Plan, parted
from courses.rules.targets import Span, Target

Only = dict[str, frozenset[Value]]
WORDS = ("title", "introduction", "notes")
SHOWS = ("shows_months", "shows_map", "shows_learning")


def filters_of(template: ReportTemplate) -> Only:
    """By dimension what the template counts alone."""
    found: dict[str, set] = {}
    for row in template.filters.all():
        dimension, value = read_part(row.part)
        found.setdefault(dimension, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}


def narrowed(filters: Filters, template: ReportTemplate | None) -> Filters:
    """The question within what the template counts alone."""
    if template is None:
        return filters
    only = dict(filters.only)
    for name, values in filters_of(template).items():
        only[name] = values & only[name] if name in only else values
    return replace(filters, only=only)


def plan_for(filters: Filters, template: ReportTemplate | None = None) -> Plan:
    """The plan of a template, else that of the programme with the targets of the programme, or of
    the donor whose runs alone are asked for."""
    phases = {row.pk: (row.starts_on, row.ends_on) for row in Phase.objects.all()}
    if template is None:
        return replace(DEFAULT, targets=targets_beside(filters), phases=phases)
    only = filters_of(template)
    return Plan(
        figures=tuple(row.indicator for row in template.figures.all()),
        tables=tuple(row.dimension for row in template.tables.all()),
        crosses=tuple(
            Cross(row.indicator, row.rows, row.columns) for row in template.crosses.all()
        ),
        **{name: getattr(template, name) for name in SHOWS},
        targets=targets_of(template.targets, only) if template.targets else (),
        phases=phases,
        **{name: _in_both(template, name) for name in WORDS},
    )


def targets_beside(filters: Filters) -> tuple[Target, ...]:
    """Targets that no template chose: those of the programme, and those of the donors asked for."""
    donors = filters.only.get("donor", frozenset())
    sets = TargetSet.objects.filter(donor=None) | TargetSet.objects.filter(donor__in=donors)
    found: list[Target] = []
    for row in sets.prefetch_related("targets__phase"):
        found += targets_of(row, {"donor": frozenset([row.donor_id])} if row.donor_id else {})
    return tuple(found)


def targets_of(row: TargetSet, only: Only) -> tuple[Target, ...]:
    """The targets of a set, each under these filters and its own."""
    names = _in_both(row, "name")
    return tuple(_target(each, only, names) for each in row.targets.all())


def _target(row: Promised, only: Only, names: dict[str, str]) -> Target:
    start, end = row.period
    is_share = row.indicator in REGISTER and REGISTER[row.indicator].is_share
    if row.part:
        dimension, value = read_part(row.part)
        only = {**only, dimension: frozenset([value])}
    amount = Fraction(row.amount) / (100 if is_share else 1)
    return Target(row.indicator, start, end, amount, only, names)


def _in_both(row: Any, name: str) -> dict[str, str]:
    return {language: getattr(row, f"{name}_{language}") for language in ("en", "km")}


def plan_as_kept(plan: Plan, start: date, end: date) -> dict[str, Any]:
    """As JSON; targets of other days, which can fit nowhere, are left out."""
    return {
        "figures": list(plan.figures),
        "tables": list(plan.tables),
        "crosses": [asdict(each) for each in plan.crosses],
        **{name: getattr(plan, name) for name in SHOWS},
        **{name: dict(getattr(plan, name)) for name in WORDS},
        "targets": [
            _target_as_kept(each)
            for each in plan.targets
            if start <= each.start and each.end <= end
        ],
        "phases": {
            str(pk): [first.isoformat(), last.isoformat()]
            for pk, (first, last) in plan.phases.items()
        },
    }


def _target_as_kept(target: Target) -> dict[str, Any]:
    return {
        "code": target.code,
        "start": target.start.isoformat(),
        "end": target.end.isoformat(),
        "amount": str(target.amount),
        "only": {
            name: sorted((_plain(value) for value in values), key=str)
            for name, values in sorted(target.only.items())
        },
        "names": dict(target.names),
    }


def _plain(value: Value) -> int | str | bool:
    return value.isoformat() if isinstance(value, date) else value


def plan_kept(kept: dict[str, Any] | None) -> Plan:
    """The plan of a frozen report; those of before templates have that of the programme. What
    was not known then is not in it."""
    if kept is None:
        return DEFAULT
    return Plan(
        figures=tuple(kept["figures"]),
        tables=tuple(kept["tables"]),
        targets=tuple(_target_kept(each) for each in kept["targets"]),
        phases={int(pk): _span(days) for pk, days in kept["phases"].items()},
        crosses=tuple(Cross(**each) for each in kept.get("crosses", ())),
        **{name: kept.get(name, False) for name in SHOWS},
        **{name: kept[name] for name in WORDS},
    )


def _target_kept(kept: dict[str, Any]) -> Target:
    only = {
        name: frozenset(parted(name, value) for value in values)
        for name, values in kept["only"].items()
    }
    start, end = _span((kept["start"], kept["end"]))
    return Target(kept["code"], start, end, Fraction(kept["amount"]), only, kept["names"])


def _span(days) -> Span:
    start, end = map(date.fromisoformat, days)
    return start, end
