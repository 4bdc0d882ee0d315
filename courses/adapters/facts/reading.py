"""Asking facts in SQL."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import duckdb

from courses.adapters.facts.loading import create, insert


class Facts:
    """Tables of one moment; who has them sees no later change. Where they `are_few`, the engine
    plans a question longer than it counts."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, made_at: datetime, are_few: bool):
        self.cursor, self.made_at, self.are_few = cursor, made_at, are_few

    def rows(self, sql: str) -> list[tuple]:
        """All rows of an answer."""
        return self.cursor.execute(sql).fetchall()

    def add(self, name: str, types: Mapping[str, str], rows: Iterable[tuple]) -> None:
        """A table for this reader alone, in memory, gone when she closes."""
        create(self.cursor, name, types, "TEMP TABLE")
        insert(self.cursor, name, list(rows))

    def close(self) -> None:
        self.cursor.close()
