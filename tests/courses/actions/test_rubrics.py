"""A rubric to begin with, which leaves planned runs alone."""

import pytest

from courses.actions.rubrics import begin_rubric
from courses.exceptions import Refused
from courses.rules.starting_rubrics import starting_rubric
from tests.factories import CourseFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_course_begins_with_a_ready_rubric_and_keeps_what_it_says():
    course = begin_rubric(CourseFactory(task_en="Plan"), "project", by=UserFactory())

    assert (course.needs_task, course.task_kind, course.task_pass_percent) == (True, "project", 60)
    assert (course.task_en, course.task_km) == ("Plan", "")
    assert course.task_rubric == starting_rubric("project")
    fresh = begin_rubric(CourseFactory(), "practice", by=UserFactory())
    assert fresh.task_km and fresh.is_task_marked


@pytest.mark.parametrize(("kind", "code"), [("other", "no_kind"), ("project", "has_rubric")])
def test_nothing_is_written_over(kind, code):
    course = CourseFactory(task_rubric=starting_rubric("practice"))

    with pytest.raises(Refused) as no:
        begin_rubric(course, kind, by=UserFactory())

    assert no.value.code == code
