"""Facts in memory, for sites that keep no files of them: made when asked for."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from courses.adapters.facts.layout import Handed, Layout
from courses.adapters.facts.loading import connect, copy_many, create_all, insert, make_all
from courses.adapters.facts.reading import Facts


class Waiting(Facts):
    """Tables that are filled when a question first names them, with rows of one moment: most
    questions are of few tables, and filling one takes longer than reading its rows."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, layout: Layout):
        super().__init__(cursor, datetime.now(UTC), are_few=True)
        self.layout = layout
        self.few: dict[str, list[tuple]] = {}
        self.waiting = layout.making.keys() - layout.fixed

    def take(self, handed: Handed, folder: Path) -> None:
        """All that is handed over: a few rows are kept for later."""
        shapes = {**self.layout.staged, **self.layout.tables}
        for name, rows in handed.items():
            self.few[name] = copy_many(self.cursor, name, shapes[name].types, rows, folder)

    def rows(self, sql: str) -> list[tuple]:
        self._fill(sql)
        return super().rows(sql)

    def _fill(self, sql: str) -> None:
        """The tables that may be named there."""
        words = {*re.findall(r"\w+", sql)}
        for name in words & self.few.keys():
            insert(self.cursor, name, self.few.pop(name))
        made = words & self.waiting
        self.waiting -= made
        for name in made:
            self._fill(self.layout.making[name])
        make_all(self.cursor, self.layout, made)


class Memory:
    """One database of the process with the tables of the layout, which never has rows but those
    that are fixed: each reader has hers in a transaction that nobody else sees."""

    def __init__(self, layout: Layout):
        self.layout = layout
        #: By process: a forked one has none of the threads of its parent's.
        self.databases: dict[int, duckdb.DuckDBPyConnection] = {}

    @contextmanager
    def made(self, handed: Handed) -> Iterator[Facts]:
        """Facts that are gone afterwards."""
        with TemporaryDirectory() as folder, self._database().cursor() as cursor:
            cursor.begin()
            try:
                facts = Waiting(cursor, self.layout)
                facts.take(handed, Path(folder))
                yield facts
            finally:
                cursor.rollback()

    def _database(self) -> duckdb.DuckDBPyConnection:
        process = os.getpid()
        if process not in self.databases:
            database = connect(threads=1)  # of few rows each thread waits for the others
            create_all(database, self.layout)
            make_all(database, self.layout, self.layout.fixed)
            self.databases.setdefault(process, database)
        return self.databases[process]
