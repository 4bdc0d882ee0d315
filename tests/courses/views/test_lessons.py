"""Reading lessons."""

import pytest
from django.urls import reverse

from courses.actions.lesson_events import take_seen
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
    assert "Lesson 1" not in text(client.get(lesson.url))


def test_the_switch_and_the_browser_save_data(client, course):
    body = [("picture", {"image": pages.image(), "alt": "A hall", "caption": ""})]
    lesson = pages.lesson_page(course, title="Hall", body=body)
    assert ".width-640." in text(client.get(lesson.url))
    assert ".width-400." in text(client.get(lesson.url, headers={"Save-Data": "on"}))
    url = reverse("courses:save_data")
    assert client.post(url, {"to": "1", "next": lesson.url})["Location"] == lesson.url
    response = client.get(lesson.url)
    assert ".width-400." in text(response) and {"Cookie", "Save-Data"} <= set(
        response["Vary"].split(", ")
    )
    client.post(url, {"to": "0", "next": lesson.url})
    assert ".width-640." in text(client.get(lesson.url, headers={"Save-Data": "on"}))


def test_the_switch_leads_nowhere_else(client):
    answer = client.post(reverse("courses:save_data"), {"to": "1", "next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_a_lesson_to_keep_has_nothing_of_its_reader(client, course):
    lesson = pages.lesson_page(course, quiz=pages.QUIZ)
    page = text(client.get(lesson.url, {"keep": "webp"}))
    assert "csrf" not in page and "need a signal" in page and "Who may walk along?" not in page


def test_one_goes_on_where_one_stopped(client, participant_user, course):
    body = [("text", "<p>One</p>"), ("text", "<p>Two</p>"), ("text", "<p>Three</p>")]
    lesson = pages.lesson_page(course, title="Long", body=body)
    seen = pages.part_seen(lesson, 1, 3)
    take_seen(participant_user.training_person, lesson, seen, clock_offset=0, by=None)
    client.force_login(participant_user)
    anchor = f"#p-{lesson.body[1].id[:8]}"
    assert f'href="{anchor}"' in text(client.get(lesson.url))
    assert f"{lesson.url}{anchor}" in text(client.get(reverse("courses:my_training")))
