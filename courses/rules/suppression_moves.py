"""Other tables that fit everything published as well: found as moves, whole changes of some hidden
counts that no published figure notices.

A move from the true counts proves that a reader cannot tell the true counts from the moved ones.
The corners of a box, plus and minus in turn, are the simplest move (Repsilber's hypercubes, see
chapter 4 of the Handbook on Statistical Disclosure Control); this search finds these and others,
through as many linked tables as it takes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from courses.rules.suppression_boxes import Grid, Move, Room
from courses.rules.suppression_cube import Cell, Cube

#: A count at a place: publications that agree about it share one variable, since a reader takes
#: what did not visibly change to be the same.
Count = tuple[Cell, int]

VIOLATION, STEP = 7.0, 0.1
#: How long a cheaper move is looked for once there is one.
TRIES_FOR_BETTER = 150


@dataclass(frozen=True)
class Relation:
    """A signed sum of variables that is 0, or at least 0."""

    terms: tuple[tuple[int, int], ...]
    is_equal: bool


@dataclass
class System:
    """All counts of some publications as variables, and what everybody knows of them."""

    index: dict[Count, int] = field(default_factory=dict)
    values: list[int] = field(default_factory=list)
    least: list[int] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    #: By variable the relations with its sign in them, and whether they are equations.
    uses: list[list[tuple[int, int, bool]]] = field(default_factory=list)
    #: By relation what is mended first: that with the fewest variables.
    order: list[tuple[int, int]] = field(default_factory=list)
    balances: list[int] = field(default_factory=list)
    grids: dict[int, list[Grid]] = field(default_factory=dict)
    latest: dict[int, list[Grid]] = field(default_factory=dict)
    of_cell: dict[Cell, list[int]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)

    @classmethod
    def of(cls, cubes: Iterable[Cube]) -> "System":
        system, seen, zeros = cls(), set(), set()
        for cube in cubes:
            zeros |= cube.zeros_hidden()
            for cell, count in cube.counts.items():
                system.variable((cell, count), least=0 if cell in zeros else 1)
            for cells, is_equal in cube.relations():
                terms = tuple(
                    sorted((system.index[cell, cube.counts[cell]], sign) for cell, sign in cells)
                )
                if (terms, is_equal) not in seen:
                    seen.add((terms, is_equal))
                    system.relate(Relation(terms, is_equal))
            system.lay_out(cube)
        return system

    def lay_out(self, cube: Cube) -> None:
        """The tables in which each variable stands, and those of the last publication it is in."""
        variables = {cell: self.index[cell, count] for cell, count in cube.counts.items()}
        for variable in variables.values():
            self.latest[variable] = []
        for table in cube.tables:
            grid = Grid(table, variables)
            for variable in grid.places:
                self.grids.setdefault(variable, []).append(grid)
                self.latest[variable].append(grid)

    def variable(self, count: Count, least: int) -> None:
        """A hidden count is 1 or more, or 0 or more where zeros are hidden too, or once were: what
        was hidden stays so."""
        if count not in self.index:
            self.index[count] = len(self.values)
            self.values.append(count[1])
            self.least.append(least)
            self.uses.append([])
            self.cells.append(count[0])
            self.of_cell.setdefault(count[0], []).append(self.index[count])
        number = self.index[count]
        self.least[number] = max(self.least[number], least)

    def relate(self, relation: Relation) -> None:
        number = len(self.relations)
        self.relations.append(relation)
        self.order.append((len(relation.terms), number))
        self.balances.append(sum(sign * self.values[v] for v, sign in relation.terms))
        for variable, sign in relation.terms:
            self.uses[variable].append((number, sign, relation.is_equal))

    def linked(self, move: Move) -> list[Grid]:
        """The tables in which something moves."""
        return list(dict.fromkeys(grid for variable in move for grid in self.grids[variable]))

    def steps_back(self, unit: Move, most: int) -> int:
        """How often a move from the true counts may be made backwards, up to `most`."""
        for variable, change in unit.items():
            if change > 0:
                most = min(most, (self.values[variable] - self.least[variable]) // change)
        for number, change in self._changes(unit).items():
            if not self.relations[number].is_equal and change > 0:
                most = min(most, self.balances[number] // change)
        return max(most, 0)

    def _changes(self, unit: Move) -> dict[int, int]:
        changes: dict[int, int] = {}
        for variable, change in unit.items():
            for number, sign, _is_equal in self.uses[variable]:
                changes[number] = changes.get(number, 0) + sign * change
        return changes


class Walk:
    """Counts that fit everything published, at first the true ones."""

    def __init__(self, system: System):
        self.system = system
        self.values = list(system.values)
        self.balances = list(system.balances)

    def make(self, move: Move) -> None:
        for variable, change in move.items():
            self.values[variable] += change
            for number, sign, _is_equal in self.system.uses[variable]:
                self.balances[number] += sign * change

    def move(self, start: int, amount: int, prices: Mapping[int, float], tries: int) -> Move | None:
        """A move in which `start` changes by `amount` and every change is a multiple of it.

        Only variables with a price may change: 0 if hidden already, else what hiding would cost.
        The cheapest is looked for first, in so many tries. None if none is found.
        """
        return Search(self, abs(amount), prices).run(start, amount, tries)


@dataclass(slots=True)
class State:
    """A change that some relations do not bear yet; `worth` is the smaller the better."""

    move: Move
    balances: dict[int, int]
    broken: set[int]
    worth: float


class Search:
    """The best state first: one more variable at a time mends a broken relation."""

    def __init__(self, walk: Walk, unit: int, prices: Mapping[int, float]):
        self.walk, self.system, self.unit, self.prices = walk, walk.system, unit, prices
        self.waiting: list[tuple[float, int, State, int, int]] = []
        self.number = 0

    def run(self, start: int, amount: int, tries: int) -> Move | None:
        if self.walk.values[start] + amount < self.system.least[start]:
            return None
        nothing = State({}, {}, set(), 0.0)
        self.push(nothing, start, amount)
        best = None
        for box in self.boxes(start, amount):
            state = State({}, {}, set(), 0.0)
            for variable, change in box.items():
                state.worth += self.outlook(state, variable, change)
                self.change(state, variable, change)
            if state.broken:
                self.expand(state)
            elif best is None or state.worth < best.worth:
                best, tries = state, min(tries, TRIES_FOR_BETTER)
        while self.waiting and tries:
            tries -= 1
            worth, _number, state, variable, change = heappop(self.waiting)
            if best and worth >= best.worth:
                break
            state = State(dict(state.move), dict(state.balances), set(state.broken), worth)
            self.change(state, variable, change)
            if not state.broken:
                return state.move
            self.expand(state)
        return best and best.move

    def boxes(self, start: int, amount: int) -> Iterator[Move]:
        """Boxes in the tables of the variable, with the same cells of other publications, and
        carried into the tables that share a corner."""
        room = Room(self.prices, self.walk.values, self.system.least)
        for grid in self.system.latest[start]:
            for box in grid.boxes(start, amount, room):
                box = self.with_twins(box, room)
                for other in self.system.linked(box):
                    if other is not grid:
                        box = other.carried(box, room)
                yield box

    def with_twins(self, move: Move, room: Room) -> Move:
        """What moves a count moves what it was in other publications, as far as that is hidden."""
        system = self.system
        twins = {
            twin: change
            for variable, change in move.items()
            for twin in system.of_cell[system.cells[variable]]
            if twin not in move and room.price(twin, change) is not None
        }
        return move | twins

    def push(self, state: State, variable: int, change: int) -> None:
        self.number += 1
        worth = state.worth + self.outlook(state, variable, change)
        heappush(self.waiting, (worth, self.number, state, variable, change))

    def expand(self, state: State) -> None:
        """Every way to mend the broken relation with the fewest variables."""
        relations, values, least = self.system.relations, self.walk.values, self.system.least
        prices, move = self.prices, state.move
        number = min(state.broken, key=self.system.order.__getitem__)
        lacking = -state.balances[number]
        if not relations[number].is_equal:
            lacking = -(-lacking // self.unit) * self.unit
        for variable, sign in relations[number].terms:
            if variable in prices and variable not in move:
                change = lacking * sign
                if values[variable] + change >= least[variable]:
                    self.push(state, variable, change)

    def outlook(self, state: State, variable: int, change: int) -> float:
        """What a change, which is never 0, costs and breaks, without making it."""
        known, balances = state.balances, self.walk.balances
        worse = 0
        for number, sign, is_equal in self.system.uses[variable]:
            before = known[number] if number in known else balances[number]
            if is_equal:
                if not before:
                    worse += 1
                elif before + sign * change == 0:
                    worse -= 1
            else:
                worse += (before + sign * change < 0) - (before < 0)
        return self.prices.get(variable, 0.0) + VIOLATION * worse + STEP

    def change(self, state: State, variable: int, change: int) -> None:
        """One more change in a state of its own; what it is worth is known already."""
        known, balances = state.balances, self.walk.balances
        state.move[variable] = change
        for number, sign, is_equal in self.system.uses[variable]:
            balance = known[number] if number in known else balances[number]
            balance += sign * change
            known[number] = balance
            if balance < 0 or (is_equal and balance):
                state.broken.add(number)
            else:
                state.broken.discard(number)
