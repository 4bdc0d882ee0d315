"""Reading lessons."""

import pytest
from django.urls import reverse

from courses.models import LessonProgress
from tests import pages
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return pages.course_page(pages.home_page(), course=CourseFactory(min_quiz_percent=80))


@pytest.fixture
def lesson(course):
    return pages.lesson_page(course)


def read_url(lesson):
    return reverse("courses:read_lesson", args=[lesson.pk])


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_a_lesson_that_was_read_leads_to_the_next(client, participant_user, course, lesson):
    following = pages.lesson_page(course, title="Second")
    client.force_login(participant_user)
    assert "I have read this" in text(client.get(lesson.url))
    response = client.post(read_url(lesson), follow=True)
    assert response.redirect_chain == [(following.url, 302)]
    assert "Kept: you have read “The walk”." in text(response)
    client.post(read_url(lesson))
    assert LessonProgress.objects.get().lesson_key == lesson.translation_key
    assert client.post(read_url(following))["Location"] == course.url


def test_a_login_without_person_is_told_so(client, staff_user, lesson):
    client.force_login(staff_user)
    response = client.post(read_url(lesson), follow=True)
    assert "Your login is not joined to a person yet." in text(response)
    assert not LessonProgress.objects.exists()


def test_reading_is_kept_for_people_who_said_who_they_are(client, lesson):
    assert "/training/card/" in client.post(read_url(lesson))["Location"]


def test_a_lesson_shows_its_place(client, course, lesson):
    pages.lesson_page(course, title="Next walk")
    page = text(client.get(lesson.url))
    assert "Lesson 1 of 2" in page and "Next walk" in page


def test_a_lesson_without_a_course_page_has_no_verbs(client, participant_user, course, lesson):
    type(course).objects.update(live=False)
    client.force_login(participant_user)
    assert client.post(read_url(lesson)).status_code == 404
