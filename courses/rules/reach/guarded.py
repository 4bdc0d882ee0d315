"""A figure of something that people tell in confidence: counted for a few fixed tables, and shown
only where nobody can be found in them."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from courses.rules.reach.measures import Measure
from courses.rules.reach.question import Filters, NotCounted, Question
from courses.rules.reach.sql import values_sql
from courses.rules.reach.values import UNKNOWN
from courses.rules.reach.ways import Key, Rows, Values, counts
from courses.rules.suppression import Publication, publish
from courses.rules.suppression_cube import ALL, Axis, Cube, Table

#: The only ways to break it down, one at a time.
TABLES = ("sex", "age_band", "sector", "province")
#: The only ways to narrow it: one of them, by one value.
NARROWED = ("project", "donor")
MEASURE, ANSWER, YES, NO = "people", "answer", "yes", "no"
#: Counts of a key of `TABLES`: with a yes, and with a no.
Counts = tuple[tuple[Key, int, int], ...]


class NotTold(NotCounted):
    """The figure is told for whole quarters that are over, by few ways and under few filters."""


@dataclass(frozen=True)
class Guarded:
    """How many people the first measure counts, or both together with `counts_all`; None is told
    where the number or what is left of the whole is smaller than `fewest`, and in a table where it
    would show another one that is."""

    yes: Measure
    no: Measure
    fewest: int
    counts_all: bool = False

    def queries(self, question: Question) -> list[str]:
        """Raises NotTold."""
        expect_told(question)
        whole = Question(question.filters, TABLES)
        return [values_sql(measure, whole) for measure in (self.yes, self.no)]

    def values(self, question: Question, answers: list[Rows]) -> Values:
        yes, no = map(counts, answers)
        found: Counts = tuple(
            (key, yes.get(key, 0), no.get(key, 0)) for key in sorted({**yes, **no}, key=str)
        )
        if not question.by:
            return {
                (): self._whole(*(sum(numbers) for numbers in zip(*_numbers(found), strict=True)))
            }
        shown, name = table_shown(found, question.by[0], self.fewest), question.by[0]
        answer = () if self.counts_all else ((ANSWER, YES),)
        return {
            (value,): shown
            and shown.shown((MEASURE, tuple(sorted([(name, _text(value)), *answer]))))
            for value in _values(found, name)
        }

    def _whole(self, yes: int = 0, no: int = 0) -> int | None:
        if self.counts_all:
            return yes + no if yes + no >= self.fewest else None
        return yes if min(yes, no) >= self.fewest else None


def expect_told(question: Question) -> None:
    """Raises NotTold for a question that is not one of the fixed ones."""
    filters, by = question.filters, question.by
    narrowed = [*filters.only.items()]
    is_plain = not narrowed or (
        len(narrowed) == 1 and narrowed[0][0] in NARROWED and len(narrowed[0][1]) == 1
    )
    if len(by) > 1 or not set(by) <= set(TABLES):
        raise NotTold(next(name for name in by if name not in TABLES or len(by) > 1))
    if not is_plain:
        raise NotTold(narrowed[0][0])
    if not is_over_and_whole(filters):
        raise NotTold("quarter")


def is_over_and_whole(filters: Filters) -> bool:
    """Whether the days are whole quarters that are over: then no answer of today changes it."""
    begins = filters.start.day == 1 and filters.start.month in (1, 4, 7, 10)
    after = filters.end + timedelta(days=1) if filters.end < date.max else date.max
    ends = after.day == 1 and after.month in (1, 4, 7, 10)
    return begins and ends and filters.start < filters.end < filters.today


@lru_cache(maxsize=64)
def table_shown(found: Counts, name: str, fewest: int) -> Publication | None:
    """A table with what of it is hidden; None where nothing of it can be told beside its totals,
    which are told for themselves. What two tables have in common are these totals alone, so each
    is proven by itself."""
    both = [sum(numbers) for numbers in zip(*_numbers(found), strict=True)]
    if not both or min(both) < fewest:
        return None
    table = _table(found, name, fewest)
    shown = publish(Cube((table,)))
    totals = {table.cell((ALL, answer)) for answer in (ALL, YES, NO)}
    return None if totals & set(shown.hidden) else shown


def _numbers(found: Counts) -> list[tuple[int, int]]:
    return [(yes, no) for _key, yes, no in found]


def _table(found: Counts, name: str, fewest: int) -> Table:
    at, told = TABLES.index(name), dict[tuple[str, str], int]()
    for key, yes, no in found:
        for value in (_text(key[at]), ALL):
            for answer, number in ((YES, yes), (NO, no), (ALL, yes + no)):
                told[value, answer] = told.get((value, answer), 0) + number
    values = tuple(_text(value) for value in _values(found, name))
    axes = (Axis(name, values), Axis(ANSWER, (YES, NO)))
    return Table(MEASURE, axes, told, threshold=fewest, hides_zeros=True)


def _values(found: Counts, name: str) -> list:
    at = TABLES.index(name)
    return sorted({key[at] for key, *_rest in found}, key=_text)


def _text(value) -> str:
    return UNKNOWN if value is None else str(value)
