"""The reports of the demo: one of twelve months, approved, and a template with targets."""

from datetime import date

import pytest

from courses.models import ReportSnapshot, ReportTemplate
from courses.queries.report_plans import plan_for
from courses.rules.reach import Filters
from lms.demo.reports import write_report
from tests.factories import AttendanceFactory, CourseRunFactory, SessionFactory

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


def test_the_template_has_the_targets_of_the_year(staff_user):
    write_report(date(2026, 3, 31), by=staff_user)

    template = ReportTemplate.objects.get()
    plan = plan_for(Filters(date(2026, 1, 1), date(2026, 12, 31)), template)
    assert plan.title["en"] == "Training in garment factories"
    assert {(each.start.month, each.end.month) for each in plan.targets} == {
        *((1, 6), (7, 12), (1, 12))
    }
