"""The list of lessons on a phone offers what everybody may see, and nothing of a reader."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    course = pages.course_page(pages.home_page())
    pages.lesson_page(course, title="The walk")
    return course


def offered(client, course):
    response = client.get(reverse("courses:kept_lessons"), {"course": course})
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    return "data-lesson=" in response.content.decode()


def test_the_lessons_of_a_course_are_offered_to_everybody(client, participant_user, course):
    assert offered(client, course.pk)
    client.force_login(participant_user)
    assert offered(client, course.pk)
    assert "csrf" not in client.get(reverse("courses:kept_lessons")).content.decode()


@pytest.mark.parametrize("course_number", ["", "x", "0", "9" * 40])
def test_a_course_that_does_not_exist_is_not_offered(client, course, course_number):
    assert not offered(client, course_number)


def test_a_course_for_a_group_is_offered_to_nobody(client, participant_user, course):
    PageViewRestriction.objects.create(page=course.get_parent(), restriction_type="login")
    client.force_login(participant_user)
    assert not offered(client, course.pk)
