"""Reading lessons and answering their questions."""

import uuid

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from courses.actions.lesson_events import take_seen
from courses.forms.quiz import version_of
from courses.models import LessonPage, LessonProgress, QuizAttempt
from tests import pages
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db
ANSWERS = pages.RIGHT | {"version": version_of(pages.QUIZ["questions"])}


@pytest.fixture
def course():
    return pages.course_page(pages.home_page(), course=CourseFactory(min_quiz_percent=80))


@pytest.fixture
def lesson(course):
    return pages.lesson_page(course, quiz=pages.QUIZ)


def quiz_url(lesson):
    return reverse("courses:quiz", args=[lesson.pk])


def read_url(lesson):
    return reverse("courses:read_lesson", args=[lesson.pk])


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_a_lesson_shows_its_place_its_questions_and_no_answers(client, course, lesson):
    pages.lesson_page(course, title="Next walk")
    page = text(client.get(lesson.url))
    for words in ("Lesson 1 of 2", "Who may walk along?", "Choose all that fit.", "Next walk",
                  "You may practise without signing in."):  # fmt: skip
        assert words in page
    assert "Both sides walk together." not in page and "is_correct" not in page


def test_visitors_practise_and_nothing_is_kept(client, lesson):
    page = text(client.post(quiz_url(lesson), ANSWERS | {"question_1": ["0"]}))
    for words in ("1 of 2 right", "This was practice: nothing is kept.", "Not right",
                  "Both sides walk together.", "Answer again"):  # fmt: skip
        assert words in page
    assert not QuizAttempt.objects.exists()


def test_a_participant_keeps_the_result_once(client, participant_user, lesson):
    client.force_login(participant_user)
    answers = ANSWERS | {"attempt": str(uuid.uuid4())}
    for _ in range(2):
        assert "That is enough: this course asks for 80\xa0%. It is kept." in text(
            client.post(quiz_url(lesson), answers)
        )
    attempt = QuizAttempt.objects.get()
    assert (attempt.person, attempt.correct, attempt.total) == (
        participant_user.training_person, 2, 2,
    )  # fmt: skip
    page = text(client.get(lesson.url))
    assert "Your best result so far: 2 of 2 right." in page and "you have read it" in page


def test_too_few_right_answers_ask_to_read_again(client, participant_user, lesson):
    client.force_login(participant_user)
    page = text(client.post(quiz_url(lesson), ANSWERS | {"question_0": "1"}))
    assert "This course asks for 80\xa0%." in page


def test_a_course_without_bar_keeps_the_result(client, participant_user, course, lesson):
    type(course.course).objects.update(min_quiz_percent=None)
    client.force_login(participant_user)
    assert "Your result is kept." in text(client.post(quiz_url(lesson), ANSWERS))


def test_a_login_without_person_practises(client, staff_user, lesson):
    client.force_login(staff_user)
    assert "This was practice" in text(client.post(quiz_url(lesson), ANSWERS))


def test_open_questions_are_asked_again_and_answers_stay(client, lesson):
    page = text(client.post(quiz_url(lesson), ANSWERS | {"question_0": ""}))
    assert "Please look at one answer" in page and "Choose one answer." in page
    assert page.count("checked") == 2


def test_a_stale_sheet_is_not_graded(client, participant_user, lesson):
    client.force_login(participant_user)
    page = text(client.post(quiz_url(lesson), ANSWERS | {"version": "older"}))
    assert "The questions have changed. Please answer them again." in page
    assert not QuizAttempt.objects.exists()


def test_questions_that_are_gone_lead_back(client, course):
    lesson = pages.lesson_page(course)
    response = client.post(quiz_url(lesson), ANSWERS, follow=True)
    assert "This lesson has no questions any more." in text(response)


def test_looking_at_the_address_of_the_questions_leads_to_the_lesson(client, course, lesson):
    assert client.get(quiz_url(lesson))["Location"] == lesson.url
    khmer = pages.lesson_page(
        pages.course_page(pages.home_page("km"), course=course.course, slug="committee"),
        translation_key=lesson.translation_key,
    )
    response = client.get(quiz_url(lesson).replace("/en/", "/km/"))
    assert response["Location"] == f"/km/committee/{khmer.slug}/"


def test_a_lesson_with_wanted_questions_is_read_when_they_are_answered(
    client, participant_user, lesson
):
    client.force_login(participant_user)
    response = client.post(read_url(lesson), follow=True)
    assert response.redirect_chain == [(f"{lesson.url}#quiz", 302)]
    assert "Nearly there: answer the questions." in text(response)
    client.post(quiz_url(lesson), ANSWERS | {"attempt": str(uuid.uuid4())})
    assert LessonProgress.objects.get().read_at


def test_a_lesson_that_was_read_leads_to_the_next(client, participant_user, course):
    lesson = pages.lesson_page(course, title="The walk")
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


def test_reading_is_kept_for_people_who_signed_in(client, lesson):
    assert "/accounts/login/" in client.post(read_url(lesson))["Location"]


def test_what_is_private_or_gone_cannot_be_answered(client, lesson):
    PageViewRestriction.objects.create(page=lesson, restriction_type="login")
    assert client.post(quiz_url(lesson), ANSWERS).status_code == 404
    LessonPage.objects.update(live=False)
    assert client.post(quiz_url(lesson), ANSWERS).status_code == 404


def test_a_lesson_without_a_course_page_has_no_verbs(client, course, lesson):
    type(course).objects.update(live=False)
    assert client.post(quiz_url(lesson), ANSWERS).status_code == 404
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


def test_a_lesson_to_keep_has_nothing_of_its_reader(client, lesson):
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
