"""What a frozen report keeps, and reading it again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from courses.choices import Role, Sector, Sex
from courses.models import Course, Organization, Outcome, Project, Province, ReportSnapshot, Topic
from courses.queries.figures import Figures as Answers
from courses.queries.reach import Report, Row
from courses.rules import no_shows
from courses.rules.chain import canonical
from courses.rules.indicators import Indicator
from courses.rules.kept_ids import Kept
from courses.rules.reach import Filters, measures
from courses.rules.reach.bounds import Bounds
from courses.rules.reach.question import Value
from courses.rules.reach.told import Counted, Delivered, Figures, Led, Sexes

LANGUAGES = ("en", "km")
#: Dimensions whose values are rows, with the field that is their code.
ROWS = {
    "topic": (Topic, "slug"),
    "course": (Course, "code"),
    "outcome": (Outcome, "slug"),
    "province": (Province, "code"),
    "venue_province": (Province, "code"),
    "project": (Project, "code"),
    "organization": (Organization, "short_name"),
    "donor": (Organization, "short_name"),
    "payer": (Organization, "short_name"),
}
CHOICES = {"role": Role, "sector": Sector, "sex": Sex}
DAYS = ("month", "quarter", "year")
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


def content_of(report: Report, every: Iterable[Every]) -> Content:
    """Figures, tables, definitions and labels as JSON; shares are kept exactly, as "1/3", and
    money as "12.50"."""
    every = list(every)
    return {
        "report": _plain_report(report),
        "figures": [
            {"code": each.code, "version": each.version, "currency": currency, "value": _out(value)}
            for each, currency, value in every
        ],
        "definitions": [_definition(each) for each in dict.fromkeys(each for each, *_ in every)],
        "labels": _labels(report),
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


def _out(value: Any) -> int | str | None:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return str(value) if isinstance(value, Decimal) else value


def _in(value: int | str | None) -> int | Fraction | Decimal | None:
    if not isinstance(value, str):
        return value
    return Fraction(value) if "/" in value else Decimal(value)


def _plain_report(report: Report) -> Content:
    plain = asdict(replace(report, breakdowns={}))
    for told_elsewhere in ("filters", "as_at"):
        del plain[told_elsewhere]
    plain["breakdowns"] = {
        name: [{"key": _code(row.key), **asdict(row.figures)} for row in rows]
        for name, rows in report.breakdowns.items()
    }
    return plain


def _code(value: Value | None) -> int | str | bool | None:
    return value.isoformat() if isinstance(value, date) else value


def _value(dimension: str, code: Any) -> Value | None:
    return date.fromisoformat(code) if code and dimension in DAYS else code


def _definition(indicator: Indicator) -> Content:
    return {
        "code": indicator.code,
        "version": indicator.version,
        "is_additive": indicator.is_additive,
        "is_share": indicator.is_share,
        **{language: _texts(indicator, language) for language in LANGUAGES},
    }


def _texts(indicator: Indicator, language: str) -> dict[str, str]:
    with override(language):
        return {name: gettext(getattr(indicator, name)) for name in ("name", "definition", "unit")}


def _labels(report: Report) -> Content:
    """By dimension what its codes are called, by language; whichever stand in the report."""
    found: dict[str, set] = defaultdict(set)
    for name, rows in report.breakdowns.items():
        found[name] |= {row.key for row in rows if row.key is not None}
    for name, values in report.filters.only.items():
        found[name] |= values
    found["province"] |= set(Province.objects.values_list("pk", flat=True))
    return {
        name: labels
        for name, keys in sorted(found.items())
        if (labels := {str(key): label for key, label in _called(name, keys)})
    }


def _called(dimension: str, keys: Iterable) -> Iterator[tuple[Value, dict[str, str]]]:
    if dimension in CHOICES:
        for key in sorted(keys):
            yield key, _in_both(lambda key=key: CHOICES[dimension](key).label)
    elif dimension in ROWS:
        model, _field = ROWS[dimension]
        for row in model.objects.filter(pk__in=keys).order_by("pk"):
            yield row.pk, _in_both(lambda row=row: row)


def _in_both(label) -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(label())
    return found


def filters_as_kept(filters: Filters) -> Content:
    """By dimension the chosen values, each with its id and the code that people know."""
    return {
        name: [{"id": _code(value), "code": code} for value, code in sorted(_coded(name, values))]
        for name, values in sorted(filters.only.items())
    }


def _coded(dimension: str, values: Iterable[Value]) -> Iterator[tuple[Value, str]]:
    codes = {}
    if dimension in ROWS:
        model, field = ROWS[dimension]
        codes = dict(model.objects.filter(pk__in=values).values_list("pk", field))
    for value in values:
        yield value, str(codes.get(value) or _code(value))


def question_of(snapshot: ReportSnapshot, now: datetime) -> Filters:
    """The question of the report, asked at that moment."""
    only = {
        name: frozenset(_value(name, value["id"]) for value in values)
        for name, values in snapshot.filters.items()
    }
    area = None if snapshot.area is None else frozenset(snapshot.area)
    return Filters(snapshot.starts_on, snapshot.ends_on, only, area, timezone.localtime(now))


def report_kept(snapshot: ReportSnapshot) -> Report:
    """The report as it was frozen."""
    kept = snapshot.content["report"]
    as_it_is = ("people_completed", "organizations", "factories", "without_organization")
    return Report(
        filters=question_of(snapshot, snapshot.made_at),
        as_at=timezone.localtime(snapshot.as_at),
        total=_figures(kept["total"]),
        people=Sexes(**kept["people"]),
        bounds=Bounds(**kept["bounds"]),
        breakdowns={
            name: tuple(Row(_value(name, row["key"]), _figures(row)) for row in rows)
            for name, rows in kept["breakdowns"].items()
        },
        delivered=Delivered(**kept["delivered"]),
        counted=_counted(kept["counted"]),
        led=Led(**kept["led"]),
        seats=no_shows.Figures(**kept["seats"]),
        open_registers=kept["open_registers"],
        **{name: kept[name] for name in as_it_is},
    )


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


def labels_kept(snapshot: ReportSnapshot, language: str) -> dict[str, dict[Value, str]]:
    """By dimension what its values were called; dimensions without values have none."""
    told = "km" if language.startswith("km") else "en"
    found = {name: {} for name in (*ROWS, *CHOICES)}
    for dimension, labels in snapshot.content["labels"].items():
        is_number = dimension in ROWS and ROWS[dimension][0] is not Province
        for key, words in labels.items():
            found[dimension][int(key) if is_number else key] = words[told]
    return found


def figures_kept(snapshot: ReportSnapshot, language: str) -> list[tuple[Defined, str, Any]]:
    """The figures, each with its definition, its currency where it is money, and its value."""
    defined = definitions_kept(snapshot, language)
    return [
        (defined[each["code"]], each["currency"], _in(each["value"]))
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
