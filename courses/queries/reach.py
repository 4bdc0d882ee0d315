"""The reach report: whom the training reached in a period, with breakdowns."""

from collections import defaultdict
from collections.abc import Iterator
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
from courses.rules.report_plan import DEFAULT, Plan

#: By what the figures are always broken down; a plan may ask for more tables.
DIMENSIONS = ("sex", "role", "sector", "province", "month")


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
        without_organization=answers.count(measures.PARTICIPATIONS.only("f.employer IS NULL")),
        open_registers=answers.count(measures.OPEN_REGISTERS),
        breakdowns={
            name: tuple(_rows(answers, name)) for name in dict.fromkeys((*DIMENSIONS, *plan.tables))
        },
        delivered=_delivered(answers),
        counted=_counted(answers),
        led=_led(answers),
        seats=_seats(answers),
        crosses=tuple(_crosses(answers, plan)),
        learning=learning(answers) if plan.shows_learning else Learning(),
    )


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
        answers.count(measures.PEOPLE),
        answers.count(measures.ATTENDANCES),
        answers.count(measures.COMPLETIONS),
        sexes_of(_by(answers, measures.PARTICIPATIONS, "sex")),
    )


def _rows(answers: Answers, dimension: str) -> Iterator[Row]:
    """Always in the same order, whichever the engine has; the unknown last."""
    people = _by(answers, measures.PEOPLE, dimension)
    attendances = _by(answers, measures.ATTENDANCES, dimension)
    completions = _by(answers, measures.COMPLETIONS, dimension)
    sexes: dict[Key, dict[str | None, int]] = defaultdict(dict)
    for (key, sex), number in answers.counts(measures.PARTICIPATIONS, dimension, "sex").items():
        sexes[key][sex] = number
    found = {*people, *attendances, *completions, *sexes}
    if dimension == "month":
        found |= set(_months(answers.filters))
    for key in sorted(found, key=lambda key: (key is None, str(key))):
        numbers = (counts.get(key, 0) for counts in (people, attendances, completions))
        yield Row(key, Figures(*numbers, sexes_of(sexes[key])))


def _months(filters: Filters) -> Iterator[date]:
    """The first days of the months from the start to the end or today."""
    start, end = filters.start, min(filters.end, filters.today)
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield date(number // 12, number % 12 + 1, 1)


def _delivered(answers: Answers) -> Delivered:
    return Delivered(
        *(
            answers.count(measure)
            for measure in (
                measures.PLANNED_MINUTES,
                measures.RUNS,
                measures.HELD,
                measures.CANCELLED,
                measures.POSTPONED,
            )
        )
    )


def _counted(answers: Answers) -> Counted:
    both = (measures.WITHOUT_NAMES, measures.PASSED_ON)
    return Counted(
        *(sexes_of(_by(answers, measure, "sex")) for measure in both),
        *(answers.count(measure.only("f.is_proven")) for measure in both),
    )


def _led(answers: Answers) -> Led:
    found = _by(answers, measures.PARTICIPATIONS, "national")
    return Led(found.get(True, 0), found.get(False, 0), found.get(None, 0))


def _seats(answers: Answers) -> no_shows.Figures:
    return no_shows.Figures(
        confirmed=answers.count(measures.CONFIRMED),
        no_shows=answers.count(measures.NO_SHOWS),
        starters=answers.count(measures.STARTERS),
        walk_ins=answers.count(measures.WALK_INS),
        late_withdrawals=answers.count(measures.LATE_WITHDRAWALS),
    )
