"""Why something is counted that was not before, or is not any more: what is on record about it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cached_property

from django.db.models import Max, Min, Q, QuerySet

from courses.choices import ATTENDED, EnrollmentStatus, SessionStatus
from courses.models import Attendance, AttendanceEvent, Enrollment, PersonMerge, Session
from courses.queries.facts.source import Source
from courses.rules.differences import Cause, Standing, chief, why_gone, why_new
from courses.rules.kept_ids import Kept, Mark

#: Ids in one query.
AT_ONCE = 500
CALLED_OFF = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)

Links = dict[int, set[int]]
Written = dict[Mark, tuple[datetime, datetime]]


class Causes:
    """Asks about nothing but what differs between the two; some hundreds of ids in one query."""

    def __init__(self, then: Kept, now: Kept, as_at: datetime):
        self.then, self.now, self.as_at = then, now, as_at

    def of_attendances(self, mark: Mark, is_gone: bool) -> Cause:
        return self._marks[mark]

    def of_participations(self, enrollment: int, is_gone: bool) -> Cause:
        others = (self.now if is_gone else self.then).participations
        moved = self._moved(enrollment, is_gone, others.__contains__)
        return moved or chief(self._causes_of_places[enrollment, is_gone])

    def of_completions(self, enrollment: int, is_gone: bool) -> Cause:
        return self._completions[enrollment]

    def of_people(self, person: int, is_gone: bool) -> Cause:
        causes = self._causes_of_people[person, is_gone]
        return self._of_person(person, is_gone, self.then.people, causes)

    def of_people_completed(self, person: int, is_gone: bool) -> Cause:
        causes = self._causes_of_completed[person, is_gone]
        return self._of_person(person, is_gone, self.then.people_completed, causes)

    def person_of(self, enrollment: int) -> int | None:
        """Whose it is today; only for what differs."""
        place = self._places.get(enrollment)
        return self._humans.get(place.person_id, place.person_id) if place else None

    def _of_person(
        self, person: int, is_gone: bool, then: frozenset[int], causes: set[Cause]
    ) -> Cause:
        is_merged = person in self._humans if is_gone else self._absorbed[person] & then
        if is_merged:
            return Cause.MERGED
        own = causes - {Cause.UNMERGED}
        return Cause.UNMERGED if person in self._split_people and not own else chief(own)

    def _moved(
        self, enrollment: int, is_gone: bool, is_counted: Callable[[int], bool]
    ) -> Cause | None:
        """Whether it went over to another enrolment of the person, or came back from one;
        `is_counted` tells whether that one is counted at the other time."""
        place = self._places.get(enrollment)
        if is_gone and place and place.merged_into_id:
            return Cause.MERGED
        if not is_gone and any(map(is_counted, self._merged_from[enrollment])):
            return Cause.MERGED
        split = self._split_from if is_gone else self._split_to
        return Cause.UNMERGED if any(map(is_counted, split[enrollment])) else None

    @cached_property
    def _changed_marks(self) -> list[tuple[Mark, bool]]:
        """Each with whether it is gone."""
        return _changes(self.then.attendances, self.now.attendances)

    @cached_property
    def _places(self) -> dict[int, Enrollment]:
        then, now = self.then, self.now
        ids = {enrollment for (_session, enrollment), _is_gone in self._changed_marks}
        ids |= then.participations ^ now.participations | then.completions ^ now.completions
        fields = ("person_id", "status", "status_since", "merged_into_id")
        rows = Enrollment.objects.only(*fields)
        return {row.pk: row for row in _by(rows, "pk", ids)}

    @cached_property
    def _merged_from(self) -> Links:
        rows = Enrollment.objects.only("merged_into_id")
        return _links(
            (row.merged_into_id, row.pk) for row in _by(rows, "merged_into", self._places)
        )

    @cached_property
    def _undone(self) -> list[PersonMerge]:
        """Merges that stood then and do not any more."""
        return list(PersonMerge.objects.filter(merged_at__lte=self.as_at, undone_at__gt=self.as_at))

    @cached_property
    def _split(self) -> list[tuple[int, int]]:
        """Enrolments that had been merged then, each with the one that stood for it."""
        return [
            (entry["pk"], (entry["after"] or {})["merged_into_id"])
            for merge in self._undone
            for entry in merge.changes
            if entry["model"] == Enrollment._meta.label_lower
            and (entry["after"] or {}).get("merged_into_id")
        ]

    @cached_property
    def _split_to(self) -> Links:
        return _links(self._split)

    @cached_property
    def _split_from(self) -> Links:
        return _links((target, source) for source, target in self._split)

    @cached_property
    def _split_people(self) -> set[int]:
        return {pk for merge in self._undone for pk in (merge.kept_id, merge.absorbed_id)}

    @cached_property
    def _humans(self) -> dict[int, int]:
        return Source().humans

    @cached_property
    def _absorbed(self) -> Links:
        return _links((kept, absorbed) for absorbed, kept in self._humans.items())

    @cached_property
    def _marks(self) -> dict[Mark, Cause]:
        return {mark: self._of_mark(mark, is_gone) for mark, is_gone in self._changed_marks}

    def _of_mark(self, mark: Mark, is_gone: bool) -> Cause:
        session, enrollment = mark
        others = (self.now if is_gone else self.then).attendances
        moved = self._moved(enrollment, is_gone, lambda other: (session, other) in others)
        if moved:
            return moved
        standing = self._standing(mark)
        return why_gone(standing) if is_gone else why_new(standing, self.as_at)

    def _standing(self, mark: Mark) -> Standing:
        session, enrollment = self._sessions.get(mark[0]), self._places.get(mark[1])
        here = self._here.get(mark)
        first, last = self._written.get(mark) or ((here.marked_at,) * 2 if here else (None, None))
        return Standing(
            is_called_off=bool(session and session.status in CALLED_OFF),
            is_enrolled=bool(enrollment and enrollment.status == EnrollmentStatus.ENROLLED),
            place_since=enrollment and enrollment.status_since,
            is_here=bool(here and here.presence in ATTENDED and here.credited_minutes),
            first=first,
            last=last,
            closed_at=session and session.closed_at,
        )

    @cached_property
    def _sessions(self) -> dict[int, Session]:
        ids = {session for (session, _enrollment), _is_gone in self._changed_marks}
        return {row.pk: row for row in _by(Session.objects.only("status", "closed_at"), "pk", ids)}

    @property
    def _marked_places(self) -> set[int]:
        return {enrollment for (_session, enrollment), _is_gone in self._changed_marks}

    @cached_property
    def _here(self) -> dict[Mark, Attendance]:
        rows = _by(Attendance.objects.all(), "enrollment", self._marked_places)
        return {(row.session_id, row.enrollment_id): row for row in rows}

    @cached_property
    def _written(self) -> Written:
        """When each mark was first and last told."""
        rows = AttendanceEvent.objects.order_by().values("session", "enrollment")
        rows = rows.annotate(first=Min("recorded_at"), last=Max("recorded_at"))
        return {
            (row["session"], row["enrollment"]): (row["first"], row["last"])
            for row in _by(rows, "enrollment", self._marked_places)
        }

    @cached_property
    def _causes_of_places(self) -> dict[tuple[int, bool], set[Cause]]:
        found = defaultdict(set)
        for (session, enrollment), is_gone in self._changed_marks:
            found[enrollment, is_gone].add(self._marks[session, enrollment])
        return found

    @cached_property
    def _causes_of_people(self) -> dict[tuple[int | None, bool], set[Cause]]:
        found = defaultdict(set)
        for (enrollment, is_gone), causes in self._causes_of_places.items():
            found[self.person_of(enrollment), is_gone] |= causes
        return found

    @cached_property
    def _completions(self) -> dict[int, Cause]:
        changed = _changes(self.then.completions, self.now.completions)
        return {place: self._of_completion(place, is_gone) for place, is_gone in changed}

    def _of_completion(self, enrollment: int, is_gone: bool) -> Cause:
        others = (self.now if is_gone else self.then).completions
        if moved := self._moved(enrollment, is_gone, others.__contains__):
            return moved
        place = self._places.get(enrollment)
        if is_gone:
            is_place = place and place.status != EnrollmentStatus.ENROLLED
        else:
            is_place = place and place.status_since > self.as_at
        otherwise = Cause.PLACE if is_place else Cause.VERDICT
        return chief(self._causes_of_places[enrollment, is_gone], otherwise)

    @cached_property
    def _causes_of_completed(self) -> dict[tuple[int | None, bool], set[Cause]]:
        found = defaultdict(set)
        for enrollment, is_gone in _changes(self.then.completions, self.now.completions):
            found[self.person_of(enrollment), is_gone].add(self._completions[enrollment])
        return found


def _changes(then: frozenset, now: frozenset) -> list[tuple]:
    return [*((each, True) for each in then - now), *((each, False) for each in now - then)]


def _links(pairs: Iterable[tuple[int, int]]) -> Links:
    found: Links = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return found


def _by(rows: QuerySet, field: str, ids: Iterable[int]) -> Iterator:
    """The rows whose field is one of the ids, some hundreds at a time."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield from rows.filter(Q(**{f"{field}__in": ordered[start : start + AT_ONCE]}))
