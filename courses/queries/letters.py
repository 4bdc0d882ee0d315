"""The letters that names hold and begin with, where the database keeps an index of them.

PostgreSQL alone has it: every pair of neighbouring letters, and the first two of each name behind
a `^`, in one array. Elsewhere the conditions ask nothing.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.models import BooleanField, Field, Func, Q, Value
from django.db.models.functions import Concat, Left, Upper

from courses.rules import names


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
