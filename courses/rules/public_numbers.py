"""The fixed cube of one year that everybody may read: which counts it has, and its plain form.

A year is a cube of its own. No published figure spans two years, so counts of different years say
nothing about each other; all editions of one year are proven safe together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from courses.rules.suppression import Publication, Why
from courses.rules.suppression_cube import ALL, Axis, Cell, Cube, Table

PEOPLE, PARTICIPATIONS = "people", "participations"
ATTENDANCES, COMPLETIONS, FACTORIES = "attendances", "completions", "factories"
UNKNOWN = "unknown"
SEXES = ("female", "male", "another", UNKNOWN)
QUARTERS = ("q1", "q2", "q3", "q4")
#: By which ways participations are told, each by sex. A course of two topics counts in both.
WAYS = ("quarter", "province", "sector", "topic")
#: Smaller counts are hidden; those of few factories would tell of single ones.
THRESHOLD, SENSITIVE = 5, 10
#: The last sheets of a year have come in by then.
FIRST_MONTH = 2

Plain = dict[str, Any]
BySex = Mapping[str, int]


@dataclass(frozen=True)
class YearCounts:
    """What was counted in a year: by sex, and participations by each of WAYS and sex. `values` are
    all values of each way, with the unknown, whether anybody counted there or not."""

    people: BySex
    completions: BySex
    participations: Mapping[str, Mapping[str, BySex]]
    attendances: int = 0
    factories: int = 0
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)


def first_day(year: int) -> date:
    """From when on the figures of a year may be published."""
    return date(year + 1, FIRST_MONTH, 1)


def is_whole_year(start: date, end: date) -> bool:
    return (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31))


def cube_of(counts: YearCounts, sensitive_topics: Iterable[str] = ()) -> Cube:
    """The cube of a year. Raises ValueError where its counts contradict each other."""
    sex = Axis("sex", SEXES)
    by_sex = [(PEOPLE, counts.people), (COMPLETIONS, counts.completions)]
    return Cube(
        (
            *(_by_way(way, counts, sex) for way in WAYS),
            *(Table(name, (sex,), _summed({(): one})) for name, one in by_sex),
            Table(ATTENDANCES, (), {(): counts.attendances}, THRESHOLD),
            Table(FACTORIES, (), {(): counts.factories}, SENSITIVE),
        ),
        {("topic", topic): SENSITIVE for topic in sensitive_topics},
        ((PARTICIPATIONS, ATTENDANCES), (PEOPLE, ATTENDANCES)),
    )


def _by_way(way: str, counts: YearCounts, sex: Axis) -> Table:
    """Where a participation may count twice, its whole is that of another way."""
    axis = Axis(way, tuple(counts.values[way]), adds_up=way != "topic")
    told = _summed({(value,): by_sex for value, by_sex in counts.participations[way].items()})
    if not axis.adds_up:
        whole = _summed({(value,): one for value, one in counts.participations["quarter"].items()})
        told |= {(ALL, each): whole.get((ALL, each), 0) for each in (ALL, *SEXES)}
    return Table(PARTICIPATIONS, (axis, sex), told, THRESHOLD)


def _summed(counts: Mapping[tuple[str, ...], BySex]) -> dict[tuple[str, ...], int]:
    """Counts with the totals over sex and over the rest."""
    told: dict[tuple[str, ...], int] = {}
    for where, by_sex in counts.items():
        for sex, count in by_sex.items():
            for place in {(*above, each) for above in _totals(where) for each in (sex, ALL)}:
                told[place] = told.get(place, 0) + count
    return told


def _totals(where: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (where, (ALL,)) if where else ((),)


def as_plain(publication: Publication) -> Plain:
    """A publication as JSON, with its true counts: what later editions are proven against."""
    cube = publication.cube
    return {
        "tables": [_plain_table(table) for table in cube.tables],
        "sensitive": [[*pair, limit] for pair, limit in sorted(cube.sensitive.items())],
        "at_most": [list(pair) for pair in cube.at_most],
        "hidden": [[_plain_cell(cell), str(why)] for cell, why in publication.hidden.items()],
        "protects": [
            [_plain_cell(cell), _plain_cell(other)] for cell, other in publication.protects.items()
        ],
        "already_public": sorted(_plain_cell(cell) for cell in publication.already_public),
    }


def _plain_table(table: Table) -> Plain:
    return {
        "measure": table.measure,
        "axes": [{**asdict(axis), "values": list(axis.values)} for axis in table.axes],
        "counts": [[list(place), count] for place, count in sorted(table.counts.items())],
        "threshold": table.threshold,
        "hides_zeros": table.hides_zeros,
    }


def _plain_cell(cell: Cell) -> list:
    measure, where = cell
    return [measure, [list(pair) for pair in where]]


def from_plain(plain: Plain) -> Publication:
    """What `as_plain` wrote down."""
    cube = Cube(
        tuple(_table(table) for table in plain["tables"]),
        {(axis, value): limit for axis, value, limit in plain["sensitive"]},
        tuple(tuple(pair) for pair in plain["at_most"]),
    )
    return Publication(
        cube,
        {_cell(cell): Why(why) for cell, why in plain["hidden"]},
        {_cell(cell): _cell(other) for cell, other in plain["protects"]},
        frozenset(_cell(cell) for cell in plain["already_public"]),
    )


def _table(plain: Plain) -> Table:
    axes = tuple(Axis(**{**axis, "values": tuple(axis["values"])}) for axis in plain["axes"])
    counts = {tuple(place): count for place, count in plain["counts"]}
    return Table(plain["measure"], axes, counts, plain["threshold"], plain["hides_zeros"])


def _cell(plain: list) -> Cell:
    measure, where = plain
    return measure, tuple((axis, value) for axis, value in where)
