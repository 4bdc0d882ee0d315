"""What speaks against a person on a run: role, host, courses to be completed first, a clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from courses.choices import EnrollmentStatus, RunStatus
from courses.models import Completion, Course, CourseRun, Organization, Person, Session
from courses.rules.enrollment import Applicant, Audience, Clash, first_clash, why_not_eligible
from courses.rules.schedule import Slot

HOLDING = (EnrollmentStatus.ENROLLED, EnrollmentStatus.OFFERED)


@dataclass(frozen=True)
class Objection:
    """One reason against an enrolment: its code, and what a sentence about it needs. `courses` are
    those to be completed first, each with the day on which it is held next, or None; `clash` is the
    session at the same time, with its run."""

    code: str
    run: CourseRun
    courses: tuple[tuple[Course, date | None], ...] = ()
    clash: Clash | None = None
    other_run: CourseRun | None = None


def objections(
    run: CourseRun, person: Person, *, role: str, employer: Organization | None, now: datetime
) -> list[Objection]:
    """Everything that speaks against this person on this run. At most five queries."""
    audience = audience_of(run)
    who = Applicant(
        role=role,
        organization=employer.standing.pk if employer else None,
        completed=completed_by(person, audience.prerequisites),
    )
    found = [
        Objection(code, run, courses=_missing(audience, who, now))
        if code == "not_completed"
        else Objection(code, run)
        for code in why_not_eligible(who, audience)
    ]
    clash = clash_of(run, person)
    if clash:
        other = CourseRun.objects.select_related("course").get(pk=clash.run)
        found.append(Objection("clash", run, clash=clash, other_run=other))
    return found


def restrictions(run: CourseRun) -> list[Objection]:
    """What may speak against somebody of whom nothing is known yet: for whom the run is."""
    codes = {"wrong_role": bool(run.roles), "host_only": run.is_for_host_only}
    return [Objection(code, run) for code, is_set in codes.items() if is_set]


def audience_of(run: CourseRun) -> Audience:
    """Whom the run is for. One query; another for a host that became part of another one."""
    courses = Course.objects.filter(leads_to=run.course_id).order_by().values_list("pk", flat=True)
    return Audience(
        roles=frozenset(run.roles),
        host=run.host.standing.pk if run.is_for_host_only else None,
        prerequisites=frozenset(courses),
    )


def is_proof_needed(run: CourseRun) -> bool:
    """Whether another course has to be completed first."""
    return Course.objects.filter(leads_to=run.course_id).exists()


def courses_to_be_completed(run: CourseRun) -> list[Course]:
    """The courses to be completed before the run. One query."""
    return list(Course.objects.filter(leads_to=run.course_id).order_by("code"))


def not_completed_by(run: CourseRun, people: Iterable[int]) -> dict[int, list[Course]]:
    """By person, the courses to be completed before the run that she has not completed; nobody
    where all are. One query, and one where there are such courses."""
    people, courses = list(people), courses_to_be_completed(run)
    if not courses:
        return {}
    rows = Completion.objects.met().filter(
        enrollment__person__in=people, enrollment__run__course__in=courses
    )
    done = set(rows.values_list("enrollment__person", "enrollment__run__course"))
    missing = {
        person: [course for course in courses if (person, course.pk) not in done]
        for person in people
    }
    return {person: found for person, found in missing.items() if found}


def completed_by(person: Person, courses: Iterable[int]) -> frozenset[int]:
    courses = list(courses)
    if not courses or person.pk is None:
        return frozenset()
    rows = Completion.objects.met().filter(
        enrollment__person=person, enrollment__run__course__in=courses
    )
    return frozenset(rows.order_by().values_list("enrollment__run__course", flat=True))


def _missing(audience: Audience, who: Applicant, now: datetime):
    courses = Course.objects.filter(pk__in=audience.prerequisites - who.completed)
    return tuple((course, next_day_of(course, now)) for course in courses.order_by("code"))


def next_day_of(course: Course, now: datetime) -> date | None:
    """The first day of the next listed run of a course, or None."""
    runs = CourseRun.objects.listed().filter(course=course, starts_on__gte=timezone.localdate(now))
    return runs.order_by("starts_on").values_list("starts_on", flat=True).first()


def clash_of(run: CourseRun, person: Person) -> Clash | None:
    """The first session of the run at the same time as one of another run on which the person has a
    seat, or is offered one. Two queries."""
    if person.pk is None:
        return None
    mine = list(slots_of(run.sessions.taking_place()))
    if not mine:
        return None
    others = Session.objects.taking_place().filter(
        run__status=RunStatus.PLANNED,
        run__enrollments__person=person,
        run__enrollments__status__in=HOLDING,
        starts_at__lt=max(slot.ends for _run, slot in mine),
        ends_at__gt=min(slot.starts for _run, slot in mine),
    )
    return first_clash([slot for _run, slot in mine], slots_of(others.exclude(run=run.pk)))


def slots_of(sessions: QuerySet[Session]):
    """Pairs of run id and slot in local time."""
    rows = sessions.order_by("starts_at", "pk").values_list("run_id", "starts_at", "ends_at")
    for run, starts, ends in rows:
        yield run, Slot(timezone.localtime(starts), timezone.localtime(ends))
