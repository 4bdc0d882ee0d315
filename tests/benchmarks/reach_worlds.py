"""Sets M and L, and every size between: a programme of three years, for the figures of reach.

    with database_of_its_own():
        write_world(M)                # 60,000 people, 320,000 marks
        write_world(scaled(0.1))      # a tenth of it

The database must be empty and migrated. The same size and seed give the same rows on every
database. What reach does not ask for (events, phones, jobs, search keys in full) is left out.
"""

import time
from dataclasses import dataclass
from random import Random

from django.db import connection

from courses.models import Organization
from tests.benchmarks.bulk import filling
from tests.benchmarks.reach_people import (
    Register,
    write_courses,
    write_organizations,
    write_people,
)
from tests.benchmarks.reach_places import Writer
from tests.benchmarks.reach_runs import COURSES, plan


@dataclass(frozen=True)
class Size:
    """How many rows of each kind."""

    factories: int
    people: int
    runs: int
    enrollments: int
    marks: int


M = Size(factories=663, people=60_000, runs=3_000, enrollments=90_000, marks=320_000)
L = Size(factories=663, people=645_000, runs=12_000, enrollments=1_500_000, marks=5_000_000)


def scaled(scale: float) -> Size:
    """Set M, made larger or smaller; there are never more factories than in M."""
    return Size(
        factories=min(M.factories, max(12, round(M.factories * scale))),
        people=round(M.people * scale),
        runs=round(M.runs * scale),
        enrollments=round(M.enrollments * scale),
        marks=round(M.marks * scale),
    )


@dataclass(frozen=True)
class Written:
    """How many rows there are now, and how long it took."""

    rows: dict[str, int]
    seconds: float


def write_world(size: Size, seed: int = 1) -> Written:
    """Fills the empty database of the connection. Raises ValueError where it is not empty, or where
    the runs have fewer sessions with names than the marks need."""
    if Organization.objects.exists():
        raise ValueError("The database is not empty.")
    start = time.perf_counter()
    register = Register(Random(seed))
    with filling() as bulk:
        write_organizations(bulk, register, size.factories)
        write_courses(bulk, COURSES)
        write_people(bulk, register, size.people)
        plans = plan(register, size.runs, size.enrollments)
        possible = sum(each.size * len(each.registers) for each in plans)
        if possible < size.marks:
            raise ValueError(f"Only {possible} marks are possible.")
        writer = Writer(bulk, register, size.marks, possible)
        positions = {code: pk for pk, code in enumerate(COURSES, 1)}
        for each in plans:
            writer.write(each, positions[each.code])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    rows = {table.model.__name__: table.written for table in bulk.tables}
    return Written(rows, time.perf_counter() - start)
