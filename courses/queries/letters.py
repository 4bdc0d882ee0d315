"""The letters that names hold and begin with, where the database keeps an index of them.

PostgreSQL alone has it: every pair of neighbouring letters, and the first two of each name behind
a `^`, in one array. Elsewhere the conditions ask nothing.
"""

from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Field, Func, Q, QuerySet, Value
from django.db.models.functions import Concat, Left, Upper

from courses.models import Person
from courses.rules import names

#: So many are looked at in reading order before more is asked of the index of letters.
GLANCE = 20_000


#: Takes the first that a query with pk, sort_key and fits finds, in its own order.
FIRST_SEEN = (
    "SELECT seen.pk FROM ({}) AS seen WHERE seen.fits ORDER BY seen.sort_key, seen.pk LIMIT"
)
#: Sorts what a query with rank, sort_key and pk finds, and counts it.
FIRST_OF = (
    "SELECT found.pk, count(*) OVER () FROM ({}) AS found"
    " ORDER BY found.rank, found.sort_key, found.pk LIMIT"
)


class _Holds(Func):
    """Whether the letters of the names hold all of an array. As the index is written."""

    template = (
        "sala_letters(key_km, key_latin, family_name_latin, given_name_latin) @> %(expressions)s"
    )
    output_field = BooleanField()


class _Array(Func):
    template = "ARRAY[%(expressions)s]::text[]"
    output_field = Field()


def are_indexed() -> bool:
    return connection.vendor == "postgresql"


def first_of_few(rows: QuerySet[Person], at_most: int, *, among: int) -> list[int] | None:
    """The ids of the first by rank and reading order, where there are not more than `among` rows;
    None where there are, or where no index finds them. No order is asked of the rows themselves, so
    that the database stops at too many."""
    if not are_indexed():
        return None
    found = rows.order_by().values_list("rank", "sort_key", "pk")[: among + 1]
    try:
        sql, values = found.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{FIRST_OF.format(sql)} {int(at_most)}", values)
        first = cursor.fetchall()
    return None if first and first[0][1] > among else [pk for pk, _count in first]


def first_seen(people: QuerySet[Person], fitting: Q, at_most: int) -> list[int]:
    """The ids of the first in reading order who fit, among the first `GLANCE` of the people. What
    it takes depends neither on how many fit nor on how many there are."""
    fits = ExpressionWrapper(fitting, output_field=BooleanField())
    seen = people.annotate(fits=fits).order_by("sort_key", "pk")
    sql, values = seen.values_list("pk", "sort_key", "fits")[:GLANCE].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{FIRST_SEEN.format(sql)} {int(at_most)}", values)
        return [pk for (pk,) in cursor.fetchall()]


def holding(words: Iterable[str]) -> Q:
    """People with the pairs of letters of each word, in either script. Needed, not enough: the
    pairs may stand apart. Only for people themselves, not through a relation."""
    found = Q()
    for word in words if are_indexed() else ():
        found &= _either(word, [])
    return found


def beginning(word: str) -> Q:
    """People with the pairs of the word, one of whose names begins with its first two letters.
    Needed, not enough."""
    if not are_indexed() or len(word) < 2:
        return Q()
    return _either(word, [Concat(Value("^"), Upper(Left(Value(word), 2)))])


def _either(word: str, others: list[Func]) -> Q:
    found = Q()
    for text in sorted({word, names.latin_key(word) or word}):
        pairs = sorted({text[place : place + 2] for place in range(len(text) - 1)})
        found |= Q(_Holds(_Array(*map(Value, pairs), *others)))
    return found
