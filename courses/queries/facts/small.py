"""What is small and read as a whole: courses, organizations, pairs to look at, days."""

from collections.abc import Iterator
from datetime import date, timedelta

from courses.choices import OrganizationStatus
from courses.models import (
    Course,
    DuplicateCandidate,
    Organization,
    OrganizationHeadcount,
    Phase,
    Project,
)
from courses.queries.headcounts import courses_for_trainers
from courses.rules.organizations import merged_by

Rows = Iterator[tuple]

#: Days that figures can be asked for; see the form.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)

#: Numbers of rows in the order of a day.
ENTERED = 2**32


def courses() -> Rows:
    for_trainers = set(courses_for_trainers())
    for pk in Course.objects.order_by().values_list("pk", flat=True):
        yield pk, pk in for_trainers


def topics() -> Rows:
    rows = Course.topics.through.objects.order_by()
    yield from rows.values_list("course_id", "topic_id")


def outcomes() -> Rows:
    rows = Course.outcomes.through.objects.order_by()
    yield from rows.values_list("course_id", "outcome_id")


def pillars() -> Rows:
    for pk, codes in Course.objects.order_by().values_list("pk", "gender_pillars"):
        for code in codes:
            yield pk, code


def projects() -> Rows:
    yield from Project.objects.order_by().values_list("pk", "donor_id")


def organizations() -> Rows:
    rows = Organization.objects.order_by()
    for pk, kind, sector, province, is_national, status, closed_on in rows.values_list(
        "pk", "kind", "sector", "province_id", "is_national", "status", "closed_on"
    ):
        is_closed = status == OrganizationStatus.CLOSED
        yield pk, kind, sector, province, is_national, is_closed, closed_on


def parts() -> Rows:
    """The spans of days in which an organization was itself or part of another one."""
    rows = Organization.objects.order_by().values_list("pk", "merged_into_id", "merged_on")
    links = {pk: (into, since) for pk, into, since in rows}
    merged = {pk: link for pk, link in links.items() if link[0]}
    turns = sorted({since for _into, since in merged.values() if since})
    starts = [FIRST_DAY, *(day for day in turns if day > FIRST_DAY)]
    ends = [*(day - timedelta(days=1) for day in starts[1:]), LAST_DAY]
    for pk in links.keys() - merged.keys():
        yield pk, pk, FIRST_DAY, LAST_DAY
    for first, last in zip(starts, ends, strict=True):
        whole = merged_by(merged, first)
        for pk in merged:
            yield pk, whole.get(pk, pk), first, last


def headcounts() -> Rows:
    rows = OrganizationHeadcount.objects.order_by()
    for pk, organization, day, people in rows.values_list(
        "pk", "organization_id", "as_of", "total"
    ):
        yield organization, day, day.toordinal() * ENTERED + pk, people


def phases() -> Rows:
    yield from Phase.objects.order_by().values_list("pk", "starts_on", "ends_on")


def pairs() -> Rows:
    """Records that may be of one person, and nobody has said."""
    rows = DuplicateCandidate.objects.undecided().order_by()
    yield from rows.values_list("first_id", "second_id")
