"""An attempt at a quiz, seen from the page of another language."""

import re

import pytest
from django.urls import reverse

from courses.models import QuizAttempt
from tests import pages

pytestmark = pytest.mark.django_db

KHMER = {
    "title": "អ្វីខ្លះ?",
    "questions": [
        {
            "type": "choice",
            "id": f"q{number}",
            "value": {
                "question": f"សំណួរ {number}",
                "choices": [
                    {"type": "item", "id": f"q{number}c{n}", "value": {"text": f"ចម្លើយ {n}",
                     "is_correct": choice["is_correct"]}}
                    for n, choice in enumerate(value["choices"])
                ],
            },
        }
        for number, (_kind, value) in enumerate(pages.QUIZ["questions"])
    ],
}  # fmt: skip


def in_english(quiz):
    """The same blocks with the words of the English quiz."""
    asked = [
        {
            **block,
            "value": {
                **value,
                "choices": [
                    {**node, "value": choice}
                    for node, choice in zip(
                        block["value"]["choices"], value["choices"], strict=True
                    )
                ],
            },
        }
        for block, (_kind, value) in zip(quiz["questions"], pages.QUIZ["questions"], strict=True)
    ]
    return {"title": pages.QUIZ["title"], "questions": asked}


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]+)"', page)[1]


def sent(client, lesson, data, name="quiz"):
    return text(client.post(reverse(f"courses:{name}", args=[lesson.pk]), data, follow=True))


@pytest.fixture
def participant(client, participant_user):
    client.force_login(participant_user)
    return client


@pytest.fixture
def twins():
    """A lesson in English and in Khmer, as when a page was copied for translation."""
    course = pages.course_page(pages.home_page())
    place = pages.course_page(pages.home_page("km"), translation_key=course.translation_key)
    english = pages.lesson_page(course, quiz=in_english(KHMER))
    key = english.translation_key
    return english, pages.lesson_page(place, "ការដើរ", quiz=KHMER, translation_key=key)


def test_a_quiz_begun_in_one_language_goes_on_in_the_other(participant, twins):
    english, khmer = twins
    page = text(participant.get(english.url))
    sent_along = {name: hidden(page, name) for name in ("attempt", "version")}
    sent(participant, english, sent_along | {"question_0": "0"}, "keep_quiz")

    page = text(participant.get(khmer.url))
    assert "សំណួរ 0" in page and "Who may walk along?" not in page
    assert re.search(r'value="0"[^>]*checked', page)
    assert {name: hidden(page, name) for name in sent_along} == sent_along

    page = sent(participant, khmer, sent_along | pages.RIGHT)
    attempt = QuizAttempt.objects.get()
    assert (attempt.language, attempt.correct, attempt.total) == ("en", 2, 2)
    assert "ចម្លើយ 0" in page and "Workers and managers" not in page


def test_a_quiz_stays_in_its_language_where_the_other_asks_something_else(participant, twins):
    english, khmer = twins
    page = text(participant.get(khmer.url))
    sent_along = {name: hidden(page, name) for name in ("attempt", "version")}
    sent(participant, khmer, sent_along | {"question_0": "1"}, "keep_quiz")
    english.body = [("quiz", {**in_english(KHMER), "questions": pages.QUIZ["questions"]})]
    english.save()

    page = text(participant.get(english.url))

    assert "You began these questions in Khmer and they stay in it" in page
    assert '<div lang="km">' in page and "សំណួរ 0" in page
    assert re.search(r'value="1"[^>]*checked', page)
