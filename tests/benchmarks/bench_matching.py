"""Matching on set M: how often it is right where it decides alone, and how many duplicates it finds
when people look at the rest. The weights come from other seeds than this one."""

import time

from courses.models import Employment, Organization, Person, PersonPhone
from courses.queries.matching import candidates_for
from courses.rules.keys import person_keys
from courses.rules.matching import Verdict
from tests.benchmarks.measure import Figure, benchmark, rolled_back
from tests.benchmarks.set_m import FACTORIES, Entry, gold_pairs, set_m, traits_of

SEED = 2027
AT_ONCE = 5_000
BATCH = 1_000


def person(entry: Entry, place: int) -> Person:
    latin = f"{entry.family} {entry.given}"
    return Person(
        card_code=f"M-{place}",
        name_km=entry.name_km,
        family_name_latin=entry.family,
        given_name_latin=entry.given,
        sex=entry.sex,
        birth_year=entry.birth_year,
        birth_year_is_estimated=entry.is_estimated,
        **person_keys(entry.name_km, latin),
    )


def write(entries: list[Entry]) -> tuple[list[Person], list[Organization]]:
    """The set in the database: people and factories in the order of the set."""
    factories = Organization.objects.bulk_create(
        Organization(name_en=f"Factory {number}", kind="factory") for number in range(FACTORIES)
    )
    people = Person.objects.bulk_create(
        (person(entry, place) for place, entry in enumerate(entries)), batch_size=BATCH
    )
    pairs = list(zip(people, entries, strict=True))
    Employment.objects.bulk_create(
        (
            Employment(
                person=person,
                organization=factories[entry.employer],
                employee_number=entry.number,
            )
            for person, entry in pairs
        ),
        batch_size=BATCH,
    )
    PersonPhone.objects.bulk_create(
        (
            PersonPhone(person=person, raw=entry.phone, e164=entry.phone, is_shared=entry.is_shared)
            for person, entry in pairs
            if entry.phone
        ),
        batch_size=BATCH,
    )
    return people, factories


def found_pairs(told):
    """Pairs of person ids that matching would take for one by itself, and all that it shows."""
    automatic, shown = set(), set()
    for first in range(0, len(told), AT_ONCE):
        some = told[first : first + AT_ONCE]
        for traits, matches in zip(some, candidates_for(some), strict=True):
            for match in matches:
                pair = tuple(sorted((traits.record, match.person)))
                shown.add(pair)
                if match.verdict == Verdict.SAME:
                    automatic.add(pair)
    return automatic, shown


@benchmark("match_precision", "match_recall", "match_pairs", "match_s")
def matching():
    entries = set_m(SEED)
    with rolled_back():
        people, factories = write(entries)
        told = [
            traits_of(entry, person.pk, factories[entry.employer].pk)
            for person, entry in zip(people, entries, strict=True)
        ]
        started = time.perf_counter()
        automatic, shown = found_pairs(told)
        seconds = time.perf_counter() - started
    gold = {(people[a].pk, people[b].pk) for a, b in gold_pairs(entries)}
    data = f"{len(entries):,} records, {len(gold):,} second ones"
    precision, recall = len(automatic & gold) / len(automatic), len(shown & gold) / len(gold)
    yield Figure("match_precision", precision, "", data, bar=0.995, higher_is_better=True)
    yield Figure("match_recall", recall, "", data, bar=0.90, higher_is_better=True)
    yield Figure("match_pairs", len(shown), "pairs", data)
    yield Figure("match_s", seconds, "s", data)
