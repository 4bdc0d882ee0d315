"""Which counts of a cube may be published, so that no hidden one can be worked out from the rest.

The rule: somebody who knows every published figure of this and of earlier publications, all sums
and bounds between them, which counts did not change in between, and that a hidden count is not 0
unless zeros are hidden there too, still has at least as many possible values for each hidden count
as there are small ones (four for a threshold of 5). That is the sliding protection of Massell (US
Census Bureau, SSS2005-02) with the width of "smaller than the threshold" itself. All hidden counts
carry one mark, as in tau-ARGUS, so that it does not tell small ones from those that protect them.

Each hidden count is proven safe by whole tables that fit everything published
(`suppression_moves`); what cannot be proven is not published.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import log2

from courses.rules.calendar_words import digits
from courses.rules.suppression_cube import Cell, Cube
from courses.rules.suppression_moves import Move, System, Walk

MARK = "‹{threshold}"
#: Hiding costs more for larger counts, and far more for totals than for what they add up.
HIDING, TOTAL = 10.0, 10.0
#: What was hidden with another value before is hidden again without much ado.
AGAIN = 1.0
TRIES_WITHIN, TRIES_BEYOND = 60, 3000


class Why(StrEnum):
    """Why a count is hidden."""

    SMALL = "small"
    SMALL_TOTAL = "small_total"
    SENSITIVE_ZERO = "sensitive_zero"
    BEFORE = "before"
    CHANGED = "changed"
    PROTECTS = "protects"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Publication:
    """A cube and what of it is hidden. `protects` names the count for whose sake another one was
    hidden; `already_public` are small counts that an earlier publication showed with this value:
    hiding cannot take that back."""

    cube: Cube
    hidden: Mapping[Cell, Why]
    protects: Mapping[Cell, Cell]
    already_public: frozenset[Cell] = frozenset()

    def shown(self, cell: Cell) -> int | None:
        """The count, or None where it is hidden. Raises KeyError for a cell of no table."""
        return None if cell in self.hidden else self.cube.counts[cell]

    @property
    def is_withheld(self) -> bool:
        """Whether nothing at all can be published."""
        return Why.WITHHELD in self.hidden.values()

    def share(self, part: Iterable[Cell], whole: Iterable[Cell]) -> Fraction | None:
        """The share of some cells among all of `whole`, each cell once. None where any cell of the
        whole is hidden (the part, or what is missing from it) or where there is nothing."""
        part, whole = set(part), set(whole)
        if not part <= whole:
            raise ValueError("A part lies within its whole.")
        if any(cell in self.hidden for cell in whole):
            return None
        base = sum(self.cube.counts[cell] for cell in whole)
        return Fraction(sum(self.cube.counts[cell] for cell in part), base) if base else None


def hidden_mark(threshold: int, language: str) -> str:
    """‹5, ‹៥: hidden, since this count or one beside it is smaller."""
    return MARK.format(threshold=digits(threshold, language))


def publish(cube: Cube, earlier: Sequence[Publication] = ()) -> Publication:
    """What of the cube to show. The same cube and history always give the same answer.

    Where a hidden count cannot be proven safe beside earlier publications, every count that has
    changed since is hidden. Where too many zeros stand around it, the zeros of its table are hidden
    too, as those of a sensitive one; the cube of the answer says so. Where even that is not enough,
    nothing is published.
    """
    told = [one for one in earlier if not one.is_withheld]
    while True:
        for hides_changed in (False, True)[: 1 + bool(told)]:
            guard = Guard(cube, told, hides_changed)
            stuck = guard.first_unproven()
            if stuck is None:
                return guard.publication()
        if all(table.hides_zeros for table in cube.tables):
            return Publication(cube, dict.fromkeys(cube.counts, Why.WITHHELD), {})
        cube = _with_zeros_hidden(cube, stuck)


def _with_zeros_hidden(cube: Cube, cell: Cell) -> Cube:
    """The zeros hidden in one more table: the largest in which the cell stands, else of all."""
    open_ones = [table for table in cube.tables if not table.hides_zeros]
    with_it = [table for table in open_ones if cell in table.cells()] or open_ones
    largest = max(with_it, key=lambda table: len(table.cells()))
    tables = (replace(t, hides_zeros=True) if t is largest else t for t in cube.tables)
    return replace(cube, tables=tuple(tables))


class Guard:
    """Hides the small counts, then for each hidden one as many others as its proof takes."""

    def __init__(self, cube: Cube, earlier: Sequence[Publication], hides_changed: bool = False):
        self.cube = cube
        self.system = system = System.of([*(one.cube for one in earlier), cube])
        self.cells = {system.index[cell, count]: cell for cell, count in cube.counts.items()}
        self.thresholds: dict[int, int] = {}
        known, before = self._read(earlier)
        self.hidden_before = {cell for one in earlier for cell in one.hidden}
        self.low, self.high = list(system.values), list(system.values)
        changed = {
            v for v in self.cells if hides_changed and len(system.of_cell[self.cells[v]]) > 1
        }
        self.why = self._first_reasons(before - known, changed - known)
        self.protects: dict[int, int] = {}
        self.already_public = known & self.why.keys()
        self.waiting = sorted((before - known) | (self.why.keys() - known))
        self.prices = dict.fromkeys(self.waiting, 0.0)
        self.all_prices = self.prices | self._prices(known)

    def _read(self, earlier: Sequence[Publication]) -> tuple[set[int], set[int]]:
        """The variables that earlier publications showed, and those that they hid."""
        shown, hidden = set(), set()
        for cube, was_hidden in [*((one.cube, one.hidden) for one in earlier), (self.cube, None)]:
            thresholds = cube.thresholds()
            for cell, count in cube.counts.items():
                variable = self.system.index[cell, count]
                asked = self.thresholds.get(variable, 0)
                self.thresholds[variable] = max(asked, thresholds[cell])
                if was_hidden is not None:
                    (hidden if cell in was_hidden else shown).add(variable)
        return shown, hidden

    def _first_reasons(self, before: set[int], changed: set[int]) -> dict[int, Why]:
        totals, zeros, why = self.cube.totals(), self.cube.zeros_hidden(), {}
        for variable, cell in self.cells.items():
            count = self.system.values[variable]
            if count == 0 and cell in zeros:
                why[variable] = Why.SENSITIVE_ZERO
            elif 0 < count < self.thresholds[variable]:
                why[variable] = Why.SMALL_TOTAL if cell in totals else Why.SMALL
            elif variable in before:
                why[variable] = Why.BEFORE
            elif count and variable in changed:
                why[variable] = Why.CHANGED
        return why

    def _prices(self, known: set[int]) -> dict[int, float]:
        """What hiding a shown count costs; zeros stay, and what is public cannot be hidden."""
        deepest = max((len(cell[1]) for cell in self.cube.counts), default=0)
        return {
            variable: self._price(variable, cell, deepest)
            for variable, cell in self.cells.items()
            if self.system.values[variable] and variable not in known and variable not in self.why
        }

    def _price(self, variable: int, cell: Cell, deepest: int) -> float:
        if cell in self.hidden_before:
            return AGAIN
        return HIDING + log2(self.system.values[variable]) + TOTAL * (deepest - len(cell[1]))

    def first_unproven(self) -> Cell | None:
        """Hides what has to be hidden; the first count for which that is not enough, if any."""
        while self.waiting:
            variable = self.waiting.pop(0)
            if not self.is_proven(variable):
                return self.system.cells[variable]
        return None

    def publication(self) -> Publication:
        system = self.system
        return Publication(
            self.cube,
            {self.cells[v]: why for v, why in sorted(self.why.items())},
            {self.cells[v]: system.cells[for_] for v, for_ in sorted(self.protects.items())},
            frozenset(self.cells[v] for v in self.already_public),
        )

    def is_proven(self, variable: int) -> bool:
        """Whether as many values as needed fit everything published, hiding others if need be."""
        for prices, tries in ((self.prices, TRIES_WITHIN), (self.all_prices, TRIES_BEYOND)):
            for target in self.targets(variable):
                self.climb(variable, target, prices, tries)
            if self.is_wide(variable):
                return True
        return False

    def is_wide(self, variable: int) -> bool:
        return self.high[variable] - self.low[variable] >= self.width(variable)

    def width(self, variable: int) -> int:
        """As many values as there are small counts: 1 to threshold - 1, and 0 if it is hidden."""
        return self.thresholds[variable] - 1 - self.system.least[variable]

    def targets(self, variable: int) -> Iterator[int]:
        """Values that would make the proof, as long as it is not made."""
        if not self.is_wide(variable):
            yield self.low[variable] + self.width(variable)
        if not self.is_wide(variable):
            yield self.high[variable] - self.width(variable)

    def climb(self, variable: int, target: int, prices: dict[int, float], tries: int) -> None:
        """Walks from the true counts until the variable has its target, or as far as it goes."""
        walk, jumped, is_first = Walk(self.system), set(), True
        while gap := target - walk.values[variable]:
            for amount in dict.fromkeys((gap, 1 if gap > 0 else -1)):
                move = walk.move(variable, amount, prices, tries)
                if move:
                    break
            else:
                return
            walk.make(move)
            unit = {v: change // abs(amount) for v, change in move.items()}
            jumped |= {v for v, change in unit.items() if abs(change) > 1}
            self.note(walk, unit.keys() - jumped)
            if is_first:
                self.note_back(unit)
            self.hide(move, variable)
            is_first = False

    def note(self, walk: Walk, variables: Iterable[int]) -> None:
        """Every value between the true one and the one reached is possible: a part of the way."""
        for variable in variables:
            value = walk.values[variable]
            self.low[variable] = min(self.low[variable], value)
            self.high[variable] = max(self.high[variable], value)

    def note_back(self, unit: Move) -> None:
        """A move from the true counts often goes the other way as well."""
        most = max(self.thresholds[variable] for variable in unit)
        back = self.system.steps_back(unit, most)
        for variable, change in unit.items():
            value = self.system.values[variable]
            if change == 1:
                self.low[variable] = min(self.low[variable], value - back)
            elif change == -1:
                self.high[variable] = max(self.high[variable], value + back)

    def hide(self, move: Move, for_: int) -> None:
        for variable in sorted(v for v in move if v not in self.prices):
            self.why[variable] = Why.PROTECTS
            self.protects[variable] = for_
            self.prices[variable] = self.all_prices[variable] = 0.0
            self.waiting.append(variable)
