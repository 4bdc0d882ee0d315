"""Pairs of records that may be of one person: found by comparing, and waiting for a decision."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from courses.models import DistinctPair, DuplicateCandidate, Enrollment, Person, PersonMerge
from courses.queries.matching import candidates_for, records_of
from courses.queries.merging import DETAILS, NOTHING
from courses.queries.owners import Owner, owned_by
from courses.rules.matching import Match
from courses.rules.merging import Weight, which_stays

#: As many answers as a reviewer can take back from the screen of the queue.
LAST_ANSWERS = 5

Pair = tuple[int, int]


def pair_of(one: int, other: int) -> Pair:
    """Two ids in the order in which pairs are kept."""
    return (one, other) if one < other else (other, one)


def pairs_alike(people: QuerySet[Person]) -> dict[Pair, Match]:
    """Pairs of one of the people with anybody on record, by their ids, with the better of two
    comparisons; without pairs that somebody told apart. Ten queries for any number of people."""
    told = records_of(people)
    found: dict[Pair, Match] = {}
    for traits, matches in zip(told, candidates_for(told), strict=True):
        for match in matches:
            pair = pair_of(traits.record, match.person)
            if pair not in found or found[pair].score < match.score:
                found[pair] = match
    for pair in pairs_told_apart(found):
        found.pop(pair, None)
    return found


def pairs_told_apart(among: Iterable[Pair]) -> set[Pair]:
    """The answers "not the same" in which somebody of the pairs comes first."""
    answers = DistinctPair.objects.filter(first__in={first for first, _second in among})
    return set(answers.order_by().values_list("first", "second"))


def pairs_on_runs_of(
    pairs: QuerySet[DuplicateCandidate], owner: Owner
) -> QuerySet[DuplicateCandidate]:
    """The pairs with somebody on a run that is the owner's business."""
    people = owned_by(Enrollment.objects.standing(), "run", owner).order_by().values("person")
    return pairs.filter(Q(first__in=people) | Q(second__in=people))


def next_pair(pairs: QuerySet[DuplicateCandidate]) -> DuplicateCandidate | None:
    return pairs.in_order_of_review().select_related("first", "second").first()


def better_first(pair: DuplicateCandidate) -> tuple[Person, Person]:
    """Both people of a pair, the one whose record should stay first. One query."""
    runs = Person.objects.filter(pk__in=(pair.first_id, pair.second_id))
    runs = dict(runs.order_by().annotate(n=Count("enrollments")).values_list("pk", "n"))
    people = {person.pk: person for person in (pair.first, pair.second)}
    stays = which_stays(*(_weight(person, runs.get(pk, 0)) for pk, person in people.items()))
    return people.pop(stays), *people.values()


def _weight(person: Person, runs: int) -> Weight:
    known = sum(getattr(person, name) not in NOTHING for names in DETAILS for name in names)
    return Weight(person.pk, has_login=bool(person.user_id), runs=runs, details=known)


@dataclass(frozen=True)
class Answer:
    """What a reviewer answered: a merge that stands, or a pair that is not the same person."""

    merge: PersonMerge | None = None
    apart: DistinctPair | None = None

    @property
    def at(self):
        return self.merge.merged_at if self.merge else self.apart.decided_at

    @property
    def people(self) -> tuple[Person, Person]:
        if self.merge:
            return self.merge.kept, self.merge.absorbed
        return self.apart.first, self.apart.second


def last_answers(user) -> list[Answer]:
    """The newest answers of the user, the newest first. Two queries."""
    merges = PersonMerge.objects.standing().filter(merged_by=user)
    merges = merges.select_related("kept", "absorbed").defer("changes")
    apart = DistinctPair.objects.filter(decided_by=user).select_related("first", "second")
    found = [Answer(merge=merge) for merge in merges.order_by("-pk")[:LAST_ANSWERS]]
    found += [Answer(apart=pair) for pair in apart.order_by("-pk")[:LAST_ANSWERS]]
    return sorted(found, key=lambda answer: answer.at, reverse=True)[:LAST_ANSWERS]
