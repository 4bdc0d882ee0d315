"""A list of runs to be planned against what is on record: who hosts, who trains, where, and what is
planned already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from courses.choices import RunStatus
from courses.models import Course, CourseRun, Organization, Person, Venue
from courses.queries.lookup import known_trainers
from courses.queries.organizations import organizations_named
from courses.rules.keys import name_key
from courses.rules.names import latin_key
from courses.rules.plan_list import WantedRun

# What is wrong with a row beside what the rules say of it.
UNKNOWN_HOST, UNKNOWN_TRAINER, UNKNOWN_VENUE = "unknown_host", "unknown_trainer", "unknown_venue"
NO_PROVINCE, PLANNED, TWICE = "no_province", "planned", "twice"


@dataclass(frozen=True)
class FoundRun:
    """A row with the records that it names. With a `problem` it cannot be planned; `word` is what
    could not be found."""

    row: WantedRun
    host: Organization | None = None
    trainers: tuple[Person, ...] = ()
    venue: Venue | None = None
    problem: str = ""
    word: str = ""

    @property
    def province(self):
        return self.venue.province if self.venue else self.host and self.host.province


def found_runs(
    course: Course, rows: Sequence[WantedRun], among: QuerySet[Person]
) -> list[FoundRun]:
    """The rows in their order, each with what it names; trainers are found `among` those who may be
    named. Six queries, whatever the number of rows.

    A host that has a run of the course beginning on that day is planned already.
    """
    hosts = organizations_named({row.host for row in rows})
    provinces = Organization.objects.select_related("province").in_bulk(
        {host.pk for host in hosts.values() if host}
    )
    trainers = _trainers(rows, among)
    venues = _venues(rows)
    planned = _planned(course, hosts.values())
    seen: set[tuple[int, date]] = set()
    found = []
    for row in rows:
        host = hosts.get(row.host)
        host = provinces.get(host.pk) if host else None
        each = _found(row, host, trainers, venues)
        if not each.problem:
            key = (each.host.pk, row.first_day)
            problem = PLANNED if key in planned else TWICE if key in seen else ""
            each = FoundRun(row, each.host, each.trainers, each.venue, problem)
            seen.add(key)
        found.append(each)
    return found


def _found(row: WantedRun, host: Organization | None, trainers: dict, venues: dict) -> FoundRun:
    if row.problem:
        return FoundRun(row, problem=row.problem)
    if host is None:
        return FoundRun(row, problem=UNKNOWN_HOST, word=row.host)
    lost = next((name for name in row.trainers if trainers.get(name) is None), None)
    if lost:
        return FoundRun(row, host, problem=UNKNOWN_TRAINER, word=lost)
    venue = venues.get(name_key(row.venue)) if row.venue else None
    if row.venue and venue is None:
        return FoundRun(row, host, problem=UNKNOWN_VENUE, word=row.venue)
    named = tuple(dict.fromkeys(trainers[name] for name in row.trainers))
    found = FoundRun(row, host, named, venue)
    return found if found.province else FoundRun(row, host, named, venue, NO_PROVINCE)


def _trainers(rows: Iterable[WantedRun], among: QuerySet[Person]) -> dict[str, Person | None]:
    """Trainers by what was written: a card code, or the whole name of one of them."""
    wanted = {name for row in rows for name in row.trainers}
    if not wanted:
        return {}
    by_word: dict[str, set[Person]] = {}
    for person in known_trainers().filter(pk__in=among.values("pk")):
        for word in (person.card_code.casefold(), person.name_km, latin_key(person.name_latin)):
            by_word.setdefault(word, set()).add(person)
    found = {}
    for name in wanted:
        words = (name.casefold(), name, latin_key(name))
        people = next((by_word[word] for word in words if word and word in by_word), set())
        found[name] = next(iter(people)) if len(people) == 1 else None
    return found


def _venues(rows: Iterable[WantedRun]) -> dict[str, Venue | None]:
    """Venues by the key of a name; None where two have it."""
    if not any(row.venue for row in rows):
        return {}
    found: dict[str, Venue | None] = {}
    for venue in Venue.objects.select_related("province"):
        for key in {name_key(venue.name_en), name_key(venue.name_km)} - {""}:
            found[key] = None if key in found else venue
    return found


def _planned(course: Course, hosts: Iterable[Organization | None]) -> set[tuple[int, date]]:
    runs = CourseRun.objects.filter(course=course, host__in=[host for host in hosts if host])
    runs = runs.exclude(status=RunStatus.CANCELLED).exclude(starts_on=None).order_by()
    return set(runs.values_list("host_id", "starts_on"))
