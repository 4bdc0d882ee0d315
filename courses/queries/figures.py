"""Answers to questions about figures, from the facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from wagtail import hooks

from courses.adapters.facts import Facts
from courses.queries import functioning
from courses.queries.facts import facts_now
from courses.rules import indicators
from courses.rules.indicators import Indicator
from courses.rules.reach import (
    Filters,
    Measure,
    NotCounted,
    Question,
    ids_sql,
    list_sql,
    together_sql,
    values_sql,
)
from courses.rules.reach.bounds import Bounds, bounds
from courses.rules.reach.guarded import Guarded
from courses.rules.reach.measures import PEOPLE
from courses.rules.reach.question import Value
from courses.rules.reach.values import kind_of
from courses.rules.reach.ways import Count, OfNumbers, Values, Way

#: Another app tells figures of its own with this hook: `fn()` returns pairs of an Indicator, whose
#: way is `Elsewhere`, and of what counts it under filters: a number, or NotCounted is raised.
FIGURES_HOOK = "register_training_figures"
#: Questions in one statement; more of them would save little.
TOGETHER = 16


def figures_elsewhere() -> dict[str, tuple[Indicator, Callable[[Filters], int]]]:
    """By their code the figures that other apps count."""
    told = [pair for tell in hooks.get_hooks(FIGURES_HOOK) for pair in tell()]
    return {indicator.code: (indicator, count) for indicator, count in told}


def all_indicators() -> dict[str, Indicator]:
    """By their code those of the register, then those of other apps."""
    others = {code: indicator for code, (indicator, _count) in figures_elsewhere().items()}
    return indicators.REGISTER | others


class Figures:
    """Figures under the same filters, all of one moment."""

    def __init__(self, facts: Facts, filters: Filters):
        self.facts, self.filters = facts, filters
        self._answers: dict[str, list[tuple]] = {}
        self._has_confidential = False

    @property
    def as_at(self) -> datetime:
        """When the facts were made."""
        return self.facts.made_at

    def values(self, indicator: Indicator, *by: str) -> Values:
        """The figure for each value of the dimensions, as tuples; `()` for the whole. Raises
        NotCounted where it is not counted by one of them or of the filters."""
        question = Question(self.filters, by)
        asked = indicator.way.queries(question)
        if isinstance(indicator.way, Guarded):
            self._read_confidential()
        answers = [self._answer(sql) for sql in asked]
        found = indicator.way.values(question, answers)
        if not found and not by:
            return {} if indicator.is_money else {(): indicator.of_nothing}
        if not by or indicator.of_nothing is None or indicator.is_money:
            return found
        return {key: number for key, number in found.items() if number != 0}

    def _read_confidential(self) -> None:
        """What people told in confidence is in no file: it is read when it is counted."""
        if not self._has_confidential:
            self.facts.add(functioning.TABLE, functioning.COLUMNS, functioning.for_the_figure())
            self._has_confidential = True

    def _answer(self, sql: str) -> list[tuple]:
        """Rows of numbers; many figures of a report ask for the same ones."""
        if sql not in self._answers:
            self._answers[sql] = self.facts.rows(sql)
        return self._answers[sql]

    def foresee(self, wanted: Iterable[tuple[Way, tuple[str, ...]]]) -> None:
        """Asks for numbers that will be wanted, each way by some dimensions, many in a statement:
        of few facts that takes half the time. What was not foreseen is asked when it is wanted."""
        if not self.facts.are_few:
            return
        alike: dict[tuple[type, ...], dict[str, None]] = defaultdict(dict)
        for way, by in wanted:
            if not isinstance(way, OfNumbers):
                continue
            try:
                for measure, question in way.numbers(Question(self.filters, by)):
                    sql = values_sql(measure, question)
                    if sql not in self._answers:
                        alike[tuple(map(kind_of, question.by))][sql] = None
            except NotCounted:
                continue
        for asked in map(list, alike.values()):
            for start in range(0, len(asked), TOGETHER):
                self._answer_together(asked[start : start + TOGETHER])

    def _answer_together(self, asked: list[str]) -> None:
        answers: list[list[tuple]] = [[] for _ in asked]
        for place, *row in self.facts.rows(together_sql(asked)):
            answers[place].append(tuple(row))
        self._answers.update(zip(asked, answers, strict=True))

    def whole(self, indicator: Indicator):
        """The figure of all, which money has not; None for a share that is nobody's."""
        return self.values(indicator)[()]

    def every(self) -> Iterator[tuple[Indicator, str, Any]]:
        """All figures that are counted under these filters, see `told`."""
        yield from self.told(all_indicators())

    def told(self, codes: Iterable[str]) -> Iterator[tuple[Indicator, str, Any]]:
        """Figures by their codes that are counted under these filters, each with its currency where
        it is money: then there may be several, or none."""
        others, codes = figures_elsewhere(), indicators.with_beside(codes)
        known = (indicators.REGISTER[code] for code in codes if code in indicators.REGISTER)
        self.foresee((each.way, ()) for each in known)
        for code in codes:
            if code not in others and code not in indicators.REGISTER:
                continue  # nobody counts it any more
            try:
                if code in others:
                    indicator, count = others[code]
                    yield indicator, "", count(self.filters)
                    continue
                indicator = indicators.REGISTER[code]
                values = self.values(indicator)
            except NotCounted:
                continue
            for key, value in values.items():
                yield indicator, *(key or ("",)), value

    def counts(self, measure: Measure, *by: str) -> Values:
        """A number for each value of the dimensions; nothing where it is not counted by one of
        them or of the filters."""
        way, question = Count(measure), Question(self.filters, by)
        try:
            answers = [self._answer(sql) for sql in way.queries(question)]
        except NotCounted:
            return {}
        return way.values(question, answers)

    def count(self, measure: Measure) -> int:
        return self.counts(measure).get((), 0)

    def bounds(self) -> Bounds:
        """How many people were reached while pairs of records wait for somebody to look."""
        most = self.whole(indicators.PEOPLE)
        people = ids_sql(PEOPLE, Question(self.filters))
        paired = self.facts.rows(
            f"SELECT person FROM ({people}) AS reached WHERE person IN"
            " (SELECT first FROM pair UNION SELECT second FROM pair)"
        )
        reached = [person for (person,) in paired]
        pairs = self.facts.rows("SELECT first, second FROM pair")
        return bounds(reached, pairs, most - len(reached))

    def listed(
        self, measure: Measure, by: Sequence[str], key: Sequence[Value | None], span: slice
    ) -> list[tuple]:
        """What was counted in one cell, as rows of the measure's listing, from a place to a place
        in their order."""
        sql = list_sql(measure, Question(self.filters, tuple(by)), key)
        order = ", ".join(f"c{place}" for place in range(len(measure.columns)))
        limit = f"LIMIT {span.stop - span.start} OFFSET {span.start}"
        return self.facts.rows(f"{sql} ORDER BY {order} {limit}")

    def ids(self, measure: Measure, *by: str) -> list[tuple]:
        """The ids behind a number, with the values of the dimensions before each."""
        return self.facts.rows(ids_sql(measure, Question(self.filters, by)))


@contextmanager
def figures(filters: Filters) -> Iterator[Figures]:
    """Figures of the facts as they were last made."""
    with facts_now() as facts:
        yield Figures(facts, filters)
