"""Answers to questions about figures, from the facts."""

from collections.abc import Iterator
from contextlib import contextmanager

from courses.adapters.facts import Facts
from courses.queries.facts import facts_now
from courses.rules.indicators import Indicator
from courses.rules.reach import Filters, Measure, Question, ids_sql
from courses.rules.reach.ways import Values


class Figures:
    """Figures under the same filters, all of one moment."""

    def __init__(self, facts: Facts, filters: Filters):
        self.facts, self.filters = facts, filters

    def values(self, indicator: Indicator, *by: str) -> Values:
        """The figure for each value of the dimensions, as tuples; `()` for the whole. Raises
        NotCounted where it is not counted by one of them or of the filters."""
        question = Question(self.filters, by)
        answers = [self.facts.rows(sql) for sql in indicator.way.queries(question)]
        return indicator.way.values(question, answers)

    def whole(self, indicator: Indicator):
        """The figure of all; None for a share that is nobody's."""
        return self.values(indicator).get((), 0)

    def ids(self, measure: Measure, *by: str) -> list[tuple]:
        """The ids behind a number, with the values of the dimensions before each."""
        return self.facts.rows(ids_sql(measure, Question(self.filters, by)))


@contextmanager
def figures(filters: Filters) -> Iterator[Figures]:
    with facts_now() as facts:
        yield Figures(facts, filters)
