"""The reports of the demo: twelve months, approved, a template with targets, and a public year."""

from datetime import date

import pytest

from courses.models import PublishedYear, ReportSnapshot, ReportTemplate
from courses.queries.report_plans import plan_for
from courses.rules.reach import Filters
from lms.demo.reports import write_numbers, write_report
from tests.factories import AttendanceFactory, CourseRunFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_it_holds_the_twelve_months_before_this_one(staff_user):
    for day in (date(2025, 2, 28), date(2025, 3, 1), date(2026, 2, 28), date(2026, 3, 1)):
        run = CourseRunFactory(starts_on=day)
        AttendanceFactory(session=SessionFactory(run=run, status="held"))
    write_report(date(2026, 3, 31), by=staff_user)

    row = ReportSnapshot.objects.get()
    assert (row.starts_on, row.ends_on) == (date(2025, 3, 1), date(2026, 2, 28))
    assert row.approved_by == staff_user
    assert row.content["report"]["total"]["people"] == 2


@pytest.mark.parametrize(("today", "year"), [(date(2026, 1, 31), 2024), (date(2026, 2, 1), 2025)])
def test_the_latest_year_whose_sheets_are_in_is_published_by_a_second_person(
    staff_user, today, year
):
    second = UserFactory()
    write_numbers(today, by=staff_user, second=second)

    row = PublishedYear.objects.get()
    assert (row.year, row.prepared_by, row.published_by) == (year, staff_user, second)
    assert row.snapshot.approved_by == second


def test_the_template_has_the_targets_of_the_year(staff_user):
    write_report(date(2026, 3, 31), by=staff_user)

    template = ReportTemplate.objects.get()
    plan = plan_for(Filters(date(2026, 1, 1), date(2026, 12, 31)), template)
    assert plan.title["en"] == "Training in garment factories"
    assert {(each.start.month, each.end.month) for each in plan.targets} == {
        *((1, 6), (7, 12), (1, 12))
    }
