"""What the values of dimensions are called, kept with a frozen report in both languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import override

from courses.models import Province, ReportSnapshot
from courses.queries.labels import CHOICES, ROWS
from courses.queries.reach import Report
from courses.rules.reach import Filters
from courses.rules.reach.question import Value

LANGUAGES = ("en", "km")

Content = dict[str, Any]


def code_of(value: Value | None) -> int | str | bool | None:
    return value.isoformat() if isinstance(value, date) else value


def labels_of(report: Report) -> Content:
    """By dimension what its codes are called, by language; whichever stand in the report."""
    found: dict[str, set] = defaultdict(set)
    for name, rows in report.breakdowns.items():
        found[name] |= {row.key for row in rows if row.key is not None}
    for each in report.crosses:
        for name, keys in zip(each.by, (each.rows, each.columns), strict=False):
            found[name] |= keys.keys() - {None}
    found["course"] |= {row.key for row in report.learning.courses}
    asked = [report.filters.only, *(each.only for each in report.plan.targets)]
    for name, values in (each for only in asked for each in only.items()):
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
        name: [{"id": code_of(value), "code": code} for value, code in sorted(_coded(name, values))]
        for name, values in sorted(filters.only.items())
    }


def _coded(dimension: str, values: Iterable[Value]) -> Iterator[tuple[Value, str]]:
    codes = {}
    if dimension in ROWS:
        model, field = ROWS[dimension]
        codes = dict(model.objects.filter(pk__in=values).values_list("pk", field))
    for value in values:
        yield value, str(codes.get(value) or code_of(value))


def labels_kept(snapshot: ReportSnapshot, language: str) -> dict[str, dict[Value, str]]:
    """By dimension what its values were called; dimensions without values have none."""
    told = "km" if language.startswith("km") else "en"
    found = {name: {} for name in (*ROWS, *CHOICES)}
    for dimension, labels in snapshot.content["labels"].items():
        is_number = dimension in ROWS and ROWS[dimension][0] is not Province
        for key, words in labels.items():
            found[dimension][int(key) if is_number else key] = words[told]
    return found
