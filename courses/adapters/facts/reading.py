"""Asking facts in SQL."""

from datetime import datetime

import duckdb


class Facts:
    """Tables of one moment; who has them sees no later change."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, made_at: datetime):
        self.cursor, self.made_at = cursor, made_at

    def rows(self, sql: str) -> list[tuple]:
        """All rows of an answer."""
        return self.cursor.execute(sql).fetchall()

    def close(self) -> None:
        self.cursor.close()
