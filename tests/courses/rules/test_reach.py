"""The SQL of the figures is portable: SQLite and PostgreSQL answer as DuckDB does, over the same
rows."""

import re
import sqlite3
from collections import defaultdict
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from django.db import connection

from courses.queries import functioning
from courses.queries.facts import facts_now
from courses.queries.figures import TOGETHER
from courses.rules.facts import TABLES as KEPT
from courses.rules.facts import Column, Table
from courses.rules.indicators import INDICATORS
from courses.rules.reach import DIMENSIONS, Filters, NotCounted, Question, together_sql
from courses.rules.reach.values import kind_of, read, written
from courses.rules.reach.ways import OfNumbers
from tests.reference.dump import LOCAL
from tests.reference.worlds import NOW, PERIODS, RandomWorld

pytestmark = pytest.mark.django_db
#: Those of the files, and the one that is read from the database when it is counted.
TABLES = KEPT | {
    functioning.TABLE: Table(
        functioning.TABLE,
        "",
        tuple(Column(name, kind, "") for name, kind in functioning.COLUMNS.items()),
    )
}
HELD = (date(2025, 1, 1), date(2100, 1, 1))


def questions(rng):
    """Every figure by two dimensions, narrowed by others; those with the same columns together."""
    alike = defaultdict(dict)
    only = {"role": frozenset(["worker", "manager"]), "topic": frozenset([1, 2])}
    for indicator in INDICATORS:
        for narrow, area in (({}, None), (only, frozenset(["05", "12"]))):
            filters = Filters(*PERIODS[1], narrow, area, NOW.astimezone(LOCAL))
            for by in ((), tuple(rng.sample(sorted(DIMENSIONS), 2)), ("sex", "province")):
                question = Question(filters, by)
                try:
                    for sql in indicator.way.queries(question):
                        alike[columns(indicator.way, question, sql)][sql] = None
                except NotCounted:
                    continue
    for asked in map(list, alike.values()):
        for start in range(0, len(asked), TOGETHER):
            yield together_sql(asked[start : start + TOGETHER])


def columns(way, question, sql):
    """What its columns are: of numbers the same for all of a way, of others only for itself."""
    if not isinstance(way, OfNumbers):
        return sql
    _measure, counted = way.numbers(question)[0]
    return tuple(map(kind_of, counted.by))


def plain(rows):
    """Rows without order, their numbers and days as text that all engines share."""
    return sorted([tuple(_plain(value) for value in row) for row in rows], key=repr)


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float | Decimal):
        return float(value)
    return value


def _stored(value):
    """Whole numbers as they are: as fractions, long ones would become alike."""
    return value if type(value) is int else _plain(value)


def on_sqlite(facts):
    """The same tables in SQLite, which has neither days nor truth."""
    database = sqlite3.connect(":memory:")
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}"' for column in table.types)
        database.execute(f'CREATE TABLE "{name}" ({columns})')
        rows = [[_stored(value) for value in row] for row in _rows(facts, name)]
        marks = ", ".join("?" * len(table.types))
        database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
    return lambda sql: database.execute(re.sub(r"DATE '", "'", sql)).fetchall()


def on_postgresql(facts):
    cursor = connection.cursor()
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}" {kind}' for column, kind in table.types.items())
        cursor.execute(f'CREATE TEMPORARY TABLE "{name}" ({columns}) ON COMMIT DROP')
        marks = ", ".join(["%s"] * len(table.types))
        cursor.executemany(f'INSERT INTO "{name}" VALUES ({marks})', _rows(facts, name))

    def ask(sql):
        cursor.execute(sql)
        return cursor.fetchall()

    return ask


def _rows(facts, name):
    """Of the days only those around the period, so that loading takes no time."""
    where = "WHERE year(day) BETWEEN 2025 AND 2026" if name == "calendar" else ""
    return facts.rows(f'SELECT * FROM "{name}" {where}')


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("engine", [on_sqlite, on_postgresql])
def test_other_engines_answer_as_duckdb_does(engine, seed):
    if engine is on_postgresql and connection.vendor != "postgresql":
        engine = on_sqlite
        seed += 10
    rng = Random(seed)
    RandomWorld(rng)
    with facts_now() as facts:
        people = facts.rows("SELECT DISTINCT person FROM attendance ORDER BY person")
        rows = [(pk, *HELD, pk % 2 == 0) for (pk,) in people]
        facts.add(functioning.TABLE, functioning.COLUMNS, rows)
        ask = engine(facts)
        for sql in questions(rng):
            assert plain(ask(sql)) == plain(facts.rows(sql)), sql


@pytest.mark.parametrize(
    ("dimension", "value"),
    [
        ("month", date(2026, 3, 1)),
        ("topic", 7),
        ("national", True),
        ("national", False),
        ("role", "worker"),
        ("sex", None),
    ],
)
def test_values_are_read_as_they_were_written(dimension, value):
    assert read(dimension, written(value)) == value


@pytest.mark.parametrize(
    ("dimension", "text"), [("month", "March"), ("topic", "x"), ("national", "so"), ("no", "1")]
)
def test_other_texts_are_no_values(dimension, text):
    with pytest.raises(ValueError, match=r".*"):
        read(dimension, text)
