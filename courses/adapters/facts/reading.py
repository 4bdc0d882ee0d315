"""Asking facts in SQL."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import duckdb


class Facts:
    """Tables of one moment; who has them sees no later change."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, made_at: datetime):
        self.cursor, self.made_at = cursor, made_at

    def rows(self, sql: str) -> list[tuple]:
        """All rows of an answer."""
        return self.cursor.execute(sql).fetchall()

    def add(self, name: str, types: Mapping[str, str], rows: Iterable[tuple]) -> None:
        """A table for this reader alone, in memory, gone when she closes."""
        columns = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
        self.cursor.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" ({columns})')
        values = list(zip(*rows, strict=True))
        if values:
            each = ", ".join(f"unnest(${at})" for at in range(1, len(types) + 1))
            self.cursor.execute(f'INSERT INTO "{name}" SELECT {each}', [list(v) for v in values])

    def close(self) -> None:
        self.cursor.close()
