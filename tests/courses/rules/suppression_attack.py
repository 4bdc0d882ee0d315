"""The attacker of published cubes: knows every figure, every rule and every truth but the hidden
counts themselves, and solves for these in whole numbers with HiGHS.

Shares no code with the defence but the shapes in which a cube is written down.
"""

from functools import cached_property
from itertools import product

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

FAR = 10_000_000


class Attack:
    """What somebody can work out from publications that lie one after the other.

    An oracle even tells which counts did not change in between: these share one unknown.
    """

    def __init__(self, *publications):
        self.unknowns, self.floors, self.strictest, self.rows, self.limits = {}, [], [], [], []
        self.thresholds, self.read_so_far, self.with_zeros = [], [], set()
        self.known = {
            (cell, one.cube.counts[cell])
            for one in publications
            for cell in one.cube.counts
            if one.shown(cell) is not None
        }
        for one in publications:
            if not one.is_withheld:
                self.read(one)
        self.lowest = numpy.full(len(self.floors), float(FAR))
        self.highest = numpy.full(len(self.floors), -float(FAR))

    def read(self, publication):
        cube = publication.cube
        self.read_so_far.append(publication)
        self.thresholds.append(cube.thresholds())
        for table in cube.tables:
            if table.hides_zeros:
                self.with_zeros |= {table.cell(place) for place in table.places()}
        for table in cube.tables:
            for at, axis in enumerate(table.axes):
                families = {}
                for value in axis.values:
                    families.setdefault(axis.parents.get(value, ""), []).append(value)
                others = [("", *a.values) for n, a in enumerate(table.axes) if n != at]
                for rest in product(*others):
                    for total, parts in families.items():
                        self.learn_sum(publication, table, at, rest, total, parts)
        for less, more in cube.at_most:
            for measure, where in cube.counts:
                if measure == less and (more, where) in cube.counts:
                    terms = [((more, where), 1), ((less, where), -1)]
                    self.learn(publication, terms, 0, numpy.inf)

    def learn_sum(self, publication, table, at, rest, total, parts):
        total, *parts = (table.cell((*rest[:at], v, *rest[at:])) for v in (total, *parts))
        terms = [*((part, 1) for part in parts), (total, -1)]
        adds_up = table.axes[at].adds_up
        self.learn(publication, terms, 0, 0 if adds_up else numpy.inf)
        if not adds_up:
            for part in parts:
                self.learn(publication, [(total, 1), (part, -1)], 0, numpy.inf)

    def learn(self, publication, terms, least, most):
        row = {}
        for cell, sign in terms:
            count = (cell, publication.cube.counts[cell])
            if count in self.known:
                least, most = least - sign * count[1], most - sign * count[1]
            else:
                number = self.unknown(publication, count)
                row[number] = row.get(number, 0) + sign
        if row:
            self.rows.append(row)
            self.limits.append((least, most))

    def unknown(self, publication, count):
        floor = 0 if self.zero_may_hide(count[0]) else 1
        if count not in self.unknowns:
            self.unknowns[count] = len(self.floors)
            self.floors.append(floor)
            self.strictest.append(0)
        number = self.unknowns[count]
        self.floors[number] = max(self.floors[number], floor)
        self.strictest[number] = max(self.strictest[number], self.thresholds[-1][count[0]])
        return number

    def width(self, number):
        """How far apart the least and the largest value of a safe count are: as small ones are."""
        return self.strictest[number] - 1 - self.floors[number]

    def zero_may_hide(self, cell):
        """Whether the published rules hide even a zero at this place, or did when it was hidden."""
        return cell in self.with_zeros or any(
            pair in one.cube.sensitive for one in self.read_so_far for pair in cell[1]
        )

    @cached_property
    def ranges(self):
        """The least and the largest possible value of every hidden count; of one that is wide
        enough to be safe, some possible ones."""
        size = len(self.floors)
        if not size:
            return {}
        matrix = lil_array((len(self.rows), size))
        for number, row in enumerate(self.rows):
            for unknown, sign in row.items():
                matrix[number, unknown] = sign
        rules = LinearConstraint(matrix.tocsr(), *zip(*self.limits, strict=True))
        for number in range(size):
            for sign in (1, -1):
                if self.spread(number) < self.width(number):
                    self.push(number, sign, rules)
        return {
            count: (int(self.lowest[n]), int(self.highest[n])) for count, n in self.unknowns.items()
        }

    def spread(self, number):
        return self.highest[number] - self.lowest[number]

    def push(self, number, sign, rules):
        """One count as small (or as large) as everything known allows."""
        goal = numpy.zeros(len(self.floors))
        goal[number] = sign
        best = self.best(goal, rules)
        self.lowest = numpy.minimum(self.lowest, best)
        self.highest = numpy.maximum(self.highest, best)

    def best(self, goal, rules):
        """The whole numbers that serve a goal best. Nearly always the best of all numbers are
        whole ones, and these are found in a quarter of the time."""
        asked = {"constraints": rules, "bounds": Bounds(self.floors, FAR)}
        found = milp(goal, **asked, options={"presolve": False})
        if found.status != 0 or not numpy.allclose(found.x, numpy.round(found.x), 0, 1e-6):
            found = milp(goal, **asked, integrality=numpy.ones(len(goal)))
        assert found.status == 0, found.message
        return numpy.round(found.x)

    def recovered(self):
        """The hidden counts that can have one value only."""
        return {count for count, (low, high) in self.ranges.items() if low == high}

    def narrow(self):
        """The hidden counts with fewer possible values than there are small ones."""
        return {
            count: (low, high)
            for count, (low, high) in self.ranges.items()
            if high - low < self.width(self.unknowns[count])
        }
