"""Writes very many rows fast: straight into the tables, with what the models would fill in."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import JSONField, Model, UUIDField

CHUNK = 20_000
#: What `auto_now` and `auto_now_add` would write.
MOMENT = "2026-10-31 12:00:00"


class Table:
    """Rows of one model, written in chunks. `put` takes a tuple with a value for every column that
    was named, as text, number or None: moments in UTC, ids of all kinds, JSON as it is stored."""

    def __init__(self, model: type[Model], columns: tuple[str, ...], constant: dict):
        self.model = model
        fields = {field.attname: field for field in model._meta.concrete_fields}
        self.has_uuid = "uuid" in fields and "uuid" not in columns
        named = (*columns, "uuid") if self.has_uuid else columns
        self.names = [fields[name].column for name in named]
        rest = [field for name, field in fields.items() if name not in named]
        self.constants = {
            field.column: constant[field.attname] if field.attname in constant else _filled(field)
            for field in rest
        }
        self.rows: list[tuple] = []
        self.numbers = count(1)
        self.written = 0

    def put(self, row: tuple) -> None:
        self.rows.append((*row, f"{next(self.numbers):032x}") if self.has_uuid else row)
        if len(self.rows) >= CHUNK:
            self.flush()

    def flush(self) -> None:
        if self.rows:
            with transaction.atomic():
                _WRITE[connection.vendor](self)
            self.written += len(self.rows)
            self.rows.clear()

    @property
    def target(self) -> str:
        columns = ", ".join(f'"{name}"' for name in (*self.names, *self.constants))
        return f'"{self.model._meta.db_table}" ({columns})'


def _filled(field):
    """What a row has where nothing is said."""
    if field.null:
        return None
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return MOMENT
    if isinstance(field, UUIDField):
        raise ValueError(f"{field} needs a value for every row.")
    value = field.get_default()
    if isinstance(field, JSONField):
        return json.dumps(value)
    return MOMENT if hasattr(value, "tzinfo") else value


def _insert(table: Table) -> None:
    marks = ", ".join(["?"] * len(table.names) + [_literal(v) for v in table.constants.values()])
    connection.connection.executemany(f"INSERT INTO {table.target} VALUES ({marks})", table.rows)


def _literal(value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool | int):
        return str(int(value))
    return "'" + str(value).replace("'", "''") + "'"


def _copy(table: Table) -> None:
    end = "".join(f"\t{_text(value)}" for value in table.constants.values()) + "\n"
    lines = ["\t".join(map(_text, row)) + end for row in table.rows]
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f"COPY {table.target} FROM STDIN") as copy,
    ):
        copy.write("".join(lines))


def _text(value) -> str:
    if value is None:
        return "\\N"
    return str(int(value)) if isinstance(value, bool) else str(value)


_WRITE = {"sqlite": _insert, "postgresql": _copy}
#: What a database need not do while an empty one is filled, and how it was before.
_BEFORE = {
    "sqlite": ["PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-200000"],
    "postgresql": ["SET session_replication_role = replica"],
}
_AFTER = {
    "sqlite": ["PRAGMA foreign_keys=ON", "PRAGMA synchronous=NORMAL", "PRAGMA cache_size=-2000"],
    "postgresql": ["SET session_replication_role = DEFAULT"],
}


class Bulk:
    """The tables that are being filled."""

    def __init__(self):
        self.tables: list[Table] = []

    def table(self, model: type[Model], *columns: str, **constant) -> Table:
        """A table of which these columns differ from row to row."""
        self.tables.append(Table(model, columns, constant))
        return self.tables[-1]


@contextmanager
def filling() -> Iterator[Bulk]:
    """Tables to fill. References are not looked at meanwhile (PostgreSQL: needs a superuser); at
    the end everything is written, and the next ids come after those that were given."""
    bulk = Bulk()
    connection.ensure_connection()
    # SQLite changes none of this inside a transaction, as that of a test.
    is_free = connection.vendor != "sqlite" or not connection.in_atomic_block
    _say(_BEFORE[connection.vendor] if is_free else [])
    put_back = _without_slow_indexes()
    try:
        yield bulk
        for table in bulk.tables:
            table.flush()
        models = [table.model for table in bulk.tables]
        _say([*connection.ops.sequence_reset_sql(no_style(), models), *put_back])
    finally:
        _say(_AFTER[connection.vendor] if is_free else [])


def _without_slow_indexes() -> list[str]:
    """Drops the indexes of PostgreSQL that are made much faster at the end; returns how."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes"
            " WHERE schemaname = current_schema() AND indexdef LIKE '% USING gin %'"
        )
        found = cursor.fetchall()
    _say([f'DROP INDEX "{name}"' for name, _definition in found])
    return [definition for _name, definition in found]


def _say(lines: list[str]) -> None:
    with connection.cursor() as cursor:
        for line in lines:
            cursor.execute(line)
