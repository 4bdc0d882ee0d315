"""Who on record may be the person described: at most three candidates, with score and reasons.

Workplaces that were merged are one workplace, whichever of them somebody is told or known to be at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from django.db.models import Q, QuerySet

from courses.choices import MatchReason, Sex
from courses.models import CourseRun, Employment, Enrollment, Person, PersonPhone
from courses.queries.organization_tree import standing_ids
from courses.queries.people import with_jobs
from courses.rules.matching import LOOK_BITS, REVIEW_BITS, Match, name_suffices
from courses.rules.participant_matching import KnownPeople
from courses.rules.traits import Known, Traits

CANDIDATES = 3
#: How many descriptions or people one query takes: databases bound the values in a query.
AT_ONCE = 2_000
COMPARED = (
    "key_km",
    "family_name_latin",
    "given_name_latin",
    "sex",
    "birth_year",
    "birth_year_is_estimated",
)


def candidates_for(told: list[Traits], *, least: float = REVIEW_BITS) -> list[list[Match]]:
    """For each description at most three people with a score of at least `least`, the likeliest
    first. One query, and at most five for each 2,000 descriptions."""
    known = known_people(told, least=least)
    return [known.alike(traits, least=least)[:CANDIDATES] for traits in told]


def people_like(told: Traits, employments: QuerySet[Employment] | None = None) -> list[Person]:
    """At most three people who may be the one described, each with `jobs` (of the employments, else
    of all) and with what they have in common as `codes` and, in words, `reasons`; to be looked at
    by somebody who has the person in front of her."""
    (matches,) = candidates_for([told], least=LOOK_BITS)
    people = with_jobs(Person.objects, employments).in_bulk([match.person for match in matches])
    for match in matches:
        people[match.person].codes = match.reasons
        people[match.person].reasons = [MatchReason(code).label for code in match.reasons]
    return [people[match.person] for match in matches]


def records_of(people: QuerySet[Person]) -> list[Traits]:
    """What the records of the people tell of them, each with the job that was entered last and has
    not ended. Two queries, and two for each 2,000 people."""
    rows = Employment.objects.filter(person__in=people.order_by().values("pk"), ends_on=None)
    rows = rows.order_by("pk").values_list("person_id", "organization_id", "employee_number")
    jobs = {person: (employer, number) for person, employer, number in rows}
    told = []
    for known in _known(list(people.order_by("pk").values_list("pk", flat=True)), {}, {}):
        employer, number = jobs.get(known.person, (None, ""))
        told.append(
            replace(known.traits, record=known.person, employer=employer, employee_number=number)
        )
    return told


def known_people(
    told: list[Traits],
    *,
    run: CourseRun | None = None,
    least: float = REVIEW_BITS,
    taken: set[int] | None = None,
) -> KnownPeople:
    """Everybody whom a description could mean with a score of at least `least`, and the people of
    the run. One query, at most five for each 2,000 descriptions, and one for the run.
    Those in `taken` answer to no further description; whoever is taken joins them."""
    among, standing = Person.objects.count(), standing_ids()
    on_run = _on_run(run, standing) if run else {}
    found = set(on_run)
    for first in range(0, len(told), AT_ONCE):
        found |= _found(told[first : first + AT_ONCE], among, least, standing)
    taken = set() if taken is None else taken
    return KnownPeople(_known(sorted(found), on_run, standing), among, taken, standing)


def _found(told: list[Traits], among: int, least: float, standing: Mapping[int, int]) -> set[int]:
    """The ids of people with a clue in common with one of the descriptions."""
    numbered = _sharing_a_phone(told).union(_with_a_number(told, standing))
    if any(name_suffices(traits, among, least) for traits in told):
        return set(numbered.union(*_namesakes(told)))
    return set(numbered) | _namesakes_at_work(told, standing)


def _workplaces(told: Iterable[Traits], standing: Mapping[int, int]) -> set[int]:
    """The employers told, and all that are one with them."""
    wanted = {standing.get(traits.employer, traits.employer) for traits in told}
    return wanted.union(pk for pk, place in standing.items() if place in wanted)


def _on_run(run: CourseRun, standing: Mapping[int, int]) -> dict[int, int | None]:
    rows = Enrollment.objects.filter(run=run).order_by().values_list("person_id", "employer_id")
    return {person: standing.get(employer, employer) for person, employer in rows}


def _sharing_a_phone(told: Iterable[Traits]) -> QuerySet:
    phones = {phone for traits in told for phone in traits.phones}
    rows = PersonPhone.objects.filter(e164__in=phones).order_by()
    return rows.values_list("person", flat=True)


def _with_a_number(told: Iterable[Traits], standing: Mapping[int, int]) -> QuerySet:
    numbered = [traits for traits in told if traits.employer and traits.employee_number]
    rows = Employment.objects.filter(
        organization__in=_workplaces(numbered, standing),
        employee_number__in={traits.employee_number for traits in numbered},
    )
    return rows.order_by().values_list("person", flat=True)


def _namesakes(told: Iterable[Traits]) -> list[QuerySet]:
    """People with one of the names."""
    khmer = {traits.key_km for traits in told if traits.key_km}
    sounds = {traits.sound_key for traits in told if traits.sound_key}
    people = (
        Person.objects.filter(key_km__in=khmer),
        Person.objects.filter(key_sound__in=sounds),
    )
    return [each.order_by().values_list("pk") for each in people]


def _namesakes_at_work(told: Iterable[Traits], standing: Mapping[int, int]) -> set[int]:
    """People with one of the names at the very workplace told with it."""
    placed = [
        (traits, standing.get(traits.employer, traits.employer))
        for traits in told
        if traits.employer
    ]
    khmer = {(place, traits.key_km) for traits, place in placed if traits.key_km}
    sounds = {(place, traits.sound_key) for traits, place in placed if traits.sound_key}
    jobs = Employment.objects.filter(
        Q(person__key_km__in={key for _employer, key in khmer})
        | Q(person__key_sound__in={key for _employer, key in sounds}),
        organization__in=_workplaces((traits for traits, _place in placed), standing),
    ).order_by()
    columns = ("person_id", "organization_id", "person__key_km", "person__key_sound")
    return {
        person
        for person, employer, key_km, key_sound in jobs.values_list(*columns).iterator()
        for place in [standing.get(employer, employer)]
        if (place, key_km) in khmer or (place, key_sound) in sounds
    }


def _known(
    found: list[int], on_run: Mapping[int, int | None], standing: Mapping[int, int]
) -> Iterator[Known]:
    for first in range(0, len(found), AT_ONCE):
        some = found[first : first + AT_ONCE]
        jobs = defaultdict(list)
        places = Employment.objects.filter(person__in=some).order_by()
        columns = ("person_id", "organization_id", "employee_number")
        for person, employer, number in places.values_list(*columns).iterator():
            jobs[person].append((standing.get(employer, employer), number))
        people = Person.objects.filter(pk__in=some).order_by("pk")
        rows = people.values_list("pk", *COMPARED, "phones__e164", "phones__is_shared").iterator()
        for person, phones in groupby(rows, key=lambda row: row[:-2]):
            numbers = [row[-2:] for row in phones if row[-2]]
            yield _known_person(person, numbers, jobs[person[0]], on_run)


def _known_person(person: tuple, phones: list, jobs: list, on_run: Mapping) -> Known:
    pk, key_km, family, given, sex, birth_year, is_estimated = person
    return Known(
        person=pk,
        traits=Traits(
            key_km=key_km,
            name_latin=f"{family} {given}".strip(),
            sex="" if sex == Sex.NOT_STATED else sex,
            birth_year=birth_year,
            birth_year_is_estimated=is_estimated,
            phones=frozenset(e164 for e164, _ in phones),
            shared_phones=frozenset(e164 for e164, is_shared in phones if is_shared),
            employer=on_run.get(pk),
        ),
        numbers=frozenset(job for job in jobs if job[1]),
        employers=frozenset(employer for employer, _ in jobs),
        is_on_run=pk in on_run,
    )
