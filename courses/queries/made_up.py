"""What people made up for in other runs, and who has something to make up for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from courses.choices import SessionStatus
from courses.models import Attendance, Enrollment, MakeUp, Person, Session
from courses.queries.runs import in_their_run
from courses.rules.progress import HalfDay, MadeUp, made_up_by

FIELDS = (
    "attendance__session__starts_at",
    "attendance__session__run__code",
    "attendance__credited_minutes",
)


def made_up_for(enrollments: Iterable[int]) -> dict[int, dict[int, MadeUp]]:
    """By the id of an enrolment, what stands for missed half-days, by the id of the session. One
    query."""
    return _told(MakeUp.objects.filter(enrollment__in=list(enrollments)))


def made_up_in(session: Session) -> dict[int, MadeUp]:
    """By the id of an enrolment, what stands for this session that she missed. One query."""
    found = _told(MakeUp.objects.filter(session=session))
    return {place: those[session.pk] for place, those in found.items()}


def _told(rows: QuerySet[MakeUp]) -> dict[int, dict[int, MadeUp]]:
    found: dict[int, dict[int, MadeUp]] = {}
    for place, session, starts, run, minutes in rows.standing().values_list(
        "enrollment_id", "session_id", *FIELDS
    ):
        told = MadeUp(timezone.localtime(starts).date(), run, minutes)
        found.setdefault(place, {})[session] = told
    return found


def with_make_ups(
    runs: dict[int, tuple[HalfDay, ...]], enrollments: Collection[int]
) -> dict[int, tuple[HalfDay, ...]]:
    """The half-days of one person by run, with what she made up for elsewhere. One query where she
    missed something, else none."""
    if not any(each.was_missed for those in runs.values() for each in those):
        return runs
    found: dict[int, MadeUp] = {}
    for those in made_up_for(enrollments).values():
        found |= those
    return {run: with_made_up(those, found) for run, those in runs.items()}


def with_made_up(half_days: Iterable[HalfDay], made_up: dict[int, MadeUp]) -> tuple[HalfDay, ...]:
    """The half-days of a person with what stands for missed ones, by the id of the session."""
    return tuple(made_up_by(each, made_up.get(each.session_id)) for each in half_days)


@dataclass(frozen=True)
class Missed:
    """A half-day of her own run that the person missed and may make up for."""

    enrollment: Enrollment
    session: Session

    @property
    def key(self) -> str:
        return f"{self.enrollment.pk}-{self.session.pk}"


def missed_elsewhere(session: Session, person: Person) -> list[Missed]:
    """Half-days of other runs of the course that she missed and has not made up for, the newest
    run first. Two queries."""
    marks = list(_missed(session, [person.pk]).select_related("enrollment__run__host"))
    numbered = in_their_run(Session.objects.filter(pk__in=[mark.session_id for mark in marks]))
    sessions = numbered.select_related("run").in_bulk()
    return [Missed(mark.enrollment, sessions[mark.session_id]) for mark in marks]


def who_missed(session: Session, people: Iterable[Person]) -> set[int]:
    """The ids of those of the people who may make up for something in this session. One query."""
    rows = _missed(session, [person.pk for person in people]).order_by()
    return set(rows.values_list("enrollment__person_id", flat=True))


def _missed(session: Session, people: list[int]) -> QuerySet[Attendance]:
    """Marks without minutes on places in other runs of the course."""
    done = MakeUp.objects.standing().filter(
        enrollment=OuterRef("enrollment"), session=OuterRef("session")
    )
    rows = Attendance.objects.filter(
        ~Exists(done),
        enrollment__in=Enrollment.objects.enrolled().filter(person__in=people),
        enrollment__run__course=session.run.course_id,
        credited_minutes=0,
        session__run=F("enrollment__run"),
        session__status=SessionStatus.HELD,
    ).exclude(enrollment__run=session.run_id)
    return rows.order_by("-enrollment__run__starts_on", "session__starts_at", "pk")
