"""Rows of Python into tables of DuckDB, by way of a file: row by row would take minutes."""

import csv
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import duckdb

from courses.adapters.facts.layout import Handed, Layout

#: Nothing comes or goes over the network, whatever a query says.
CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def connect(path: Path | str = ":memory:", memory: str = "512MB") -> duckdb.DuckDBPyConnection:
    """A database with two threads that spills to disk beyond `memory`."""
    return duckdb.connect(str(path), config={**CONFIG, "threads": "2", "memory_limit": memory})


def create(cursor, name: str, types: Mapping[str, str]) -> None:
    columns = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
    cursor.execute(f'CREATE OR REPLACE TABLE "{name}" ({columns})')


def load(cursor, name: str, types: Mapping[str, str], rows: Iterable[tuple], folder: Path) -> None:
    """A new table with these rows; the file between stays no longer than needed."""
    create(cursor, name, types)
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    if path.stat().st_size:
        columns = ", ".join(f"'{column}': '{kind}'" for column, kind in types.items())
        cursor.execute(
            f"INSERT INTO \"{name}\" SELECT * FROM read_csv($path, header = false, delim = ',',"
            f" quote = '\"', escape = '\"', auto_detect = false, columns = {{{columns}}})",
            {"path": str(path)},
        )
    path.unlink()


def load_all(
    cursor, layout: Layout, handed: Handed, folder: Path, but: Collection[str] = ()
) -> None:
    """Everything that is handed over, and then what is made of it but for some tables."""
    shapes = {**layout.staged, **layout.tables}
    for name, rows in handed.items():
        load(cursor, name, shapes[name].types, rows, folder)
    for name in layout.making.keys() - but:
        create(cursor, name, layout.tables[name].types)
        columns = ", ".join(f'"{column}"' for column in layout.tables[name].types)
        cursor.execute(f'INSERT INTO "{name}" SELECT {columns} FROM ({layout.making[name]})')
