"""Factory by factory: which were reached, when, and what part of their people."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from courses.queries.facts.small import FIRST_DAY
from courses.queries.figures import Figures
from courses.rules.reach import Question, ids_sql
from courses.rules.reach.coverage import AtWork, Factory, at_work, factories
from courses.rules.reach.measures import FACTORIES


@dataclass(frozen=True)
class Covered:
    """A factory at work on the last day of the period; `was_reached` says whether anybody of it
    ever came until then."""

    factory: Factory
    was_reached: bool

    @property
    def state(self) -> str:
        """`period`, `before` or `never`."""
        if self.factory.is_reached:
            return "period"
        return "before" if self.was_reached else "never"


def coverage(figures: Figures) -> list[Covered]:
    """The factories at work that the filters leave, in no order. Six questions to the facts,
    however many factories there are."""
    filters = figures.filters
    question = Question(filters)
    answers = [figures.facts.rows(sql) for sql in AtWork().queries(question)]
    ever = replace(filters, start=FIRST_DAY, only=_of_people(filters.only))
    reached = {pk for (pk,) in figures.facts.rows(ids_sql(FACTORIES, Question(ever)))}
    found = at_work(question, factories(question, answers))
    return [Covered(each, each.organization in reached) for each in found]


def _of_people(only):
    """Filters but those that are of the factory itself."""
    return {name: values for name, values in only.items() if name not in ("sector", "province")}


def of_size(rows: Iterable[Covered], low: int | None, high: int | None) -> list[Covered]:
    """Those that employ so many people; without limits those of which it is not known."""
    if low is None and high is None:
        return [row for row in rows if row.factory.workers is None]
    return [
        row
        for row in rows
        if row.factory.workers is not None
        and (low or 0) <= row.factory.workers <= (high or row.factory.workers)
    ]
