"""Materials for trainers."""

import pytest
from wagtail.models import Page

from courses.queries.materials import materials_of
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db


def test_a_session_has_what_is_for_it_and_for_the_whole_course():
    course, page = CourseFactory(), Page.objects.get(depth=1)
    for title, number in (("Guide", None), ("First", 1), ("Second", 2)):
        course.materials.create(title_en=title, session_number=number, page=page)
    CourseFactory().materials.create(title_en="Other", page=page)

    assert {each.title for each in materials_of(course, 2)} == {"Guide", "Second"}
    assert {each.title for each in materials_of(course)} == {"Guide", "First", "Second"}
