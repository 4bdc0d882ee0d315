"""Walk-ins of a run who may be somebody on its list: at most three names for each."""

from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, QuerySet

from courses.choices import EnrollmentSource, MatchReason
from courses.models import Attendance, CourseRun, DistinctPair, Enrollment, Person
from courses.queries.matching import known_records, records_of
from courses.rules.matching import LOOK_BITS, Match, judge, likelihood

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


def walk_ins_to_match(run: CourseRun) -> list[WalkIn]:
    """Walk-ins who may be one of those on the list who have not come, the likeliest first. Pairs
    that were told apart are left out. At most ten queries."""
    walk_ins = list(walk_ins_of(run))
    missing = {place.person_id: place for place in missing_of(run)} if walk_ins else {}
    if not missing:
        return []
    people = Person.objects.filter(pk__in=[place.person_id for place in walk_ins])
    told = {traits.record: traits for traits in records_of(people)}
    known = list(known_records(sorted(missing)))
    apart = _told_apart([*told, *missing])
    found = []
    for place in walk_ins:
        traits = replace(told[place.person_id], record=None)
        matches = [
            match
            for each in known
            if frozenset((place.person_id, each.person)) not in apart
            and (match := judge(traits, each, among=len(known), least=LOOK_BITS))
            and _speaks_for_one(match)
        ]
        best = sorted(matches, key=lambda match: (-match.score, match.person))[:CANDIDATES]
        if best:
            found.append(WalkIn(place, tuple(_candidate(match, missing) for match in best)))
    return found


def _speaks_for_one(match: Match) -> bool:
    """Whether more than the workplace, the sex or the age is alike: on one run these say little."""
    return MatchReason.OTHER_NAME not in match.reasons or bool(ALIKE.intersection(match.reasons))


def _candidate(match: Match, missing: dict[int, Enrollment]) -> Candidate:
    return Candidate(
        missing[match.person],
        min(99, round(100 * likelihood(match.score))),
        tuple(str(MatchReason(code).label) for code in match.reasons),
    )


def walk_ins_of(run: CourseRun) -> QuerySet[Enrollment]:
    """Who came by the door, in reading order."""
    rows = run.enrollments.enrolled().filter(source=EnrollmentSource.WALK_IN)
    rows = rows.filter(person__erased_at=None).select_related("person", "employer")
    return rows.order_by("person__sort_key", "person_id")


def missing_of(run: CourseRun) -> QuerySet[Enrollment]:
    """Who is on the list of the run and has come to none of its sessions, in reading order."""
    came = Attendance.objects.attended().filter(enrollment=OuterRef("pk"))
    rows = run.enrollments.enrolled().exclude(source=EnrollmentSource.WALK_IN)
    rows = rows.filter(~Exists(came), person__erased_at=None)
    return rows.select_related("person", "employer").order_by("person__sort_key", "person_id")


def _told_apart(people: list[int]) -> set[frozenset[int]]:
    pairs = DistinctPair.objects.filter(first__in=people, second__in=people)
    return {frozenset(pair) for pair in pairs.values_list("first", "second")}
