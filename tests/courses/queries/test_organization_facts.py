"""What hangs on an organization, and what it was called on a day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from courses.models import (
    Employment,
    Enrollment,
    Organization,
    OrganizationHeadcount,
    OrganizationId,
    OrganizationName,
)
from courses.queries.organization_facts import (
    Weight,
    employer_then,
    ids_in_words,
    names_in_words,
    weight_of,
    with_employer_then,
    with_workers,
)
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def renamed():
    """Called A until 2024, B until June 2026, and C since then."""
    row = OrganizationFactory(name_en="C", name_km="គ")
    for name, first, last in (
        ("A", None, date(2024, 12, 31)),
        ("B", date(2025, 1, 1), date(2026, 6, 30)),
    ):
        OrganizationName.objects.create(
            organization=row, kind="former", name_en=name, starts_on=first, ends_on=last
        )
    OrganizationName.objects.create(organization=row, kind="former", name_en="Undated")
    OrganizationName.objects.create(organization=row, kind="alias", name_en="Alias")
    return row


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2023, 1, 1), "A"),
        (date(2024, 12, 31), "A"),
        (date(2025, 1, 1), "B"),
        (date(2026, 6, 30), "B"),
        (date(2026, 7, 1), "C"),
        (None, "C"),
    ],
)
def test_an_enrolment_names_the_organization_as_it_was_called_then(renamed, day, name):
    run = CourseRunFactory(starts_on=day, ends_on=day)
    place = EnrollmentFactory(run=run, employer=renamed)

    assert employer_then(with_employer_then(Enrollment.objects).get(pk=place.pk)) == name


def test_the_name_of_the_time_follows_the_language_and_words_stay_words(renamed):
    run = CourseRunFactory(starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 1))
    EnrollmentFactory(run=run, employer=renamed)
    EnrollmentFactory(run=run, employer=None, employer_text="A farm")

    with override("km"):
        names = [employer_then(row) for row in with_employer_then(Enrollment.objects.all())]
    assert names == ["គ", "A farm"]


def test_the_weight_of_an_organization():
    row, today = OrganizationFactory(kind="group"), timezone.localdate()
    OrganizationFactory(parent=row)
    EnrollmentFactory.create_batch(2, employer=row)
    EnrollmentFactory(employer=row, status="merged", merged_into=EnrollmentFactory(employer=row))
    for ends_on in (None, today):
        Employment.objects.create(person=PersonFactory(), organization=row, ends_on=ends_on)
    for days in (-1, 1):
        CourseRunFactory(host=row, starts_on=today + timedelta(days=days))
    CourseRunFactory(host=row, starts_on=today + timedelta(days=2), status="cancelled")
    OrganizationHeadcount.objects.create(organization=row, as_of=today, total=5, source="Ministry")

    assert weight_of(row) == Weight(
        enrollments=3, people_today=1, runs_to_come=1, members=1, headcounts=1
    )


def test_the_latest_headcount_stands_beside_the_organization(renamed):
    for day, total in ((date(2026, 1, 1), 900), (date(2024, 1, 1), 700)):
        OrganizationHeadcount.objects.create(
            organization=renamed, as_of=day, total=total, women=total - 100, source="Ministry"
        )
    row = with_workers(Organization.objects).get(pk=renamed.pk)

    latest = (row.workers, row.workers_women, row.workers_men, row.workers_on, row.workers_source)
    assert latest == (900, 800, None, date(2026, 1, 1), "Ministry")


def test_names_and_numbers_in_words(renamed):
    OrganizationId.objects.create(organization=renamed, scheme="Ministry", value="17")

    assert names_in_words(renamed) == "Alias; A (–2024-12-31); B (–2026-06-30); Undated"
    assert ids_in_words(renamed) == "Ministry 17"
