"""Boxes in the tables of a cube: corners, plus and minus in turn, leave every total as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from courses.rules.suppression_cube import ALL, Cell, Table

Move = dict[int, int]
Place = tuple[str, ...]
Line = tuple[tuple[str, int], ...]

#: How many ways along each axis are looked at, and how many boxes are given back.
WAYS, BOXES, MUCH = 40, 8, 20


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

    def boxes(self, start: int, amount: int, room: Room) -> list[Move]:
        """The cheapest boxes with `start` as a corner that changes by `amount`; among equally cheap
        ones those that leave the smaller corners most, so that others can still move them."""
        place = self.places[start]
        ways = [self._ways(axis, place, amount, room) for axis in range(len(place))]
        found = []
        for lines in product(*ways):
            move, whole, left = {}, 0.0, MUCH
            for corner in product(*lines):
                variable = self.at[tuple(node for node, _sign in corner)]
                change = amount
                for _node, sign in corner:
                    change *= sign
                price = 0.0 if variable == start else room.price(variable, change)
                if price is None:
                    break
                whole += price
                move[variable] = change
                left = min(left, room.values[variable] + change - room.least[variable])
            else:
                found.append((whole, -left, move))
        found.sort(key=lambda box: (box[0], box[1], *box[2]))
        return [move for _price, _left, move in found[:BOXES]]

    def _ways(self, axis: int, place: Place, amount: int, room: Room) -> list[Line]:
        """The cheapest lines through a place along one axis."""
        priced = []
        for number, line in enumerate(self.lines[axis][place[axis]]):
            prices = [
                room.price(self.at[_moved(place, axis, node)], sign * amount)
                for node, sign in line
                if node != place[axis]
            ]
            if None not in prices:
                priced.append((sum(prices), number, line))
        return [line for _price, _number, line in sorted(priced)[:WAYS]]

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


def _moved(place: Place, axis: int, node: str) -> Place:
    return (*place[:axis], node, *place[axis + 1 :])
