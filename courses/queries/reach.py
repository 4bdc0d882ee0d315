"""Whom the training reached: the figures of `rules.indicators` for a period, with breakdowns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone

from courses.choices import OrganizationKind, Sex
from courses.queries import reach_facts
from courses.queries.reach_counts import Figures, Key, Led, Sexes, Tally, as_sexes
from courses.queries.reach_facts import Came, Place
from courses.queries.reach_seats import seats
from courses.queries.reach_sessions import Counted, Delivered, counted, delivered
from courses.rules import no_shows

#: The ways to break the figures down, and those in which every person has one place.
DIMENSIONS = ("topic", "course", "sex", "role", "sector", "province", "month")
ONE_PLACE = ("sex", "role", "sector", "province")


@dataclass(frozen=True)
class ReachFilters:
    """What to count: local days from `start` to `end`, both included, and narrower where set.

    `area` holds the provinces whose runs the reader may count; None counts all.
    """

    start: date
    end: date
    topic: int | None = None
    course: int | None = None
    province: str | None = None
    sector: str | None = None
    area: frozenset[str] | None = None

    @property
    def narrowing(self) -> dict[str, int | str]:
        """The filters beside the period that are set."""
        values = {each.name: getattr(self, each.name) for each in fields(self)[2:-1]}
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True)
class Row:
    """The figures of one value of a dimension; `key` is None for what is unknown."""

    key: Key
    figures: Figures


@dataclass(frozen=True)
class Report:
    """All figures of a period; `people` parts the people of the total by sex."""

    filters: ReachFilters
    as_at: datetime
    total: Figures
    people: Sexes
    people_completed: int
    organizations: int
    factories: int
    without_organization: int
    open_registers: int
    breakdowns: dict[str, tuple[Row, ...]]
    delivered: Delivered = field(default_factory=Delivered)
    counted: Counted = field(default_factory=Counted)
    led: Led = field(default_factory=Led)
    seats: no_shows.Figures = field(default_factory=no_shows.Figures)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is known by name to have come or completed."""
        return self.total == Figures()

    def unknown(self, dimension: str) -> int:
        """Participations whose place in the dimension is not known."""
        rows = self.breakdowns[dimension]
        return sum(row.figures.participations for row in rows if row.key is None)


def reach(filters: ReachFilters) -> Report:
    """Counts everything, rows of a breakdown in no order but months. A handful of queries,
    whatever the number of rows."""
    everyone = reach_facts.places(filters)
    came = reach_facts.attendances(filters, everyone)
    counting = _Counting(filters, reach_facts.topics_of_courses(), reach_facts.led_by_national())
    for facts in _runs_of_people(came):
        counting.add_run(facts)
    for place in _latest_places(came, filters.start):
        counting.add_person(place)
    for place in everyone.values():
        if place.met_on and filters.start <= place.met_on <= filters.end:
            counting.add_completion(place)
    return replace(
        counting.report(reach_facts.open_registers(filters)),
        delivered=delivered(filters),
        counted=counted(filters),
        seats=seats(filters, timezone.now()),
    )


def _runs_of_people(came: Iterable[Came]) -> Iterator[list[Came]]:
    """The attendances of one person on one run together, earliest first."""
    ordered = sorted(came, key=lambda fact: (fact.place.enrollment, fact.starts_at))
    for _enrollment, facts in groupby(ordered, key=lambda fact: fact.place.enrollment):
        yield list(facts)


def _latest_places(came: Iterable[Came], start: date) -> Iterable[Place]:
    """Each person once, as at the latest attendance of the period (of two at a time, that of the
    newer enrolment)."""
    inside = [fact for fact in came if fact.day >= start]
    inside.sort(key=lambda fact: (fact.starts_at, fact.place.enrollment))
    return {fact.place.person: fact.place for fact in inside}.values()


class _Counting:
    """Takes facts one by one into a tally for all and one for each value of each dimension."""

    def __init__(
        self, filters: ReachFilters, topics: dict[int, tuple[int, ...]], national: dict[int, bool]
    ):
        self.filters = filters
        self.topics = topics
        self.national = national
        self.led: Counter[bool | None] = Counter()
        self.total = Tally()
        self.people: Counter[str] = Counter()
        self.people_completed: set[int] = set()
        self.organizations: dict[int, str] = {}
        self.without_organization = 0
        months = _months(filters.start, min(filters.end, timezone.localdate()))
        self.tallies = {name: defaultdict[Key, Tally](Tally) for name in DIMENSIONS}
        self.tallies["month"].update((month, Tally()) for month in months)
        self.found: dict[tuple, tuple[list[Tally], list[Tally]]] = {}

    def add_run(self, facts: list[Came]) -> None:
        """One person on one run: the attendances from the first to the end of the period."""
        place, start = facts[0].place, self.filters.start
        inside = [fact for fact in facts if fact.day >= start]
        if not inside:
            return
        is_new = len(inside) == len(facts)
        one_place, by_course = self._at(place)
        for tally in (self.total, *one_place, *by_course):
            tally.attendances += len(inside)
            if is_new:
                tally.participation(place.sex)
        for tally in by_course:
            tally.people.add(place.person)
        for fact in inside:
            tally = self.tallies["month"][fact.month]
            tally.attendances += 1
            tally.people.add(place.person)
        if is_new:
            self.tallies["month"][facts[0].month].participation(place.sex)
            self.led[self.national.get(place.run)] += 1
        self._add_employer(place, is_new)

    def _add_employer(self, place: Place, is_new: bool) -> None:
        if place.employer:
            self.organizations[place.employer] = place.employer_kind
        elif is_new:
            self.without_organization += 1

    def add_person(self, place: Place) -> None:
        """A person at the place where the period left her."""
        self.people[place.sex] += 1
        one_place, _by_course = self._at(place)
        for tally in (self.total, *one_place):
            tally.people.add(place.person)

    def add_completion(self, place: Place) -> None:
        self.people_completed.add(place.person)
        month = self.tallies["month"][place.met_on.replace(day=1)]
        one_place, by_course = self._at(place)
        for tally in (self.total, month, *one_place, *by_course):
            tally.completions += 1

    def report(self, open_registers: int) -> Report:
        kinds = Counter(self.organizations.values())
        return Report(
            filters=self.filters,
            as_at=timezone.localtime(),
            total=self.total.figures,
            people=as_sexes(self.people),
            people_completed=len(self.people_completed),
            organizations=kinds.total(),
            factories=kinds[OrganizationKind.FACTORY],
            without_organization=self.without_organization,
            open_registers=open_registers,
            led=Led(self.led[True], self.led[False], self.led[None]),
            breakdowns={
                name: tuple(Row(key, tally.figures) for key, tally in found.items())
                for name, found in self._sorted()
            },
        )

    def _sorted(self) -> Iterator[tuple[str, dict[Key, Tally]]]:
        """Always in the same order, whichever order the database gives its rows in; the unknown
        last."""
        for name, found in self.tallies.items():
            yield (
                name,
                dict(sorted(found.items(), key=lambda item: (item[0] is None, str(item[0])))),
            )

    def _at(self, place: Place) -> tuple[list[Tally], list[Tally]]:
        """The tallies that hold a place: those of `ONE_PLACE`, and course with topics."""
        signature = (place.course, *(getattr(place, name) for name in ONE_PLACE))
        if signature not in self.found:
            one_place = [self._tally(name, getattr(place, name)) for name in ONE_PLACE]
            topics = self.topics.get(place.course, (None,))
            by_course = [self._tally("topic", topic) for topic in topics]
            self.found[signature] = (one_place, [self._tally("course", place.course), *by_course])
        return self.found[signature]

    def _tally(self, dimension: str, value: Key) -> Tally:
        return self.tallies[dimension][None if value == Sex.NOT_STATED else value or None]


def _months(start: date, end: date) -> Iterator[date]:
    """The first days of the months from `start` to `end`."""
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield date(number // 12, number % 12 + 1, 1)
