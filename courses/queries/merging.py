"""What a merge of two people would do: what follows, what both have, which blanks it fills."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Model, Q, QuerySet

from courses.choices import Sex
from courses.models import Attendance, CourseRun, DistinctPair, Enrollment, Person, PersonMerge
from courses.rules.merging import Side, mark_strength, place_strength

#: What belongs to a person, by reverse name, and by which fields two rows say the same; rows
#: without such fields all follow.
BELONGINGS: dict[str, tuple[str, ...]] = {
    "enrollments": ("run_id",),
    "run_trainings": ("run_id",),
    "session_trainings": ("session_id",),
    "roster_places": ("roster_id",),
    "phones": ("raw",),
    "employments": (
        "organization_id",
        "role",
        "employee_number",
        "section",
        "starts_on",
        "ends_on",
    ),
    "consents": (),
    "functioning": ("answered_on",),
    "messages": (),
    "lesson_progress": ("lesson_key",),
    "lesson_events": (),
    "quiz_attempts": ("place",),
}
#: Fields of a person that stand or fall together; a group is filled where nothing is in it.
DETAILS = (
    ("name_km",),
    ("family_name_latin", "given_name_latin"),
    ("known_as",),
    ("title",),
    ("sex",),
    ("birth_year", "birth_year_is_estimated"),
    ("email",),
    ("reads_khmer",),
)
NOTHING = (None, "", False, Sex.NOT_STATED)


@dataclass
class Share:
    """Rows of one kind that the absorbed person has: `moving` alone, `pairs` with the kept one's
    row that says the same, as (absorbed, kept)."""

    moving: list[Model] = field(default_factory=list)
    pairs: list[tuple[Any, Any]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.moving) + len(self.pairs)


@dataclass(frozen=True)
class MergePlan:
    """Everything that a merge would write, as the records stand now."""

    kept: Person
    absorbed: Person
    shares: dict[str, Share]

    @property
    def folds(self) -> list[tuple[Enrollment, Enrollment]]:
        """Enrolments of both on one run, as (absorbed, kept)."""
        return self.shares["enrollments"].pairs

    @cached_property
    def marks(self) -> Share:
        """Marks of the absorbed enrolments of `folds`."""
        targets = {source.pk: target.pk for source, target in self.folds}
        found = _marks(targets.values())
        kept = {(mark.enrollment_id, mark.session_id): mark for mark in found}
        share = Share()
        for mark in _marks(targets):
            other = kept.get((targets[mark.enrollment_id], mark.session_id))
            if other is None:
                share.moving.append(mark)
            else:
                share.pairs.append((mark, other))
        return share

    @property
    def stronger(self) -> list[tuple[Attendance, Attendance]]:
        """The pairs of marks in which that of the absorbed person is the stronger."""
        return [
            (mark, other) for mark, other in self.marks.pairs if strength(mark) > strength(other)
        ]

    @property
    def raised(self) -> list[tuple[Enrollment, Enrollment]]:
        """The enrolments of `folds` in which the absorbed person has the better place."""
        return [
            (source, target)
            for source, target in self.folds
            if place_strength(source.status) > place_strength(target.status)
        ]

    @property
    def blanks(self) -> list[dict[str, Any]]:
        """Groups of details that the kept person lacks, with the values of the absorbed one."""
        return [
            {name: getattr(self.absorbed, name) for name in names}
            for names in DETAILS
            if not _has_any(self.kept, names) and _has_any(self.absorbed, names)
        ]

    @cached_property
    def both_train_and_take_part(self) -> list[str]:
        """Codes of the runs on which one record trains and the other takes part."""
        one = CourseRun.objects.filter(run_trainers__person=self.kept).filter(
            enrollments__person=self.absorbed
        )
        other = CourseRun.objects.filter(run_trainers__person=self.absorbed).filter(
            enrollments__person=self.kept
        )
        codes = one.order_by() | other.order_by()
        return sorted(set(codes.values_list("code", flat=True)))


def strength(mark: Attendance) -> tuple[int, int]:
    return mark_strength(mark.presence, mark.credited_minutes)


def _has_any(person: Person, names: Iterable[str]) -> bool:
    return any(getattr(person, name) not in NOTHING for name in names)


def _marks(enrollments: Iterable[int]) -> QuerySet[Attendance]:
    return Attendance.objects.filter(enrollment__in=list(enrollments)).order_by("pk")


def plan_of(kept: Person, absorbed: Person) -> MergePlan:
    """What merging `absorbed` into `kept` would do. Twenty queries, whatever the rows."""
    shares = {name: _share(name, same, kept, absorbed) for name, same in BELONGINGS.items()}
    return MergePlan(kept, absorbed, shares)


def _share(name: str, same: tuple[str, ...], kept: Person, absorbed: Person) -> Share:
    def said(row):
        return tuple(getattr(row, each) for each in same)

    theirs = {said(row): row for row in getattr(kept, name).order_by("pk")} if same else {}
    share = Share()
    for row in getattr(absorbed, name).order_by("pk"):
        other = theirs.get(said(row)) if same else None
        if other is None:
            share.moving.append(row)
        else:
            share.pairs.append((row, other))
    return share


def side_of(person: Person) -> Side:
    return Side(
        person.pk,
        merged_into=person.merged_into_id,
        login=person.user_id,
        is_erased=person.erased_at is not None,
    )


def latest_merge(*people: Person) -> int:
    """The id of the newest merge in which one of these took part, undone ones too; 0 without any.
    A screen keeps it, so that a merge in between is noticed."""
    return PersonMerge.objects.touching(*people).values_list("pk", flat=True).first() or 0


def standing_merge_of(person: Person) -> PersonMerge | None:
    """The newest merge of the person, on either side, that can be undone."""
    merges = PersonMerge.objects.standing().touching(person)
    return merges.select_related("kept", "absorbed").first()


def distinct_pairs(person: Person) -> QuerySet[DistinctPair]:
    """The pairs in which somebody said that the person is another one."""
    pairs = DistinctPair.objects.filter(Q(first=person) | Q(second=person))
    return pairs.select_related("first", "second")


def are_distinct(one: Person, other: Person) -> bool:
    """Whether somebody said that these two are not the same person."""
    return distinct_pairs(one).filter(Q(first=other) | Q(second=other)).exists()


def with_marks_left_aside(enrollment: Enrollment) -> QuerySet[Attendance]:
    """The marks of an enrolment and the weaker ones that merges left aside."""
    mine = Q(enrollment=enrollment) | Q(enrollment__merged_into=enrollment)
    return Attendance.objects.filter(mine).select_related("session", "enrollment__person")
