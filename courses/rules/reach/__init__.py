"""Figures of reach over the read model: what may be asked, and the SQL that asks it.

The SQL keeps to what DuckDB, PostgreSQL, SQLite and the engines for files on many machines share:
joins, conditions, GROUP BY, count, count distinct, sum, min, max.
"""

from courses.rules.reach import measures
from courses.rules.reach.dimensions import DIMENSIONS, ONE_PLACE, Dimension
from courses.rules.reach.measures import Measure
from courses.rules.reach.question import Filters, NotCounted, Question
from courses.rules.reach.sql import ids_sql, list_sql, together_sql, values_sql

__all__ = [
    "DIMENSIONS",
    "ONE_PLACE",
    "Dimension",
    "Filters",
    "Measure",
    "NotCounted",
    "Question",
    "ids_sql",
    "list_sql",
    "measures",
    "together_sql",
    "values_sql",
]
