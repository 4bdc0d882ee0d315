"""Find records that may be of one person, keep them in a queue, and take answers back."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from courses.actions.audit import record
from courses.models import DistinctPair, DuplicateCandidate, Person
from courses.queries.duplicates import Pair, pairs_alike
from courses.rules.matching import Match

#: Compared in one go; SQLite takes 32,766 values in a statement, and a person brings a few.
PEOPLE_AT_ONCE = 2000


@transaction.atomic
def compare_newcomers() -> int:
    """Compare the next 2,000 people who were not compared yet with everybody on record and queue
    who is alike; returns how many were compared. Idempotent: whom it missed, the next call finds.
    """
    waiting = Person.objects.filter(compared_at=None).order_by("pk")
    ids = list(waiting.values_list("pk", flat=True)[:PEOPLE_AT_ONCE])
    if ids:
        people = Person.objects.filter(pk__in=ids)
        _queue(pairs_alike(people))
        people.update(compared_at=timezone.now())
    return len(ids)


def compare_everybody() -> int:
    """Compare all people anew; returns how many pairs are queued. Pairs that are not alike any
    more leave the queue, the others keep since when they are in it. Idempotent."""
    moment, found = timezone.now(), {}
    for ids in _everybody():
        found |= pairs_alike(Person.objects.filter(pk__in=ids))
    _replace(found, moment)
    return len(found)


def _everybody() -> Iterator[list[int]]:
    last = 0
    people = Person.objects.order_by("pk").values_list("pk", flat=True)
    while ids := list(people.filter(pk__gt=last)[:PEOPLE_AT_ONCE]):
        yield ids
        last = ids[-1]


@transaction.atomic
def _replace(found: dict[Pair, Match], moment) -> None:
    """Pairs queued since `moment` stay: somebody came while the others were compared."""
    both_here = Q(first__merged_into=None, second__merged_into=None)
    old = DuplicateCandidate.objects.filter(both_here, found_at__lt=moment)
    gone = [
        pk for pk, *pair in old.values_list("pk", "first", "second") if tuple(pair) not in found
    ]
    for start in range(0, len(gone), PEOPLE_AT_ONCE):
        DuplicateCandidate.objects.filter(pk__in=gone[start : start + PEOPLE_AT_ONCE]).delete()
    _queue(found)
    Person.objects.filter(created_at__lt=moment).update(compared_at=moment)


def _queue(found: dict[Pair, Match]) -> None:
    DuplicateCandidate.objects.bulk_create(
        (
            DuplicateCandidate(
                first_id=first, second_id=second, bits=match.score, reasons=match.reasons
            )
            for (first, second), match in found.items()
        ),
        batch_size=PEOPLE_AT_ONCE,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["bits", "reasons"],
    )


@transaction.atomic
def put_off(pair: DuplicateCandidate) -> None:
    """Let a pair wait behind all others."""
    DuplicateCandidate.objects.filter(pk=pair.pk).update(put_off_at=timezone.now())


@transaction.atomic
def take_back_answer(pair: DistinctPair, *, by: AbstractBaseUser) -> None:
    """Forget that two people are not the same; where they are alike, the queue has them again.
    Idempotent."""
    for person, other in ((pair.first, pair.second), (pair.second, pair.first)):
        record(person, "answer_taken_back", by=by, other=other.card_code)
    DistinctPair.objects.filter(pk=pair.pk).delete()
