"""People by name, card code, phone or employee number, and who may already be known."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from courses import conf
from courses.models import CourseRun, Employment, Enrollment, Person, PersonPhone
from courses.queries import letters
from courses.rules import card_codes, khmer, khmer_order, names
from courses.rules.phones import parse_phones

SHORTEST_QUERY = 2
FEWEST_DIGITS = 6
#: So many of those whose names hold the letters are looked through, in reading order, for people
#: whose names begin with them.
LOOKED_THROUGH = 200
#: So many people are sorted who hold the letters, and so many whose names begin with them; more are
#: left to the index that has them in order.
FEW, FEW_THAT_BEGIN = 5_000, 20_000
EVERYBODY = Q()

Phones = QuerySet[PersonPhone] | None


def people_matching(query: str, phones: Phones = None) -> QuerySet[Person]:
    """People whose name holds every word of the query, or whose card code, phone or employee number
    it is; `phones` are those that may be looked through, None for all.

    Names that begin with the first word come first. A single letter finds nobody. Ranks everybody
    who is found; `first_matching` is for the first few.
    """
    return with_rank(query, phones).order_by("rank", "sort_key", "pk")


def first_matching(query: str, at_most: int, phones: Phones = None) -> QuerySet[Person]:
    """The first of `people_matching`. Fast with any number of people on record: an index of letters
    finds and sorts the few; of the many, enough often stand early in reading order, and else they
    are read in that order until there are enough."""
    return in_this_order(_first_ids(query, at_most, phones))


def _first_ids(query: str, at_most: int, phones: Phones) -> list[int]:
    if not letters.are_indexed():
        return _as_read(query, at_most, phones)
    few = letters.first_of_few(with_rank(query, phones), at_most, among=FEW)
    if few is not None:
        return few
    first = _at_a_glance(query, at_most)
    if len(first) == at_most:
        return first
    begin = _few_that_begin(_ranked(query, _in_names(query, phones)), query, at_most)
    return begin if len(begin or ()) == at_most else _as_read(query, at_most, phones)


def _at_a_glance(query: str, at_most: int) -> list[int]:
    """The ids of the first whose names begin with the first word, as far as a short look finds
    them: at the first people of all, or for a Khmer word at those with its first letter. Nobody for
    what may be a code or a number."""
    words = _words(query)
    if not words or len(query.strip()) < SHORTEST_QUERY or any(map(str.isdigit, query)):
        return []
    people = _from_first_letter(Person.objects.all(), words[0])
    return letters.first_seen(people, with_words(words) & begins_with(words[0]), at_most)


def _as_read(query: str, at_most: int, phones: Phones) -> list[int]:
    """The ids of the first, read in order. Whole indexes are walked through where few are found."""
    read = _ranked(query, _in_names(query, phones)).order_by("sort_key", "pk")
    if khmer.khmer_share(query) and len(first := _that_begin(read, query, at_most)) == at_most:
        return first
    seen = list(read.values_list("pk", "rank")[: max(LOOKED_THROUGH, at_most)])
    ranked = [pk for pk, _rank in sorted(seen, key=lambda row: row[1])]
    begin = sum(rank == 0 for _pk, rank in seen)
    if begin >= at_most or len(seen) < LOOKED_THROUGH:
        return ranked[:at_most]
    return list(dict.fromkeys([*_that_begin(read, query, at_most), *ranked]))[:at_most]


def _that_begin(read: QuerySet[Person], query: str, at_most: int) -> list[int]:
    """The ids of the first whose names begin with the first word. Names in Khmer stand together in
    reading order, so only those with the first letter are read; a name in Latin may stand
    anywhere."""
    word = next(iter(_words(query)), "")
    if not word:
        return []
    rows = read.filter(begins_with(word))
    if (few := _few_that_begin(read, query, at_most)) is not None:
        return few
    return list(_from_first_letter(rows, word).values_list("pk", flat=True)[:at_most])


def _few_that_begin(rows: QuerySet[Person], query: str, at_most: int) -> list[int] | None:
    """The same, found by the letters of a name in Latin; None where that is too much to sort."""
    words = _words(query)
    if not words or khmer.khmer_share(words[0][0]):
        return None
    rows = rows.filter(begins_with(words[0]), letters.beginning(words[0]))
    return letters.first_of_few(rows, at_most, among=FEW_THAT_BEGIN)


def _from_first_letter(people: QuerySet[Person], word: str) -> QuerySet[Person]:
    """Those with the first letter of a Khmer word; all for a word in Latin."""
    if not khmer.khmer_share(word[0]):
        return people
    start, end = khmer_order.keys_of_first_letter(word)
    return people.filter(sort_key__gte=start, sort_key__lt=end)


def in_this_order(ids: list[int]) -> QuerySet[Person]:
    place = Case(
        *(When(pk=pk, then=Value(place)) for place, pk in enumerate(ids)),
        output_field=IntegerField(),
    )
    rows = Person.objects.filter(pk__in=ids)
    return rows.order_by(place) if ids else rows


def with_rank(query: str, phones: Phones = None) -> QuerySet[Person]:
    """Who is found, with `rank`: 0 where the name begins with the first word, else 1."""
    return _ranked(query, matching(query, phones))


def _ranked(query: str, found: Q) -> QuerySet[Person]:
    words = _words(query)
    begins = begins_with(words[0]) if words else Q(pk__in=[])
    rank = Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Person.objects.filter(found).annotate(rank=rank)


def matching(query: str, phones: Phones = None) -> Q:
    """As `people_matching`; for people themselves, not through a relation."""
    words = _words(query)
    return _in_names(query, phones, letters.holding(words) if words else EVERYBODY)


def _in_names(query: str, phones: Phones, needed: Q = EVERYBODY) -> Q:
    """Who is found, where names also meet what is `needed`. A query with digits is looked up among
    codes, phones and numbers at once, so that the condition is about the names alone and their
    index serves it."""
    query = query.strip()
    if len(query) < SHORTEST_QUERY:
        return Q(pk__in=[])
    words, known = _words(query), _with_code_or_number(query, phones)
    if not words:
        return Q(pk__in=known)
    in_names = needed & with_words(words)
    return in_names | Q(pk__in=known) if known else in_names


def _words(query: str) -> tuple[str, ...]:
    """The words that may be of a name: none of a query without letters."""
    if not any(char.isalpha() for char in query):
        return ()
    return khmer.search_words(query)


def _with_code_or_number(query: str, phones: Phones) -> list[int]:
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
    return sorted(found.union(_with_phone(plain, phones)))


def _with_phone(query: str, phones: Phones) -> set[int]:
    """By the digits of a number, whatever stands between them. A number without international form
    is found as it was written."""
    digits = "".join(char for char in query if char.isdigit())
    if len(digits) < FEWEST_DIGITS:
        return set()
    rows = PersonPhone.objects.all() if phones is None else phones
    rows = rows.order_by().values_list("person", flat=True)
    found = set(rows.filter(e164__contains=digits.lstrip("0")))
    return found.union(rows.filter(e164="", raw__regex=r"\D*".join(digits)))


def ids_with_whole_phone(query: str) -> list[int]:
    """The ids of people who have the phone number that somebody told, not a part of it."""
    told = parse_phones(query, conf.get("COURSES_PHONE_REGION"))
    numbers = [phone.e164 for phone in told if phone.e164]
    rows = PersonPhone.objects.filter(e164__in=numbers, person__merged_into=None)
    return list(rows.order_by("person").values_list("person", flat=True)) if numbers else []


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


def with_jobs(
    people: QuerySet[Person], employments: QuerySet[Employment] | None = None
) -> QuerySet[Person]:
    """The people with `jobs`: their employments that have not ended, the newest last; of all, or of
    those given."""
    jobs = Employment.objects.all() if employments is None else employments
    jobs = jobs.filter(ends_on__isnull=True).select_related("organization__province")
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
