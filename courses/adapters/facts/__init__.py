"""Facts that DuckDB reads, from Parquet files or from memory: made as a whole or in parts, and
asked in SQL."""

from courses.adapters.facts.layout import Layout
from courses.adapters.facts.memory import Memory
from courses.adapters.facts.reading import Facts
from courses.adapters.facts.store import Busy, Missing, Store

__all__ = ["Busy", "Facts", "Layout", "Memory", "Missing", "Store"]
