"""How many people at least and at most, while nobody has said who is one."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """`fewest` if every pair that waits were one person, `most` if none were; `pairs` are those
    that make the difference."""

    fewest: int = 0
    most: int = 0
    pairs: int = 0

    @property
    def is_open(self) -> bool:
        return self.fewest < self.most


def bounds(reached: Collection[int], pairs: Iterable[tuple[int, int]], others: int = 0) -> Bounds:
    """Of the people `reached` that some pair names, and `others` that none does. Pairs may join two
    who were reached by way of somebody who was not."""
    pairs = list(pairs)
    groups = _Groups(pairs)
    sizes = Counter(groups.of(person) for person in reached)
    undecided = sum(sizes[groups.of(first)] > 1 for first, _second in pairs)
    return Bounds(others + len(sizes), others + len(reached), undecided)


class _Groups:
    """People that pairs join, each group under one of its people."""

    def __init__(self, pairs: Iterable[tuple[int, int]]):
        self.above: dict[int, int] = {}
        for first, second in pairs:
            self.above[self.of(first)] = self.of(second)

    def of(self, person: int) -> int:
        top = person
        while (above := self.above.get(top, top)) != top:
            top = above
        while self.above.get(person, top) != top:
            self.above[person], person = top, self.above[person]
        return top
