"""People by name, card code or phone, and who may already be known."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from courses import conf
from courses.models import CourseRun, Employment, Enrollment, Person, PersonPhone
from courses.rules import card_codes, khmer, names

SHORTEST_QUERY = 2
FEWEST_DIGITS = 6


def people_matching(query: str) -> QuerySet[Person]:
    """People whose name holds every word of the query, or whose card code or phone it is.

    Names that begin with the first word come first. A single letter finds nobody.
    """
    query = query.strip()
    if len(query) < SHORTEST_QUERY:
        return Person.objects.none()
    words = khmer.search_words(query)
    found = with_code(query) | with_phone_ending(query)
    if words:
        found |= with_words(words)
    begins = begins_with(words[0]) if words else Q(pk__in=[])
    rank = Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Person.objects.filter(found).order_by(rank, "sort_key", "pk")


def with_code(query: str) -> Q:
    """The person with the card, also with that of a record that was merged into hers."""
    code = card_codes.normalise(query, prefix=conf.get("COURSES_CARD_PREFIX")) or query.upper()
    merged = Person.everybody.filter(card_code=code).exclude(merged_into=None)
    return Q(card_code=code) | Q(pk__in=merged.values("merged_into"))


def with_phone_ending(query: str) -> Q:
    digits = "".join(char for char in khmer.from_khmer_digits(query) if char.isdigit())
    if len(digits) < FEWEST_DIGITS:
        return Q(pk__in=[])
    phones = PersonPhone.objects.filter(e164__endswith=digits.lstrip("0"))
    return Q(pk__in=phones.values("person"))


def with_words(words: Iterable[str]) -> Q:
    found = Q()
    for word in words:
        letters = names.latin_key(word)
        in_latin = Q(key_latin__contains=letters) if letters else Q(pk__in=[])
        found &= Q(key_km__contains=word) | in_latin
    return found


def begins_with(word: str) -> Q:
    return (
        Q(key_km__startswith=word)
        | Q(family_name_latin__istartswith=word)
        | Q(given_name_latin__istartswith=word)
    )


def with_jobs(people: QuerySet[Person]) -> QuerySet[Person]:
    """The people with `jobs`: their employments that have not ended, the newest last."""
    jobs = Employment.objects.filter(ends_on__isnull=True).select_related("organization")
    return people.prefetch_related(Prefetch("employments", queryset=jobs, to_attr="jobs"))


def standing_on(run: CourseRun, people: Iterable[Person]) -> dict[int, Enrollment]:
    """The enrolment on the run, whatever its status, by person id."""
    ids = [person.pk for person in people]
    return {
        enrollment.person_id: enrollment
        for enrollment in Enrollment.objects.filter(run=run, person__in=ids)
    }
