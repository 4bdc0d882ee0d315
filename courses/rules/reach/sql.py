"""Questions as SQL. Values come from forms and choices; they are written out by their type."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from courses.rules.reach.dimensions import DIMENSIONS, JOINS, Dimension
from courses.rules.reach.measures import Measure
from courses.rules.reach.question import Filters, NotCounted, Question, Value


def literal(value: Value) -> str:
    """A value in SQL. Raises TypeError for what no dimension has."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    raise TypeError(f"Not a value of a dimension: {value!r}")


def values_sql(measure: Measure, question: Question) -> str:
    """SQL whose rows are the values of the dimensions and the number; one row without any.

    Raises NotCounted where the measure has no such dimension.
    """
    keys = keys_of(measure, question)
    select = ", ".join([*keys, f"{measure.aggregate} AS figure"])
    group = f" GROUP BY {', '.join(keys)}" if keys else ""
    return f"SELECT {select} {rows_sql(measure, question)}{group}"


def together_sql(asked: Sequence[str]) -> str:
    """Questions whose columns are alike as one: the rows of each behind its place among them."""
    return " UNION ALL ".join(
        f"SELECT {place} AS place, * FROM ({sql}) AS asked{place}"
        for place, sql in enumerate(asked)
    )


def ids_sql(measure: Measure, question: Question) -> str:
    """SQL whose rows are the different ids behind the number, with the values of the dimensions
    before each. Raises ValueError for a measure that adds up instead of counting."""
    if not measure.ids:
        raise ValueError("There is no list behind a sum.")
    keys = keys_of(measure, question)
    return f"SELECT DISTINCT {', '.join([*keys, measure.ids])} {rows_sql(measure, question)}"


def list_sql(measure: Measure, question: Question, key: Sequence[Value | None]) -> str:
    """SQL whose rows are what was counted in one cell: that with these values of the dimensions.
    The columns are those of the measure's listing; whoever asks adds order and limit."""
    keys = [f"{column} AS k{place}" for place, column in enumerate(keys_of(measure, question))]
    columns = [f"{column} AS c{place}" for place, column in enumerate(measure.columns)]
    cell = _all(
        f"k{place} IS NULL" if value is None else f"k{place} = {literal(value)}"
        for place, value in enumerate(key)
    )
    names = ", ".join(f"c{place}" for place in range(len(columns)))
    found = f"SELECT {', '.join([*keys, *columns])} {rows_sql(measure, question, is_listed=True)}"
    return f"SELECT DISTINCT {names} FROM ({found}) AS counted WHERE {cell}"


def keys_of(measure: Measure, question: Question) -> list[str]:
    """The values of the dimensions in SQL."""
    found = dimensions_of(measure, question)
    return [dimension.on(measure.table, measure.day)[0] for dimension in found]


def dimensions_of(measure: Measure, question: Question) -> list[Dimension]:
    """The dimensions of the rows. Raises NotCounted where the measure lacks one of them or of the
    filters."""
    for name in (*question.by, *question.filters.only):
        if measure.table not in DIMENSIONS[name].tables:
            raise NotCounted(name)
    return [DIMENSIONS[name] for name in question.by]


def rows_sql(measure: Measure, question: Question, is_listed: bool = False) -> str:
    """FROM and WHERE of the rows that count, joined to what the dimensions need. People stand where
    they were last, which makes no difference to how many they are as a whole."""
    filters, dimensions = question.filters, dimensions_of(measure, question)
    asked = [need for each in dimensions for need in each.on(measure.table, measure.day)[1]]
    inner = [*measure.needs, *_filter_needs(measure, filters)]
    inside = _conditions(measure, filters)
    placed_where = _with_days(measure.placed_where, filters)
    latest = (
        f"FROM {measure.table} f JOIN (SELECT max(f.moment) AS moment FROM {measure.table} f"
        f"{_joins(inner, measure, filters)} WHERE {inside} GROUP BY f.person) latest"
        " ON latest.moment = f.moment"
    )
    placed = _all([_period(measure, filters), placed_where])
    asks_where = dimensions or placed_where or is_listed
    if measure.is_placed and asks_where and all(each.is_one_place for each in dimensions):
        joins = _joins([*measure.placed_needs, *asked], measure, filters)
        return f"{latest}{joins} WHERE {placed}"
    if measure.is_of_latest:
        joins = _joins(measure.placed_needs, measure, filters)
        placed_where = f"f.person IN (SELECT f.person {latest}{joins} WHERE {placed})"
    needs = [*inner, *measure.placed_needs, *asked]
    return (
        f"FROM {measure.table} f{_joins(needs, measure, filters)}"
        f" WHERE {_all([inside, placed_where])}"
    )


def _joins(needs: Iterable[str], measure: Measure, filters: Filters) -> str:
    wanted = [name for name in JOINS if name in set(needs)]
    end = literal(filters.end)
    return "".join(" " + JOINS[name].format(day=measure.day, end=end) for name in wanted)


def _conditions(measure: Measure, filters: Filters) -> str:
    narrowing = [
        _narrowed(DIMENSIONS[name], values, measure) for name, values in filters.only.items()
    ]
    if filters.area is not None:
        runs = f"SELECT run FROM run WHERE {_one_of('province', filters.area)}"
        narrowing.append(f"f.run IN ({runs})")
    where = _with_days(measure.where, filters)
    return _all([_period(measure, filters), where, *narrowing])


def _with_days(where: str, filters: Filters) -> str:
    days = {"start": filters.start, "end": filters.end, "today": filters.today}
    return where.format(minute=filters.minute, **{name: literal(day) for name, day in days.items()})


def _period(measure: Measure, filters: Filters) -> str:
    if measure.until_end:
        return f"{measure.day} <= {literal(filters.end)}"
    start = year_before(filters.end) if measure.last_year else filters.start
    return f"{measure.day} BETWEEN {literal(start)} AND {literal(filters.end)}"


def year_before(end: date) -> date:
    """The first day of the twelve months that end with this day."""
    if (end.month, end.day) == (2, 29):
        return date(end.year - 1, 3, 1)
    return end.replace(year=end.year - 1) + timedelta(days=1)


def _narrowed(dimension: Dimension, values: frozenset[Value], measure: Measure) -> str:
    if dimension.bridge is None:
        return _one_of(dimension.on(measure.table, measure.day)[0], values)
    name, key, column = dimension.bridge
    holder = "r.course" if key == "course" else "f.run"
    return f"{holder} IN (SELECT {key} FROM {name} WHERE {_one_of(column, values)})"


def _filter_needs(measure: Measure, filters: Filters) -> list[str]:
    """Joins of the filters; bridges are asked for beside, so that no row comes twice."""
    dimensions = [DIMENSIONS[name] for name in filters.only]
    return [
        need
        for dimension in dimensions
        for need in dimension.on(measure.table, measure.day)[1]
        if dimension.bridge is None or need != dimension.needs[-1]
    ]


def _one_of(column: str, values: Iterable[Value]) -> str:
    written = ", ".join(sorted(literal(value) for value in values))
    return f"{column} IN ({written})" if written else "FALSE"


def _all(conditions: Iterable[str]) -> str:
    return " AND ".join(f"({each})" for each in conditions if each) or "TRUE"
