"""Lessons read."""

import pytest
from wagtail.models import Page

from courses.actions.learning import mark_lesson_read
from courses.models import CataloguePage, CoursePage, LessonPage, LessonProgress
from tests.factories import CourseFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    catalogue = CataloguePage(title="Courses", slug="catalogue")
    Page.get_first_root_node().add_child(instance=catalogue)
    page = CoursePage(title="Safety", slug="safety", course=CourseFactory())
    catalogue.add_child(instance=page)
    lesson = LessonPage(title="Exits", slug="exits")
    page.add_child(instance=lesson)
    return lesson


def test_reading_a_lesson_twice_keeps_the_first_day(lesson):
    person = PersonFactory()

    first = mark_lesson_read(person, lesson, by=None)
    again = mark_lesson_read(person, lesson, by=None)

    assert first == again
    assert LessonProgress.objects.get().lesson_key == lesson.translation_key
