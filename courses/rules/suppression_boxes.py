"""Boxes in the tables of a cube: corners, plus and minus in turn, leave every total as it is."""

from bisect import insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from courses.rules.suppression_cube import ALL, Cell, Table

Move = dict[int, int]
Place = tuple[str, ...]
Line = tuple[tuple[str, int], ...]
#: A line as steps from place to place in the order of the table, and what it costs by itself.
Way = tuple[float, tuple[tuple[int, int], ...]]

#: How many ways along each axis are looked at, and how many boxes are given back.
WAYS, BOXES, MUCH = 40, 8, 20
#: Sums of prices in another order differ by less.
ROUNDING = 1e-6


@dataclass(frozen=True)
class Room:
    """What may change: the price of each variable that may, its value and the least it may have."""

    prices: Mapping[int, float]
    values: Sequence[int]
    least: Sequence[int]

    def price(self, variable: int, change: int) -> float | None:
        price = self.prices.get(variable)
        if price is None or self.values[variable] + change < self.least[variable]:
            return None
        return price


class Grid:
    """One table with the variables of its places."""

    def __init__(self, table: Table, variables: Mapping[Cell, int]):
        self.at = {place: variables[table.cell(place)] for place in table.places()}
        self.places = {variable: place for place, variable in self.at.items()}
        self.lines: list[dict[str, list[Line]]] = [
            {node: [tuple(line.items()) for line in axis.lines(node)] for node in axis.nodes}
            for axis in table.axes
        ]
        self.in_order = list(self.at.values())
        self.steps: list[dict[str, int]] = []
        width = 1
        for axis in reversed(table.axes):
            self.steps.insert(0, {node: at * width for at, node in enumerate(axis.nodes)})
            width *= len(axis.nodes)

    def boxes(self, start: int, amount: int, room: Room) -> list[Move]:
        """The cheapest boxes with `start` as a corner that changes by `amount`; among equally cheap
        ones those that leave the smaller corners most, so that others can still move them."""
        place = self.places[start]
        ways = [self._ways(axis, place, amount, room) for axis in range(len(place))]
        found, cheapest = [], [inf] * BOXES
        for lines in _together(ways, lambda: cheapest[-1] + ROUNDING):
            box = self._box(lines, start, amount, room, cheapest[-1] + ROUNDING)
            if box:
                found.append(box)
                insort(cheapest, box[0])
                cheapest.pop()
        found.sort(key=lambda box: (box[0], box[1], *box[2]))
        return [move for _price, _left, move in found[:BOXES]]

    def _box(
        self, lines: tuple, start: int, amount: int, room: Room, most: float
    ) -> tuple[float, int, Move] | None:
        """Price, what the smallest corner is left with (less is more), and the box of these lines;
        None if it costs more than `most` or a corner may not change."""
        prices, values, least, in_order = room.prices, room.values, room.least, self.in_order
        move: Move = {}
        whole, left = 0.0, MUCH
        for corner in product(*lines):
            at, change = 0, amount
            for step, sign in corner:
                at += step
                change *= sign
            variable = in_order[at]
            remains = values[variable] + change - least[variable]
            if variable != start:
                price = prices.get(variable)
                if price is None or remains < 0:
                    return None
                whole += price
                if whole > most:
                    return None
            move[variable] = change
            if remains < left:
                left = remains
        return whole, -left, move

    def _ways(self, axis: int, place: Place, amount: int, room: Room) -> list[Way]:
        """The cheapest lines through a place along one axis."""
        steps, here = self.steps[axis], place[axis]
        beside = sum(of[node] for of, node in zip(self.steps, place, strict=True)) - steps[here]
        priced = []
        for number, line in enumerate(self.lines[axis][here]):
            prices = [
                room.price(self.in_order[beside + steps[node]], sign * amount)
                for node, sign in line
                if node != here
            ]
            if None not in prices:
                priced.append((sum(prices), number, line))
        return [
            (price, tuple((steps[node], sign) for node, sign in line))
            for price, _number, line in sorted(priced)[:WAYS]
        ]

    def carried(self, move: Move, room: Room) -> Move:
        """A move of totals that this table shares with others, carried into what they add up."""
        inside = {self.places[v]: change for v, change in move.items() if v in self.places}
        for axis in range(len(self.lines)):
            if inside and all(place[axis] == ALL for place in inside):
                inside |= self._below(inside, axis, room)
        return move | {self.at[place]: change for place, change in inside.items()}

    def _below(self, totals: dict[Place, int], axis: int, room: Room) -> dict[Place, int]:
        """The cheapest way to change one value of an axis as its totals change; none, nothing."""
        best: tuple[float, dict[Place, int]] = (inf, {})
        for line in self.lines[axis][ALL]:
            added = {
                _moved(place, axis, node): sign * change
                for place, change in totals.items()
                for node, sign in line
                if node != ALL
            }
            prices = [room.price(self.at[place], change) for place, change in added.items()]
            if None not in prices and sum(prices) < best[0]:
                best = sum(prices), added
        return best[1]


def _together(
    ways: Sequence[list[Way]], most: Callable[[], float], spent: float = 0.0
) -> Iterator[tuple]:
    """A line along each axis in every combination, but for those that alone cost more than what is
    the most just then; the ways are in the order of their prices."""
    if not ways:
        yield ()
        return
    for price, line in ways[0]:
        if spent + price > most():
            return
        for others in _together(ways[1:], most, spent + price):
            yield line, *others


def _moved(place: Place, axis: int, node: str) -> Place:
    return (*place[:axis], node, *place[axis + 1 :])
