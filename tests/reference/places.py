"""Where something stands: the values of the dimensions, the filters, and the cells of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from tests.reference.agreed import Action
from tests.reference.dump import Enrollment, Organization, Run, Session, World

TIME = {"month", "quarter", "year", "phase"}
#: What a run says by itself.
RUN = {
    *("topic", "outcome", "pillar", "course", "project", "donor", "payer"),
    *("language", "trainer", "national", "run"),
}
#: What a session says: where and when it was held.
SESSION = TIME | RUN | {"venue_province"}
#: In which every person has one place at a time.
ONE_PLACE = {
    *("sex", "role", "constituent", "sector", "province"),
    *("organization", "organization_kind", "age_band"),
}
PERSON = SESSION | ONE_PLACE
FACTORY = {"sector", "province", "organization"}
#: What an action of a factory says.
ACTION = SESSION | FACTORY | {"organization_kind"}

CONSTITUENTS = {
    "official": "government",
    "supervisor": "employers",
    "manager": "employers",
    "employers_staff": "employers",
    "worker": "workers",
    "worker_rep": "workers",
    "union_leader": "workers",
    "union_leader_federation": "workers",
    "trainer": "other",
    "other": "other",
}


@dataclass(slots=True)
class Fact:
    """Something that happened on a day of a run; what is not known about it is left out.

    `weight` is what it adds: a mark 1, a count without names its people, money its amount.
    """

    day: date
    run: Run
    enrollment: Enrollment | None = None
    session: Session | None = None
    role: str | None = None
    sex: str | None = None
    currency: str | None = None
    way: str | None = None
    action: Action | None = None
    weight: object = 1


class Scope:
    """What a question is about: the world, the period, the filters and what the reader may count.

    Raises ValueError for a filter or a breakdown by something that the facts do not have.
    """

    def __init__(self, world: World, start: date, end: date, filters=None, area=None, by=()):
        self.world, self.start, self.end = world, start, end
        self.filters = {name: set(wanted) for name, wanted in (filters or {}).items()}
        self.area = None if area is None else set(area)
        self.by = tuple(by)

    def expect(self, dimensions: set[str], filters: set[str] | None = None) -> None:
        odd = set(self.by) - dimensions | set(self.filters) - (filters or dimensions)
        if odd:
            raise ValueError(f"Not to be asked for here: {sorted(odd)}")

    def holds(self, day: date | None) -> bool:
        return day is not None and self.start <= day <= self.end

    def fits(self, fact: Fact) -> bool:
        """Whether the reader may count it and every filter has one of its values."""
        if self.area is not None and fact.run.province not in self.area:
            return False
        return all(self.values(fact, name) & wanted for name, wanted in self.filters.items())

    def cells(self, fact: Fact) -> Iterator[tuple]:
        """The cells of the table in which it stands: several where a dimension has several."""
        return product(*(sorted_values(self.values(fact, name)) for name in self.by))

    def values(self, fact: Fact, name: str) -> set:
        """Its values of one dimension; {None} where there is none."""
        if name == "phase":
            return {in_phase(self.world, fact.day)}
        if name in TIME:
            return {first_day(fact.day, name)}
        if name in RUN:
            return of_run(fact.run, name)
        if name == "venue_province":
            return {fact.session.place if fact.session else fact.run.place}
        if name in ("role", "sex") and fact.enrollment is None:
            return {getattr(fact, name)}
        if name in ("currency", "way"):
            return {getattr(fact, name)}
        return {self._of_person(fact.action or fact.enrollment, fact.day, name)}

    def _of_person(self, place: Enrollment | Action, day: date, name: str):
        if name in ("role", "sector", "province"):
            return getattr(place, name)
        if name == "constituent":
            return CONSTITUENTS.get(place.role)
        if name == "sex":
            return place.person.sex
        if name == "age_band":
            return age_band(place.person.birth_year, day.year)
        employer = self.employer(place)
        if name == "organization_kind":
            return employer.kind if employer else None
        return employer.id if employer else None

    def employer(self, place: Enrollment | Action) -> Organization | None:
        """The employer as part of what it was on the last day of the period."""
        if place.employer is None:
            return None
        return standing_on(self.world, self.world.organizations[place.employer], self.end)


def standing_on(world: World, organization: Organization, day: date) -> Organization:
    while organization.merged_into and not (
        organization.merged_on and day < organization.merged_on
    ):
        organization = world.organizations[organization.merged_into]
    return organization


def of_run(run: Run, name: str) -> set:
    """What a run says, as a set; {None} where it says nothing."""
    found = {
        "topic": run.course.topics,
        "outcome": run.course.outcomes,
        "pillar": run.course.pillars,
        "course": {run.course.id},
        "project": run.projects,
        "donor": run.donors,
        "payer": {run.payer},
        "language": {run.language},
        "trainer": run.trainers,
        "national": {run.is_led_by_national},
        "run": {run.id},
    }[name]
    return set(found) or {None}


def in_phase(world: World, day: date) -> int | None:
    for phase, start, end in world.phases:
        if start <= day <= end:
            return phase
    return None


def first_day(day: date, name: str) -> date:
    if name == "year":
        return date(day.year, 1, 1)
    if name == "quarter":
        return date(day.year, (1, 4, 7, 10)[(day.month - 1) // 3], 1)
    return date(day.year, day.month, 1)


def age_band(birth_year: int | None, year: int) -> str | None:
    if birth_year is None:
        return None
    age = year - birth_year
    if age < 18:
        return "under_18"
    for youngest, oldest in ((18, 24), (25, 34), (35, 44), (45, 54)):
        if youngest <= age <= oldest:
            return f"{youngest}_{oldest}"
    return "55_over"


def sorted_values(values: Iterable) -> list:
    return sorted(values, key=lambda value: (value is None, str(value)))


def is_counted(enrollment: Enrollment) -> bool:
    """Whether the person takes part: enrolled, and trains neither the run nor a session of it."""
    run, person = enrollment.run, enrollment.person.id
    return enrollment.status == "enrolled" and person not in run.trainers | run.helpers


def is_guest(enrollment: Enrollment) -> bool:
    """Whether she belongs to another run and came to make up for something; trainers never do."""
    run, person = enrollment.run, enrollment.person.id
    return enrollment.status == "guest" and person not in run.trainers | run.helpers


def attendances(enrollment: Enrollment) -> list[Fact]:
    """What the person came to, in order of time, if all else about the enrolment is right."""
    found = [
        Fact(mark.session.day, enrollment.run, enrollment, mark.session, weight=mark.minutes)
        for mark in enrollment.marks
        if mark.presence in ("present", "late", "left_early")
        and mark.minutes > 0
        and mark.session.status == "held"
        and mark.session.recording == "named"
    ]
    return sorted(found, key=lambda fact: (fact.session.starts_at, fact.session.id))


def all_attendances(world: World) -> list[list[Fact]]:
    """For every enrolment that counts, and every guest, what the person came to; none is empty.
    Found once."""
    if world.came is None:
        here = [each for each in world.enrollments.values() if is_counted(each) or is_guest(each)]
        world.came = [found for found in map(attendances, here) if found]
    return world.came
