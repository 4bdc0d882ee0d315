"""Two donors pay for the demo's runs, and one course has runs that both pay for."""

from datetime import date

import pytest

from courses.models import CourseRun, Project, RunFinance
from lms.demo.projects import PROJECTS, write_projects
from tests.factories import CourseFactory, CourseRunFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def told():
    for code in sorted(set().union(*(courses for *_names, courses in PROJECTS))):
        CourseRunFactory.create_batch(5, course=CourseFactory(code=code))
    CourseRunFactory()
    write_projects(TODAY, by=UserFactory())


def test_runs_belong_to_the_projects_that_pay_for_their_course(told):
    for code, _names, donor, courses in PROJECTS:
        project = Project.objects.get(code=code)
        assert (project.donor.kind, project.donor.name_en) == ("donor", donor[0])
        assert {run.course.code for run in project.runs.all()} == courses
    assert CourseRun.objects.filter(projects=None).count() == 1
    both = CourseRun.objects.filter(course__code="GEN").first()
    assert sorted(both.projects.values_list("code", flat=True)) == ["SAFE", "SKILLS"]


def test_factories_pay_and_every_fourth_does_not_pay_in_full(told):
    money = RunFinance.objects.order_by("run")
    assert [bool(row.waived) for row in money] == [True, False, False, False, True]
    assert {row.payer for row in money} == {row.run.host for row in money}
    assert {row.run.projects.get().code for row in money} == {"SKILLS"}
