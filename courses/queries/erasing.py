"""What erasing a person would take away, what would stay, and what stands in its way."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from courses import conf
from courses.choices import EnrollmentStatus, ImportStatus, RunStatus
from courses.models import (
    Attendance,
    Completion,
    CourseRun,
    Employment,
    Enrollment,
    ImportBatch,
    Nomination,
    Person,
    PersonPhone,
    TaskMark,
)
from courses.rules.erasure import Standing, Traces
from courses.rules.phones import parse_phones

WAITING = (EnrollmentStatus.WAITLISTED, EnrollmentStatus.OFFERED, EnrollmentStatus.REQUESTED)
#: Lists whose people may still be added.
UNDECIDED = (
    ImportStatus.PREVIEWED,
    ImportStatus.QUEUED,
    ImportStatus.WORKING,
    ImportStatus.FAILED,
)


@dataclass(frozen=True)
class Consequences:
    """The erasure of a person in numbers."""

    records: int
    phones: int
    jobs: int
    enrollments: int
    attendances: int
    completions: int
    places_given_up: int


def records_of(person: Person) -> list[Person]:
    """The person and the records that were merged into hers, by id."""
    rows = Person.everybody.filter(Q(pk=person.pk) | Q(merged_into=person))
    return list(rows.order_by("pk"))


def consequences_of(person: Person) -> Consequences:
    """Counts over the person and the records that were merged into hers. Seven queries."""
    people = records_of(person)
    places = Enrollment.objects.standing().filter(person__in=people)
    return Consequences(
        records=len(people),
        phones=PersonPhone.objects.filter(person__in=people).count(),
        jobs=Employment.objects.filter(person__in=people).count(),
        enrollments=places.count(),
        attendances=Attendance.objects.attended().filter(enrollment__in=places).count(),
        completions=Completion.objects.met().filter(enrollment__in=places).count(),
        places_given_up=places_ahead(people).count(),
    )


def places_ahead(people: list[Person]) -> QuerySet[Enrollment]:
    """Places on runs that are not over, of people of whom nothing is recorded there."""
    marked = Attendance.objects.values("enrollment")
    done = TaskMark.objects.current().values("enrollment")
    rows = Enrollment.objects.filter(person__in=people, run__ends_on__gte=timezone.localdate())
    open_ones = rows.filter(status__in=(EnrollmentStatus.ENROLLED, *WAITING))
    done = TaskMark.objects.current().values("enrollment")
    open_ones = (
        open_ones.exclude(pk__in=marked).exclude(pk__in=done).exclude(completion__is_met=True)
    )
    return open_ones.exclude(run__status=RunStatus.CANCELLED).order_by("run", "pk")


def standing_of(person: Person) -> Standing:
    """What may stand in the way of erasing the person."""
    return Standing(
        is_erased=person.erased_at is not None,
        is_merged=person.merged_into_id is not None,
        has_rights=person.user is not None and has_rights(person.user),
        leads_runs=CourseRun.objects.filter(
            run_trainers__person__in=records_of(person),
            status=RunStatus.PLANNED,
            ends_on__gte=timezone.localdate(),
        ).exists(),
    )


def has_rights(user: AbstractBaseUser) -> bool:
    """Whether the login may do more than a participant."""
    return bool(
        getattr(user, "is_superuser", False)
        or getattr(user, "is_staff", False)
        or user.groups.exists()
        or user.user_permissions.exists()
    )


def traces_of(people: list[Person]) -> Traces:
    """By what rows of participant lists are recognized as theirs. Two queries."""
    phones = PersonPhone.objects.filter(person__in=people)
    jobs = Employment.objects.filter(person__in=people)
    return Traces(
        names_km=frozenset(person.key_km for person in people) - {""},
        names_latin=frozenset(person.key_latin for person in people) - {""},
        phones=frozenset(phones.values_list("e164", flat=True)) - {""},
        numbers=frozenset(jobs.values_list("employee_number", flat=True)) - {""},
    )


def told_by(nomination: Nomination) -> dict:
    """A nomination as the row of a list, for `Traces.are_in`."""
    phones = parse_phones(nomination.phone, conf.get("COURSES_PHONE_REGION"))
    return {
        "name_km": nomination.name_km,
        "family_name_latin": nomination.family_name_latin,
        "given_name_latin": nomination.given_name_latin,
        "phones": [{"e164": phone.e164} for phone in phones],
        "employee_number": nomination.employee_number,
    }


def lists_with(people: list[Person]) -> QuerySet[ImportBatch]:
    """Participant lists that may hold them: of their runs, and all that nobody decided about."""
    theirs = Q(enrollments__person__in=people) | Q(run_trainers__person__in=people)
    runs = CourseRun.objects.filter(theirs).order_by()
    rows = ImportBatch.objects.filter(Q(run__in=runs.values("pk")) | Q(status__in=UNDECIDED))
    return rows.order_by("pk")
