"""What lies on phones of strangers."""

import pytest

from certificates.actions.certificates import issue_certificate
from certificates.queries.offline_list import offline_list
from courses.models import CoursePage
from tests.certificates.factories import met_completion
from tests.doors import lesson_page

pytestmark = pytest.mark.django_db


def test_a_course_has_its_title_there_while_its_page_is_public():
    course = issue_certificate(met_completion(), by=None).course
    assert offline_list()["courses"] == {}

    lesson_page()
    page = CoursePage.objects.first()
    page.course = course
    page.save()
    assert offline_list()["courses"] == {
        course.code: {"en": course.title_en, "km": course.title_km or course.title_en}
    }

    page.unpublish()
    assert offline_list()["courses"] == {}
