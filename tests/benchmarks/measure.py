"""What a benchmark is, and how it says a figure."""

import os
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

#: Every benchmark that a bench_ module has announced, in order.
BENCHMARKS: list["Benchmark"] = []


@dataclass(frozen=True)
class Figure:
    """One number. `bar` is what it must reach; `reference` is what the best known rival takes."""

    name: str
    value: float
    unit: str
    data_size: str
    bar: float | None = None
    reference: float | None = None
    higher_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times better than the reference."""
        if not self.reference or not self.value:
            return None
        better = (
            self.value / self.reference if self.higher_is_better else self.reference / self.value
        )
        return round(better, 2)

    @property
    def is_met(self) -> bool | None:
        """Whether the bar is reached; None without a bar."""
        if self.bar is None:
            return None
        return self.value >= self.bar if self.higher_is_better else self.value <= self.bar

    def as_json(self) -> dict:
        """The object in build/bench.json; `bar` and `ratio` only where there is one."""
        told = {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "higher_is_better": self.higher_is_better,
            "data_size": self.data_size,
        }
        if self.bar is not None:
            told["bar"] = self.bar
        if self.ratio is not None:
            told["ratio"] = self.ratio
        return told


@dataclass(frozen=True)
class Benchmark:
    """A function that yields figures, with their names so that one can be asked for alone.

    `needs` is "story" for the loaded demo set S, or "" for a function that makes its own rows.
    """

    names: tuple[str, ...]
    run: Callable[[], Iterable[Figure]]
    needs: str


def benchmark(*names: str, needs: str = ""):
    """Announces a benchmark: `@benchmark("course_page_queries", "course_page_cpu_ms")`."""

    def announce(function):
        BENCHMARKS.append(Benchmark(names, function, needs))
        return function

    return announce


@contextmanager
def rolled_back() -> Iterator[None]:
    """Takes back what the benchmark writes inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def database_of_its_own() -> Iterator[None]:
    """An empty migrated database beside the usual one, dropped afterwards. For figures that need
    rows as a programme has them: committed and, with `tidied`, vacuumed."""
    usual, name = connection.settings_dict["NAME"], f"sala_bench_{os.getpid()}"
    if connection.vendor == "sqlite":
        name = str(settings.VAR / f"{name}.sqlite3")
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(usual, verbosity=0)


def tidied() -> None:
    """What a database does by itself after much was written."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM (ANALYZE)")


def cpu_seconds() -> float:
    """Processor time of this process and its finished children."""
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def median_cpu_ms(action: Callable[[], object], times: int = 30, warm_up: int = 5) -> float:
    """Median processor time of one call in milliseconds, after a warm-up."""
    for _ in range(warm_up):
        action()
    return 1000 * statistics.median(_timed(action, time.process_time) for _ in range(times))


def best_seconds(action: Callable[[], object], times: int = 3) -> float:
    """Shortest wall time of one call in seconds."""
    return min(_timed(action, time.perf_counter) for _ in range(times))


def _timed(action: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    action()
    return clock() - start
