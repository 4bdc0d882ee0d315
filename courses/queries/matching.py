"""Who on record may be the person described: at most three candidates, with score and reasons."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Model, QuerySet

from courses.choices import MatchReason, Sex
from courses.models import CourseRun, Employment, Enrollment, Person, PersonPhone
from courses.queries.people import with_jobs
from courses.rules.matching import LOOK_BITS, REVIEW_BITS, Match, name_suffices
from courses.rules.participant_matching import KnownPeople
from courses.rules.traits import Known, Traits

CANDIDATES = 3


def candidates_for(told: list[Traits], *, least: float = REVIEW_BITS) -> list[list[Match]]:
    """For each description at most three people with a score of at least `least`, the likeliest
    first. Four queries for any number of descriptions."""
    known = known_people(told, least=least)
    return [known.alike(traits, least=least)[:CANDIDATES] for traits in told]


def people_like(told: Traits) -> list[Person]:
    """At most three people who may be the one described, each with `jobs` and `reasons` (words), to
    be looked at by somebody who has the person in front of her."""
    (matches,) = candidates_for([told], least=LOOK_BITS)
    people = with_jobs(Person.objects).in_bulk([match.person for match in matches])
    for match in matches:
        people[match.person].reasons = [MatchReason(code).label for code in match.reasons]
    return [people[match.person] for match in matches]


def records_of(people: QuerySet[Person]) -> list[Traits]:
    """What the records of the people tell of them, each with the job that was entered last and has
    not ended. Four queries."""
    rows = Employment.objects.filter(person__in=people.order_by().values("pk"), ends_on=None)
    rows = rows.order_by("pk").values_list("person_id", "organization_id", "employee_number")
    jobs = {person: (employer, number) for person, employer, number in rows}
    told = []
    for known in _known(people.order_by().values("pk"), {}):
        employer, number = jobs.get(known.person, (None, ""))
        told.append(
            replace(known.traits, record=known.person, employer=employer, employee_number=number)
        )
    return told


def known_people(
    told: list[Traits], *, run: CourseRun | None = None, least: float = REVIEW_BITS
) -> KnownPeople:
    """Everybody whom a description could mean with a score of at least `least`, and the people of
    the run. Four queries, and one for the run."""
    among = Person.objects.count()
    on_run = _on_run(run) if run else {}
    found = _sharing_a_phone(told).union(_with_a_number(told), *_namesakes(told, among, least))
    if run:
        found = found.union(Enrollment.objects.filter(run=run).order_by().values("person"))
    return KnownPeople(_known(found, on_run), among)


def _on_run(run: CourseRun) -> dict[int, int | None]:
    return dict(Enrollment.objects.filter(run=run).values_list("person_id", "employer_id"))


def _sharing_a_phone(told: Iterable[Traits]) -> QuerySet:
    phones = {phone for traits in told for phone in traits.phones}
    return PersonPhone.objects.filter(e164__in=phones).order_by().values("person")


def _with_a_number(told: Iterable[Traits]) -> QuerySet:
    numbered = [traits for traits in told if traits.employer and traits.employee_number]
    return (
        Employment.objects.filter(
            organization__in={traits.employer for traits in numbered},
            employee_number__in={traits.employee_number for traits in numbered},
        )
        .order_by()
        .values("person")
    )


def _namesakes(told: Iterable[Traits], among: int, least: float) -> list[QuerySet]:
    """People with one of the names: anywhere where a name could suffice, else at the employer."""
    khmer = {traits.key_km for traits in told if traits.key_km}
    sounds = {traits.sound_key for traits in told if traits.sound_key}
    people = [
        Person.objects.filter(key_km__in=khmer),
        Person.objects.filter(key_sound__in=sounds),
    ]
    if not any(name_suffices(traits, among, least) for traits in told):
        employers = {traits.employer for traits in told if traits.employer}
        people = [each.filter(employments__organization__in=employers) for each in people]
    return [each.order_by().values("pk") for each in people]


def _known(found: QuerySet, on_run: dict[int, int | None]) -> list[Known]:
    phones, jobs = defaultdict(list), defaultdict(list)
    for phone in _of(PersonPhone, found).values_list("person_id", "e164", "is_shared"):
        phones[phone[0]].append(phone[1:])
    for job in _of(Employment, found).values_list(
        "person_id", "organization_id", "employee_number"
    ):
        jobs[job[0]].append(job[1:])
    people = Person.objects.filter(pk__in=found).order_by()
    return [_known_person(person, phones[person.pk], jobs[person.pk], on_run) for person in people]


def _of(model: type[Model], people: QuerySet) -> QuerySet:
    return model.objects.filter(person__in=people).order_by()


def _known_person(person: Person, phones: list, jobs: list, on_run: dict) -> Known:
    return Known(
        person=person.pk,
        traits=Traits(
            key_km=person.key_km,
            name_latin=person.name_latin,
            sex="" if person.sex == Sex.NOT_STATED else person.sex,
            birth_year=person.birth_year,
            birth_year_is_estimated=person.birth_year_is_estimated,
            phones=frozenset(e164 for e164, _ in phones if e164),
            shared_phones=frozenset(e164 for e164, is_shared in phones if e164 and is_shared),
            employer=on_run.get(person.pk),
        ),
        numbers=frozenset(job for job in jobs if job[1]),
        employers=frozenset(employer for employer, _ in jobs),
        is_on_run=person.pk in on_run,
    )
