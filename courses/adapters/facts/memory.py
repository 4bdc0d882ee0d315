"""Facts in memory, for sites that keep no files of them: made when asked for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from courses.adapters.facts.layout import Handed, Layout
from courses.adapters.facts.loading import connect, create_all, load_all, make_all
from courses.adapters.facts.reading import Facts


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
        made_at = datetime.now(UTC)
        with TemporaryDirectory() as folder, self._database().cursor() as cursor:
            cursor.begin()
            try:
                load_all(cursor, self.layout, handed, Path(folder), but=self.layout.fixed)
                yield Facts(cursor, made_at)
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
