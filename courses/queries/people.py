"""People by name, card code, phone or employee number, and who may already be known."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from courses import conf
from courses.models import CourseRun, Employment, Enrollment, Person, PersonPhone
from courses.queries import letters
from courses.rules import card_codes, khmer, khmer_order, names

SHORTEST_QUERY = 2
FEWEST_DIGITS = 6
#: So many people are looked through by the letters in their names before those are asked for whose
#: names begin with them.
LOOKED_THROUGH = 200
#: So many are sorted here; more are left to the index that has them in order.
FEW = 5000
EVERYBODY = Q()


def people_matching(query: str) -> QuerySet[Person]:
    """People whose name holds every word of the query, or whose card code, phone or employee number
    it is.

    Names that begin with the first word come first. A single letter finds nobody. Ranks everybody
    who is found; `first_matching` is for the first few.
    """
    return with_rank(query).order_by("rank", "sort_key", "pk")


def first_matching(query: str, at_most: int) -> QuerySet[Person]:
    """The first of `people_matching`. Fast with any number of people on record: an index of letters
    finds the few, and the many are read in reading order until there are enough."""
    few = _few(with_rank(query)) if letters.are_indexed() else None
    return in_this_order((_as_read(query, at_most) if few is None else few)[:at_most])


def _few(rows: QuerySet[Person]) -> list[int] | None:
    """The ids in order where they are not many, else None. Does not ask the database for an order,
    so that it stops at too many."""
    found = list(rows.order_by().values_list("rank", "sort_key", "pk")[: FEW + 1])
    return None if len(found) > FEW else [pk for _rank, _key, pk in sorted(found)]


def _as_read(query: str, at_most: int) -> list[int]:
    """The ids of the first, read in order. Whole indexes are walked through where few are found."""
    read = _ranked(query, _in_names(query)).order_by("sort_key", "pk")
    if khmer.khmer_share(query) and len(first := _that_begin(read, query, at_most)) == at_most:
        return first
    seen = list(read.values_list("pk", "rank")[: max(LOOKED_THROUGH, at_most)])
    if len(seen) < LOOKED_THROUGH:
        return [pk for pk, _rank in sorted(seen, key=lambda row: row[1])]
    first = _that_begin(read, query, at_most)
    return list(dict.fromkeys([*first, *(pk for pk, _rank in seen)]))


def _that_begin(read: QuerySet[Person], query: str, at_most: int) -> list[int]:
    """The ids of the first whose names begin with the first word. Names in Khmer stand together in
    reading order, so only those with the first letter are read; a name in Latin may stand
    anywhere."""
    word = next(iter(_words(query)), "")
    if not word:
        return []
    rows = read.filter(begins_with(word))
    if letters.are_indexed() and (few := _few(rows.filter(letters.beginning(word)))) is not None:
        return few[:at_most]
    if khmer.khmer_share(word[0]):
        start, end = khmer_order.keys_of_first_letter(word)
        rows = rows.filter(sort_key__gte=start, sort_key__lt=end)
    return list(rows.values_list("pk", flat=True)[:at_most])


def in_this_order(ids: list[int]) -> QuerySet[Person]:
    place = Case(
        *(When(pk=pk, then=Value(place)) for place, pk in enumerate(ids)),
        output_field=IntegerField(),
    )
    rows = Person.objects.filter(pk__in=ids)
    return rows.order_by(place) if ids else rows


def with_rank(query: str) -> QuerySet[Person]:
    """Who is found, with `rank`: 0 where the name begins with the first word, else 1."""
    return _ranked(query, matching(query))


def _ranked(query: str, found: Q) -> QuerySet[Person]:
    words = _words(query)
    begins = begins_with(words[0]) if words else Q(pk__in=[])
    rank = Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Person.objects.filter(found).annotate(rank=rank)


def matching(query: str) -> Q:
    """As `people_matching`; for people themselves, not through a relation."""
    words = _words(query)
    return _in_names(query, letters.holding(words)) if words else _in_names(query)


def _in_names(query: str, needed: Q = EVERYBODY) -> Q:
    """Who is found, where names also meet what is `needed`. A query with digits is looked up among
    codes, phones and numbers at once, so that the condition is about the names alone and their
    index serves it."""
    query = query.strip()
    if len(query) < SHORTEST_QUERY:
        return Q(pk__in=[])
    words, known = _words(query), _with_code_or_number(query)
    if not words:
        return Q(pk__in=known)
    in_names = needed & with_words(words)
    return in_names | Q(pk__in=known) if known else in_names


def _words(query: str) -> tuple[str, ...]:
    """The words that may be of a name: none of a query without letters."""
    if not any(char.isalpha() for char in query):
        return ()
    return khmer.search_words(query)


def _with_code_or_number(query: str) -> list[int]:
    """The ids of people with the card, also with that of a record that was merged into theirs, with
    a phone that holds the digits, or with the employee number somewhere."""
    code = card_codes.normalise(query, prefix=conf.get("COURSES_CARD_PREFIX"))
    plain = khmer.from_khmer_digits(query)
    if not (code or any(char.isdigit() for char in plain)):
        return []
    people = Person.everybody.filter(card_code__in={code or plain.upper(), plain.upper()})
    people = people.order_by().values_list("pk", "merged_into")
    jobs = Employment.objects.filter(employee_number__in={plain, plain.upper(), plain.lower()})
    found = {into or pk for pk, into in people}
    found.update(jobs.order_by().values_list("person", flat=True))
    return sorted(found.union(_with_phone(plain)))


def _with_phone(query: str) -> QuerySet | tuple:
    digits = "".join(char for char in query if char.isdigit())
    if len(digits) < FEWEST_DIGITS:
        return ()
    phones = PersonPhone.objects.filter(e164__contains=digits.lstrip("0"))
    return phones.order_by().values_list("person", flat=True)


def with_words(words: Iterable[str]) -> Q:
    found = Q()
    for word in words:
        in_khmer, in_latin = Q(key_km__contains=word), names.latin_key(word)
        found &= in_khmer | Q(key_latin__contains=in_latin) if in_latin else in_khmer
    return found


def begins_with(word: str) -> Q:
    in_khmer = Q(key_km__startswith=word)
    if khmer.khmer_share(word) == 1:
        return in_khmer
    return in_khmer | Q(family_name_latin__istartswith=word) | Q(given_name_latin__istartswith=word)


def with_jobs(people: QuerySet[Person]) -> QuerySet[Person]:
    """The people with `jobs`: their employments that have not ended, the newest last."""
    jobs = Employment.objects.filter(ends_on__isnull=True).select_related("organization")
    return people.prefetch_related(Prefetch("employments", queryset=jobs, to_attr="jobs"))


def newest_employers(people: Iterable[Person]) -> dict[int, int]:
    """Ids of the organizations for which people work now, by person id, of several the newest; one
    that became part of another counts as that one. One query."""
    jobs = Employment.objects.filter(
        person__in=[person.pk for person in people], ends_on__isnull=True
    )
    jobs = jobs.select_related("organization__merged_into").order_by("pk")
    return {job.person_id: job.organization.standing.pk for job in jobs}


def standing_on(run: CourseRun, people: Iterable[Person]) -> dict[int, Enrollment]:
    """The enrolment on the run, whatever its status, by person id."""
    ids = [person.pk for person in people]
    return {
        enrollment.person_id: enrollment
        for enrollment in Enrollment.objects.filter(run=run, person__in=ids)
    }
