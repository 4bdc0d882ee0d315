"""The facts to ask: those of the folder that the site keeps, or made for this question."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from courses import conf
from courses.adapters.facts import Facts, Layout, Memory, Store
from courses.queries.facts.handed import BY_RUN, SMALL
from courses.queries.facts.source import Source
from courses.rules.facts import FIXED, LAYOUT, MAKING, STAGED, TABLES

Handed = dict[str, Iterable[tuple]]

ALL = Layout(TABLES, STAGED, MAKING, FIXED)
MEMORY = Memory(ALL)


def facts_store() -> Store | None:
    """The files of the facts; None where the site keeps none."""
    folder = conf.get("COURSES_FACTS")
    return _store(Path(folder)) if folder else None


@cache
def _store(folder: Path) -> Store:
    return Store(folder, ALL, LAYOUT)


@contextmanager
def facts_now() -> Iterator[Facts]:
    """The facts as they were last made; where none are kept, as the site stands."""
    store = facts_store()
    with store.open() if store else MEMORY.made(everything()) as facts:
        yield facts


def everything() -> Handed:
    """Rows of all that facts are made of."""
    return _of(Source())


def of_runs(runs: Collection[int]) -> Handed:
    """Rows that belong to these runs, and all that belong to none."""
    return _of(Source(runs))


def _of(source: Source) -> Handed:
    return {
        **{name: rows(source) for name, rows in BY_RUN.items()},
        **{name: rows() for name, rows in SMALL.items()},
    }
