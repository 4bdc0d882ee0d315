"""The runs of sets M and L: planned first, so that their sizes come out exactly, then written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from tests.benchmarks.reach_people import DAYS, FIRST, Register

#: Begin of a slot in UTC, by the letters of a pattern: morning, afternoon, a short one at lunch.
BEGINS = {"m": "01:00", "a": "06:30", "l": "04:00"}
MINUTES = {"m": 180, "a": 180, "l": 45}


class About(NamedTuple):
    """A course: its weight among runs, how many people come to a run of set M, the slots of its
    days, the days between, whom it is for, and what it serves."""

    weight: float
    people: int
    pattern: str
    gap: int
    pool: str
    topics: tuple[int, ...]
    outcomes: tuple[int, ...]
    pillars: tuple[str, ...] = ()
    audience: tuple[str, ...] = ("worker",)


COURSES = {
    "TUL": About(2, 24, "ma ma ma ma ma ma", 28, "enterprise_union", (0,), (0, 1),
                 ("voice", "leadership"), ("union_leader",)),
    "CBA": About(3, 25, "ma ma ma", 1, "enterprise_union", (0,), (0,), ("voice",),
                 ("union_leader",)),
    "OSHI": About(1.5, 32, "ma ma ma ma ma", 1, "ministry_office", (1,), (2,), (), ("official",)),
    "OSHC": About(22, 23, "ma ma", 1, "factory", (1,), (0, 2)),
    "DIGW": About(14, 50, "l l", 7, "factory", (2,), (3,)),
    "ESS": About(16, 25, "m m m m m m", 7, "factory", (3,), (0, 1), ("leadership",)),
    "SST": About(16, 23, "ma ma ma ma", 12, "factory", (3, 4), (0,), ("leadership",),
                 ("supervisor",)),
    "PICC": About(6, 25, "ma l l l", 21, "factory", (0, 1), (0,), ("care", "voice"),
                  ("worker_rep", "manager")),
    "GEN": About(12, 30, "ma", 1, "factory", (5,), (1,),
                 ("discrimination", "care", "voice", "leadership"), ("manager", "worker")),
    "HEAT": About(5, 75, "m", 1, "factory", (1,), ()),
    "PROD": About(2, 25, "ma ma", 1, "enterprise_union", (4,), (3,), (), ("union_leader",)),
    "TOT": About(1, 14, "ma ma ma ma ma", 1, "any", (), (1,), (), ("trainer",)),
    "TUCG": About(1.5, 25, "m", 1, "federation", (0,), ()),
    "MASS": About(2, 0, "l l", 1, "factory", (1, 2), (0,)),
}  # fmt: skip
#: Holidays on which nothing is held: months and days.
HOLIDAYS = {(4, 14), (4, 15), (4, 16), (10, 2), (10, 3), (11, 9)}
SEASON = {3: 1.3, 4: 1.3, 5: 1.3, 10: 0.8, 11: 0.8, 12: 0.8}
CANCELLED, POSTPONED = 0.06, 0.07


class Slot(NamedTuple):
    """A session: `begins` in UTC; `instead` is the id of the one that was held instead."""

    id: int
    day: date
    begins: str
    minutes: int
    status: str
    counts_heads: bool
    instead: int | None = None


@dataclass(slots=True)
class Plan:
    """A run to be written. `home` is the factory where it is held, or None."""

    id: int
    code: str
    home: int | None
    size: int = 0
    slots: list[Slot] = field(default_factory=list)

    @property
    def about(self) -> About:
        return COURSES[self.code]

    @property
    def registers(self) -> list[Slot]:
        """The sessions held with names."""
        return [each for each in self.slots if each.status == "held" and not each.counts_heads]

    @property
    def days(self) -> tuple[date, date]:
        due = [slot.day for slot in self.slots if slot.status == "held"]
        every = due or [slot.day for slot in self.slots]
        return min(every), max(every)


def plan(register: Register, runs: int, enrollments: int) -> list[Plan]:
    """As many runs as wanted, with as many places altogether; the first trains trainers."""
    rng = register.rng
    weights = {code: about.weight for code, about in COURSES.items()}
    plans = []
    for number in range(1, runs + 1):
        code = "TOT" if number == 1 else register.pick(weights)
        is_at_home = COURSES[code].pool == "factory" and rng.random() < 0.6
        home = rng.choices(range(len(register.sizes)), register.sizes)[0] if is_at_home else None
        plans.append(Plan(number, code, home))
    _give_sizes(register, plans, enrollments)
    numbers = iter(range(1, 10**9))
    for each in plans:
        each.slots = list(_slots(register, each, numbers))
    return plans


def _give_sizes(register: Register, plans: list[Plan], enrollments: int) -> None:
    """Whole people whose sum is exact: the rest of every rounding goes on to the next run."""
    shares = [each.about.people * register.rng.uniform(0.7, 1.3) for each in plans]
    whole, given, done = sum(shares), 0, 0.0
    for each, share in zip(plans, shares, strict=True):
        done += share
        each.size = round(enrollments * done / whole) - given
        given += each.size


def _slots(register: Register, each: Plan, numbers: Iterator[int]) -> Iterator[Slot]:
    """What was postponed is held a week later in the evening."""
    rng = register.rng
    day = _first_day(register, each.about)
    for letters in each.about.pattern.split():
        for letter in letters:
            number, draw = next(numbers), rng.random()
            slot = Slot(number, day, BEGINS[letter], MINUTES[letter], "held", each.code == "MASS")
            if draw < CANCELLED:
                slot = slot._replace(status="cancelled")
            elif draw < CANCELLED + POSTPONED:
                instead = next(numbers)
                later = _workday(day + timedelta(days=7))
                yield slot._replace(id=instead, day=later, begins=f"10:{instead % 60:02}")
                slot = slot._replace(status="postponed", instead=instead)
            yield slot
        day = _workday(day + timedelta(days=each.about.gap))


def _first_day(register: Register, about: About) -> date:
    """More in the hot season, fewer at the end of the year, and early enough to end in time."""
    rng = register.rng
    length = about.gap * about.pattern.count(" ") + 20
    while True:
        day = FIRST + timedelta(days=rng.randrange(DAYS - length))
        if rng.random() < SEASON.get(day.month, 1) / 1.3:
            return _workday(day)


def _workday(day: date) -> date:
    while day.weekday() == 6 or (day.month, day.day) in HOLIDAYS:
        day += timedelta(days=1)
    return day
