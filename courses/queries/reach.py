"""The reach report: whom the training reached in a period, with breakdowns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from courses.choices import OrganizationKind
from courses.queries.explore import Crossed, crossed
from courses.queries.figures import Figures as Answers
from courses.queries.figures import figures
from courses.queries.learning_results import learning
from courses.rules import no_shows
from courses.rules.indicators import REGISTER, Indicator
from courses.rules.learning_results import Learning
from courses.rules.reach import Filters, Measure, NotCounted, measures
from courses.rules.reach.bounds import Bounds
from courses.rules.reach.told import Counted, Delivered, Figures, Key, Led, Sexes, sexes_of
from courses.rules.reach.ways import Count
from courses.rules.report_plan import DEFAULT, Plan

#: By what the figures are always broken down; a plan may ask for more tables.
DIMENSIONS = ("sex", "role", "sector", "province", "month")
#: What is told of each value of them, beside the participations of each sex.
IN_TABLES = (measures.PEOPLE, measures.ATTENDANCES, measures.COMPLETIONS)
#: In the order of `Delivered`, and by the names of the figures of seats.
DELIVERED = (
    measures.PLANNED_MINUTES,
    measures.RUNS,
    measures.HELD,
    measures.CANCELLED,
    measures.POSTPONED,
)
SEATS = {
    "confirmed": measures.CONFIRMED,
    "no_shows": measures.NO_SHOWS,
    "starters": measures.STARTERS,
    "walk_ins": measures.WALK_INS,
    "late_withdrawals": measures.LATE_WITHDRAWALS,
}
WITHOUT_ORGANIZATION = measures.PARTICIPATIONS.only("f.employer IS NULL")
#: Those of people without names, in the order of `Counted`, and those of them that are proven.
COUNTED = (measures.WITHOUT_NAMES, measures.PASSED_ON)
PROVEN = tuple(measure.only("f.is_proven") for measure in COUNTED)


@dataclass(frozen=True)
class Row:
    """The figures of one value of a dimension; `key` is None for what is unknown."""

    key: Key
    figures: Figures


@dataclass(frozen=True)
class Report:
    """All figures of a period; `people` parts the people of the total by sex, `bounds` are how many
    they are at least and at most. `as_at` is the moment of the facts. `figures` are those of the
    plan, each with its currency where it is money, and `crosses` its tables of one figure."""

    filters: Filters
    as_at: datetime
    plan: Plan = DEFAULT
    figures: tuple[tuple[Indicator, str, Any], ...] = ()
    total: Figures = field(default_factory=Figures)
    people: Sexes = field(default_factory=Sexes)
    bounds: Bounds = field(default_factory=Bounds)
    people_completed: int = 0
    organizations: int = 0
    factories: int = 0
    without_organization: int = 0
    open_registers: int = 0
    breakdowns: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    delivered: Delivered = field(default_factory=Delivered)
    counted: Counted = field(default_factory=Counted)
    led: Led = field(default_factory=Led)
    seats: no_shows.Figures = field(default_factory=no_shows.Figures)
    crosses: tuple[Crossed, ...] = ()
    learning: Learning = field(default_factory=Learning)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is known by name to have come or completed."""
        return self.total == Figures()

    def unknown(self, dimension: str) -> int:
        """Participations whose place in the dimension is not known."""
        rows = self.breakdowns[dimension]
        return sum(row.figures.participations for row in rows if row.key is None)


def reach(filters: Filters, plan: Plan = DEFAULT) -> Report:
    """Counts everything; rows of a breakdown are in no order but months."""
    with figures(filters) as answers:
        return report_of(answers, plan)


def report_of(answers: Answers, plan: Plan = DEFAULT) -> Report:
    """The report of answers that were asked for already."""
    tables = tuple(dict.fromkeys((*DIMENSIONS, *plan.tables)))
    answers.foresee(_wanted(tables))
    kinds = _kinds(answers)
    return Report(
        filters=answers.filters,
        as_at=timezone.localtime(answers.as_at),
        plan=plan,
        figures=tuple(answers.told(plan.figures)),
        total=_whole(answers),
        people=sexes_of(_by(answers, measures.PEOPLE, "sex")),
        bounds=answers.bounds(),
        people_completed=answers.count(measures.PEOPLE_COMPLETED),
        organizations=sum(kinds.values()),
        factories=kinds.get(OrganizationKind.FACTORY, 0),
        without_organization=answers.count(WITHOUT_ORGANIZATION),
        open_registers=answers.count(measures.OPEN_REGISTERS),
        breakdowns={name: tuple(_rows(answers, name)) for name in tables},
        delivered=_delivered(answers),
        counted=_counted(answers),
        led=_led(answers),
        seats=_seats(answers),
        crosses=tuple(_crosses(answers, plan)),
        learning=learning(answers) if plan.shows_learning else Learning(),
    )


def _wanted(tables: Iterable[str]) -> Iterator[tuple[Count, tuple[str, ...]]]:
    """What every report tells, whatever its plan, and its tables."""
    whole = (measures.PEOPLE_COMPLETED, WITHOUT_ORGANIZATION, measures.OPEN_REGISTERS)
    for measure in (*IN_TABLES, *whole, *DELIVERED, *PROVEN, *SEATS.values()):
        yield Count(measure), ()
    for measure in COUNTED:
        yield Count(measure), ("sex",)
    yield Count(measures.PARTICIPATIONS), ("sex",)
    for name in tables:
        yield from ((Count(measure), (name,)) for measure in IN_TABLES)
        yield Count(measures.PARTICIPATIONS), (name, "sex")


def _crosses(answers: Answers, plan: Plan) -> Iterator[Crossed]:
    """The tables of one figure that are counted under these filters."""
    for each in plan.crosses:
        if each.indicator not in REGISTER:
            continue  # nobody counts it any more
        try:
            yield crossed(answers, REGISTER[each.indicator], each.by)
        except NotCounted:
            continue


def _by(answers: Answers, measure: Measure, *by: str) -> dict:
    """Counts by the values of one dimension."""
    return {key: number for (key,), number in answers.counts(measure, *by).items()}


def _kinds(answers: Answers) -> dict[str, int]:
    return _by(answers, measures.ORGANIZATIONS, "organization_kind")


def _whole(answers: Answers) -> Figures:
    return Figures(
        *(answers.count(measure) for measure in IN_TABLES),
        sexes_of(_by(answers, measures.PARTICIPATIONS, "sex")),
    )


def _rows(answers: Answers, dimension: str) -> Iterator[Row]:
    """Always in the same order, whichever the engine has; the unknown last."""
    told = [_by(answers, measure, dimension) for measure in IN_TABLES]
    sexes: dict[Key, dict[str | None, int]] = defaultdict(dict)
    for (key, sex), number in answers.counts(measures.PARTICIPATIONS, dimension, "sex").items():
        sexes[key][sex] = number
    found = set(sexes).union(*told)
    if dimension == "month":
        found |= set(_months(answers.filters))
    for key in sorted(found, key=lambda key: (key is None, str(key))):
        numbers = (counts.get(key, 0) for counts in told)
        yield Row(key, Figures(*numbers, sexes_of(sexes[key])))


def _months(filters: Filters) -> Iterator[date]:
    """The first days of the months from the start to the end or today."""
    start, end = filters.start, min(filters.end, filters.today)
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield date(number // 12, number % 12 + 1, 1)


def _delivered(answers: Answers) -> Delivered:
    return Delivered(*(answers.count(measure) for measure in DELIVERED))


def _counted(answers: Answers) -> Counted:
    return Counted(
        *(sexes_of(_by(answers, measure, "sex")) for measure in COUNTED),
        *(answers.count(measure) for measure in PROVEN),
    )


def _led(answers: Answers) -> Led:
    found = _by(answers, measures.PARTICIPATIONS, "national")
    return Led(found.get(True, 0), found.get(False, 0), found.get(None, 0))


def _seats(answers: Answers) -> no_shows.Figures:
    return no_shows.Figures(**{name: answers.count(measure) for name, measure in SEATS.items()})
