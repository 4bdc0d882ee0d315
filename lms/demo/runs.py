"""The sixty runs of the demo story: when, where, who came, and what the registers say."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from courses.rules.schedule import Pattern, Slot, slots_of
from lms.demo.organizations import OrganizationSeed
from lms.demo.people import PersonSeed
from lms.demo.plan import DELIVERIES, NO_SHOW, PRESENCES, WALK_IN, Delivery

KHMER_NEW_YEAR = {(4, day) for day in range(13, 18)}
CANCELLED = "No electricity in the hall"


@dataclass(frozen=True)
class EnrollmentSeed:
    """`marks` has one (presence, minutes missed) for each session that was held, in order."""

    person: int
    status: str
    source: str
    marks: tuple[tuple[str, int], ...] = ()
    task_is_done: bool = False


@dataclass(frozen=True)
class RunSeed:
    """A run to be; `held` sessions from the start have a closed register."""

    course: str
    host: int
    policy: str
    capacity: int
    slots: tuple[Slot, ...]
    held: int
    cancelled: frozenset[int] = frozenset()
    enrollments: tuple[EnrollmentSeed, ...] = field(default=())


def run_seeds(
    organizations: list[OrganizationSeed], people: list[PersonSeed], today: date, rng: Random
) -> list[RunSeed]:
    """Past runs over the last year, some that are under way today, at least one to come of each."""
    used: Counter[int] = Counter()
    return [
        _run(code, delivery, number, organizations, people, today, used, rng)
        for code, delivery in DELIVERIES.items()
        for number in range(delivery.runs)
    ]


def _run(code, delivery: Delivery, number, organizations, people, today, used, rng) -> RunSeed:
    slots = _slots(delivery, _first_day(delivery, number, today, rng))
    held = sum(slot.starts.date() < today for slot in slots)
    cancelled = frozenset(n for n in range(1, held) if len(slots) > 3 and rng.random() < 0.04)
    host = _host(delivery, organizations, number, rng)
    to_come = slots[0].starts.date() > today
    share = rng.choice([0.4, 0.7, 1.15]) if to_come else 1
    chosen = _participants(delivery, round(delivery.people * share), host, organizations, people,
                           used, rng)  # fmt: skip
    return RunSeed(
        course=code,
        host=host,
        policy=delivery.policy,
        capacity=delivery.people,
        slots=slots,
        held=held,
        cancelled=cancelled,
        enrollments=tuple(
            _enrollment(person, place, delivery, to_come, slots[:held], held == len(slots), rng)
            for place, person in enumerate(chosen)
        ),
    )


def _first_day(delivery: Delivery, number: int, today: date, rng: Random) -> date:
    """The last run of a course is to come, the one before (of eight or more) has a day today."""
    length = (delivery.blocks - 1) * delivery.gap + delivery.days
    if number == delivery.runs - 1:
        return _working_day(today + timedelta(days=rng.randrange(4, 40)))
    if number == delivery.runs - 2 and delivery.runs >= 8:
        return today - timedelta(days=delivery.gap * (delivery.blocks // 2))
    step = 300 // max(1, delivery.runs - 1)
    back = length + 12 + step * number + rng.randrange(0, 9)
    return _working_day(today - timedelta(days=back))


def _working_day(day: date) -> date:
    while day.weekday() > 3 or (day.month, day.day) in KHMER_NEW_YEAR:
        day += timedelta(days=1)
    return day


def _slots(delivery: Delivery, first_day: date) -> tuple[Slot, ...]:
    blocks = (
        Pattern(first_day + timedelta(days=delivery.gap * block), delivery.days, delivery.times)
        for block in range(delivery.blocks)
    )
    return tuple(slot for block in blocks for slot in slots_of(block))


def _host(delivery: Delivery, organizations, number: int, rng: Random) -> int:
    kinds = {
        "factory": ("factory",),
        "union": ("federation",),
        "federation": ("confederation",),
        "office": ("ministry_office",),
        "any": ("institute",),
    }[delivery.pool]
    hosts = [n for n, seed in enumerate(organizations) if seed.kind in kinds]
    return hosts[(number * 7 + rng.randrange(3)) % len(hosts)]


def _participants(delivery: Delivery, number, host, organizations, people, used, rng) -> list[int]:
    """People with a fitting role; colleagues of the host first, then those who came least."""
    roles = dict(delivery.roles)
    fitting = [n for n, person in enumerate(people) if person.role in roles]
    if delivery.pool == "any":
        fitting = [n for n, p in enumerate(people) if p.role in ("trainer", "official", "other")]
    rng.shuffle(fitting)
    fitting.sort(key=lambda n: (people[n].organization != host, used[n]))
    chosen = fitting[:number]
    used.update(chosen)
    return chosen


def _enrollment(person, place, delivery, to_come, held_slots, is_over, rng) -> EnrollmentSeed:
    if to_come:
        return EnrollmentSeed(person, _status_before(place, delivery), _source(delivery, rng))
    is_walk_in = bool(held_slots) and rng.random() < WALK_IN
    stays_away = not is_walk_in and rng.random() < NO_SHOW
    marks = tuple(
        ("absent", 0) if stays_away else _mark(slot.minutes, is_walk_in and n == 0, rng)
        for n, slot in enumerate(held_slots)
    )
    return EnrollmentSeed(
        person,
        "enrolled",
        "walk_in" if is_walk_in else _source(delivery, rng),
        marks,
        task_is_done=is_over and not stays_away and rng.random() < 0.9,
    )


def _status_before(place: int, delivery: Delivery) -> str:
    if delivery.policy == "request" and place % 4 == 3:
        return "requested"
    return "enrolled" if place < delivery.people else "waitlisted"


def _source(delivery: Delivery, rng: Random) -> str:
    return rng.choice(["import", "import", "staff"] if delivery.policy != "open"
                      else ["import", "staff", "self"])  # fmt: skip


def _mark(minutes: int, must_be_here: bool, rng: Random) -> tuple[str, int]:
    if must_be_here:
        return "present", 0
    (presence,) = rng.choices(list(PRESENCES), list(PRESENCES.values()))
    if presence == "late":
        return presence, min(minutes, 5 * rng.randrange(1, 13))
    if presence == "left_early":
        return presence, min(minutes, 15 * rng.randrange(1, 7))
    return presence, 0
