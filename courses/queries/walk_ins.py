"""Walk-ins of a run who may be somebody on its list: at most three names for each."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, QuerySet

from courses.choices import EnrollmentSource, MatchReason
from courses.models import Attendance, CourseRun, DistinctPair, Enrollment, Person
from courses.queries.matching import known_records, records_of
from courses.rules.matching import LOOK_BITS, Match, judge, likelihood
from courses.rules.traits import Known, Traits

CANDIDATES = 3
#: What makes somebody with another name worth a look.
ALIKE = frozenset({MatchReason.SAME_PHONE, MatchReason.SAME_NUMBER})


@dataclass(frozen=True)
class Candidate:
    """Somebody on the list who has not come; `percent` is how likely she is the walk-in, `reasons`
    are words."""

    place: Enrollment
    percent: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class WalkIn:
    place: Enrollment
    candidates: tuple[Candidate, ...]


def walk_ins_to_match(run: CourseRun) -> tuple[WalkIn, ...]:
    """Walk-ins who may be one of those on the list who have not come; see `walk_ins_by_run`."""
    return walk_ins_by_run([run.pk]).get(run.pk, ())


def walk_ins_by_run(runs: Collection[int]) -> dict[int, tuple[WalkIn, ...]]:
    """For the ids of runs, where there are any: their walk-ins, in reading order, who may be one of
    those on the list who have not come, the likeliest first. Pairs that were told apart are left
    out. At most ten queries."""
    came, missing = _by_run(walk_ins_on(runs)), _by_run(missing_on(runs))
    both = came.keys() & missing.keys()
    if not both:
        return {}
    arrived = [place.person_id for run in both for place in came[run]]
    absent = sorted({place.person_id for run in both for place in missing[run]})
    told = {each.record: each for each in records_of(Person.objects.filter(pk__in=arrived))}
    known = {each.person: each for each in known_records(absent)}
    apart = _told_apart([*arrived, *absent])
    found = {
        run: tuple(_alike(came[run], missing[run], told, known, apart))
        for run in runs
        if run in both
    }
    return {run: walk_ins for run, walk_ins in found.items() if walk_ins}


def _by_run(places: Iterable[Enrollment]) -> dict[int, list[Enrollment]]:
    groups: dict[int, list[Enrollment]] = {}
    for place in places:
        groups.setdefault(place.run_id, []).append(place)
    return groups


def _alike(
    came: list[Enrollment],
    missing: list[Enrollment],
    told: dict[int, Traits],
    known: dict[int, Known],
    apart: set[frozenset[int]],
) -> Iterator[WalkIn]:
    """The walk-ins of one run with the likeliest of those who are missing from it."""
    listed = {place.person_id: place for place in missing}
    for place in came:
        traits = replace(told[place.person_id], record=None)
        others = [pk for pk in listed if frozenset((place.person_id, pk)) not in apart]
        matches = [
            match
            for pk in others
            if (match := judge(traits, known[pk], among=len(listed), least=LOOK_BITS))
            and _speaks_for_one(match)
        ]
        best = sorted(matches, key=lambda match: (-match.score, match.person))[:CANDIDATES]
        if best:
            yield WalkIn(place, tuple(_candidate(match, listed) for match in best))


def _speaks_for_one(match: Match) -> bool:
    """Whether more than the workplace, the sex or the age is alike: on one run these say little."""
    return MatchReason.OTHER_NAME not in match.reasons or bool(ALIKE.intersection(match.reasons))


def _candidate(match: Match, missing: dict[int, Enrollment]) -> Candidate:
    return Candidate(
        missing[match.person],
        min(99, round(100 * likelihood(match.score))),
        tuple(str(MatchReason(code).label) for code in match.reasons),
    )


def walk_ins_on(runs: Collection[int]) -> QuerySet[Enrollment]:
    """Who came to the runs by the door, in reading order."""
    rows = Enrollment.objects.enrolled().filter(run__in=runs, source=EnrollmentSource.WALK_IN)
    rows = rows.filter(person__erased_at=None).select_related("person", "employer")
    return rows.order_by("person__sort_key", "person_id")


def missing_on(runs: Collection[int]) -> QuerySet[Enrollment]:
    """Who is on the list of a run and has come to none of its sessions, in reading order."""
    came = Attendance.objects.attended().filter(enrollment=OuterRef("pk"))
    rows = Enrollment.objects.enrolled().filter(run__in=runs)
    rows = rows.exclude(source=EnrollmentSource.WALK_IN)
    rows = rows.filter(~Exists(came), person__erased_at=None)
    return rows.select_related("person", "employer").order_by("person__sort_key", "person_id")


def _told_apart(people: list[int]) -> set[frozenset[int]]:
    pairs = DistinctPair.objects.filter(first__in=people, second__in=people)
    return {frozenset(pair) for pair in pairs.values_list("first", "second")}
