"""What hangs on an organization: numbers for a preview, and what it was called on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from courses.choices import OrganizationNameKind, RunStatus
from courses.models import (
    CourseRun,
    Employment,
    Enrollment,
    Organization,
    OrganizationHeadcount,
    OrganizationName,
    Project,
)
from courses.queries.organization_tree import members_of
from courses.rules.organizations import Names


@dataclass(frozen=True)
class Weight:
    """How much hangs on an organization."""

    enrollments: int
    people_today: int
    runs_to_come: int
    members: int
    headcounts: int


def weight_of(organization: Organization) -> Weight:
    runs = CourseRun.objects.filter(host=organization, starts_on__gt=timezone.localdate())
    jobs = Employment.objects.filter(organization=organization, ends_on=None)
    return Weight(
        enrollments=Enrollment.objects.standing().filter(employer=organization).count(),
        people_today=jobs.filter(person__merged_into=None).values("person").distinct().count(),
        runs_to_come=runs.exclude(status=RunStatus.CANCELLED).count(),
        members=members_of(organization).count(),
        headcounts=organization.headcounts.count(),
    )


def names_of(row: Organization | OrganizationName) -> Names:
    return Names(row.name_en, row.name_km, row.short_name)


def former_names(organization: Organization) -> QuerySet[OrganizationName]:
    """Names that ended on a known day, the last one first."""
    return OrganizationName.objects.filter(
        organization=organization, kind=OrganizationNameKind.FORMER, ends_on__isnull=False
    ).order_by("-ends_on", "-pk")


def renamed_on(organization: Organization) -> date | None:
    """The last day of the name before the current one, where it is known."""
    return former_names(organization).values_list("ends_on", flat=True).first()


def donors() -> QuerySet[Organization]:
    """Organizations that pay for a project."""
    return Organization.objects.filter(pk__in=Project.objects.order_by().values("donor"))


def with_name_then(rows: QuerySet, organization: str, day: str) -> QuerySet:
    """The rows with what the organization, which the path leads to, was called on a day, where that
    was not its current name: `then_en` and `then_km`. See `name_then`."""
    names = OrganizationName.objects.filter(
        Q(starts_on=None) | Q(starts_on__lte=OuterRef(day)),
        organization=OuterRef(organization),
        kind=OrganizationNameKind.FORMER,
        ends_on__gte=OuterRef(day),
    ).order_by("ends_on", "pk")
    return rows.annotate(
        then_en=Subquery(names.values("name_en")[:1]), then_km=Subquery(names.values("name_km")[:1])
    )


def name_then(row: Model, organization: Organization | None) -> str:
    """The name of the organization at that time, in the reader's language."""
    then = OrganizationName(name_en=row.then_en or "", name_km=row.then_km or "")
    return then.name or (organization.name if organization else "")


def with_employer_then(enrollments: QuerySet[Enrollment]) -> QuerySet[Enrollment]:
    """The enrolments with the name of the organization on the first day of the run."""
    return with_name_then(enrollments, "employer", "run__starts_on")


def employer_then(enrollment: Enrollment) -> str:
    """The name of the organization at the time of the run, or the words of the person."""
    return name_then(enrollment, enrollment.employer) or enrollment.employer_text


def with_workers(organizations: QuerySet[Organization]) -> QuerySet[Organization]:
    """The organizations with the latest headcount: `workers`, `workers_women`, `workers_men`,
    `workers_on` and `workers_source`."""
    counts = OrganizationHeadcount.objects.filter(organization=OuterRef("pk"))
    latest = counts.order_by("-as_of", "-pk")
    return organizations.annotate(
        workers=Subquery(latest.values("total")[:1]),
        workers_women=Subquery(latest.values("women")[:1]),
        workers_men=Subquery(latest.values("men")[:1]),
        workers_on=Subquery(latest.values("as_of")[:1]),
        workers_source=Subquery(latest.values("source")[:1]),
    )


def names_in_words(organization: Organization) -> str:
    """All names beside the current ones, with the last day of those that ended."""
    return "; ".join(
        f"{name.name_en or name.name_km} (–{name.ends_on})" if name.ends_on else str(name)
        for name in organization.names.all()
    )


def ids_in_words(organization: Organization) -> str:
    return "; ".join(str(each) for each in organization.external_ids.all())
