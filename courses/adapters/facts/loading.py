"""Rows of Python into tables of DuckDB: a few at once, many by way of a file; row by row would
take minutes."""

import csv
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, islice
from pathlib import Path

import duckdb

from courses.adapters.facts.layout import Handed, Layout

#: Nothing comes or goes over the network, whatever a query says.
CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
#: Rows up to which a file would take longer than the rows.
FEW = 500


def connect(
    path: Path | str = ":memory:", memory: str = "512MB", threads: int = 2
) -> duckdb.DuckDBPyConnection:
    """A database that spills to disk beyond `memory`."""
    config = {**CONFIG, "threads": str(threads), "memory_limit": memory}
    return duckdb.connect(str(path), config=config)


def create_all(cursor, layout: Layout) -> None:
    """Every table, without rows."""
    for name, shape in {**layout.staged, **layout.tables}.items():
        create(cursor, name, shape.types)


def create(cursor, name: str, types: Mapping[str, str], kind: str = "TABLE") -> None:
    columns = ", ".join(f'"{column}" {of}' for column, of in types.items())
    cursor.execute(f'CREATE OR REPLACE {kind} "{name}" ({columns})')


def load_all(
    cursor, layout: Layout, handed: Handed, folder: Path, but: Collection[str] = ()
) -> None:
    """Everything that is handed over, and then what is made of it but for some tables, into tables
    without rows."""
    shapes = {**layout.staged, **layout.tables}
    for name, rows in handed.items():
        load(cursor, name, shapes[name].types, rows, folder)
    make_all(cursor, layout, layout.making.keys() - but)


def make_all(cursor, layout: Layout, names: Collection[str]) -> None:
    """Tables that are made of others."""
    for name in names:
        columns = ", ".join(f'"{column}"' for column in layout.tables[name].types)
        cursor.execute(f'INSERT INTO "{name}" SELECT {columns} FROM ({layout.making[name]})')


def load(cursor, name: str, types: Mapping[str, str], rows: Iterable[tuple], folder: Path) -> None:
    insert(cursor, name, copy_many(cursor, name, types, rows, folder))


def copy_many(
    cursor, name: str, types: Mapping[str, str], rows: Iterable[tuple], folder: Path
) -> list[tuple]:
    """Loads rows that are many; gives back those that are few."""
    rows = iter(rows)
    first = list(islice(rows, FEW))
    if len(first) < FEW:
        return first
    copy(cursor, name, types, chain(first, rows), folder / f"{name}.csv")
    return []


def insert(cursor, name: str, rows: list[tuple]) -> None:
    """A few rows; None and "" are unknown."""
    if rows:
        columns = [
            [None if value == "" else value for value in column]
            for column in zip(*rows, strict=True)
        ]
        each = ", ".join(f"unnest(${at})" for at in range(1, len(columns) + 1))
        cursor.execute(f'INSERT INTO "{name}" SELECT {each}', columns)


def copy(cursor, name: str, types: Mapping[str, str], rows: Iterable[tuple], path: Path) -> None:
    """As many rows as there are; the file between stays no longer than needed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    columns = ", ".join(f"'{column}': '{kind}'" for column, kind in types.items())
    cursor.execute(
        f"INSERT INTO \"{name}\" SELECT * FROM read_csv($path, header = false, delim = ',',"
        f" quote = '\"', escape = '\"', auto_detect = false, columns = {{{columns}}})",
        {"path": str(path)},
    )
    path.unlink()
