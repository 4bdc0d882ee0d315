"""Tables of one figure and results of learning, as a frozen report keeps them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from courses.queries.explore import Crossed
from courses.queries.snapshot_labels import code_of
from courses.rules.indicators import Indicator
from courses.rules.learning_results import Learned, Learning, Opinion
from courses.rules.reach.question import Value
from courses.rules.reach.values import DAYS

Content = dict[str, Any]


def out(value: Any) -> int | str | None:
    """Shares are kept exactly, as "1/3", and money as "12.50"."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return str(value) if isinstance(value, Decimal) else value


def back(value: int | str | None) -> int | Fraction | Decimal | None:
    if not isinstance(value, str):
        return value
    return Fraction(value) if "/" in value else Decimal(value)


def value_of(dimension: str, code: Any) -> Value | None:
    """The value of a dimension that `code_of` wrote."""
    return date.fromisoformat(code) if code and dimension in DAYS else code


def crosses_as_kept(found: Iterable[Crossed]) -> list[Content]:
    return [
        {
            "code": each.indicator.code,
            "version": each.indicator.version,
            "rows": each.by[0],
            "columns": each.by[1] if each.by[1:] else "",
            "whole": out(each.whole),
            "by_row": _totals(each.rows),
            "by_column": _totals(each.columns),
            "cells": [
                {"row": code_of(row), "column": code_of(column), "value": out(value)}
                for (row, column), value in _sorted(each.cells)
            ],
        }
        for each in found
    ]


def _totals(found: Mapping) -> list[Content]:
    return [{"key": code_of(key), "value": out(value)} for key, value in _sorted(found)]


def _sorted(found: Mapping) -> list[tuple]:
    """The same order whichever the engine has."""
    return sorted(found.items(), key=lambda item: str(item[0]))


def crosses_kept(kept: Iterable[Content], known: Mapping[str, Indicator]) -> Iterator[Crossed]:
    """Those whose figure the program still knows."""
    for each in kept:
        if each["code"] not in known:
            continue
        rows, columns = each["rows"], each["columns"]
        yield Crossed(
            known[each["code"]],
            (rows, columns) if columns else (rows,),
            rows={value_of(rows, row["key"]): back(row["value"]) for row in each["by_row"]},
            columns={
                value_of(columns, row["key"]): back(row["value"]) for row in each["by_column"]
            },
            cells={
                (value_of(rows, cell["row"]), value_of(columns, cell["column"])): back(
                    cell["value"]
                )
                for cell in each["cells"]
            },
            whole=back(each["whole"]),
        )


def learning_as_kept(found: Learning) -> Content:
    """No trainer and no test question is in it: it leaves the house."""
    return {
        "whole": _row(found.whole),
        "courses": [_row(each) for each in sorted(found.courses, key=lambda row: str(row.key))],
        "opinions": [
            {**each.texts, "answers": each.answers, "good": each.good} for each in found.opinions
        ],
    }


def _row(row: Learned) -> Content:
    values = {code: out(value) for code, value in row.values.items()}
    return {"key": row.key, "values": values, "hidden": sorted(row.hidden)}


def learning_kept(kept: Content | None) -> Learning:
    """Reports of before keep none."""
    if kept is None:
        return Learning()
    return Learning(
        _learned(kept["whole"]),
        tuple(_learned(row) for row in kept["courses"]),
        tuple(
            Opinion({name: row[name] for name in ("en", "km")}, row["answers"], row["good"])
            for row in kept["opinions"]
        ),
    )


def _learned(kept: Content) -> Learned:
    values = {code: back(value) for code, value in kept["values"].items()}
    return Learned(kept["key"], values, frozenset(kept["hidden"]))
