"""Answering the questions of a lesson, with and without a name."""

import re
import uuid

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from courses.actions.quizzes import hand_in_quiz, mark_answer
from courses.models import LessonPage, LessonProgress, QuizAttempt
from courses.queries.quizzes import questions_in, seed_of
from courses.rules.questions import version_of
from courses.rules.quiz import quiz_of
from tests import pages
from tests.every_kind import KINDS, WRITTEN, as_posted, picture_question, quiz, right_answers
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db
ANSWERS = pages.RIGHT | {"version": version_of(quiz_of(pages.STORED).drawn(""))}


@pytest.fixture
def course():
    return pages.course_page(pages.home_page(), course=CourseFactory(min_quiz_percent=80))


@pytest.fixture
def lesson(course):
    return pages.lesson_page(course, quiz=pages.QUIZ)


def url(name, lesson):
    return reverse(f"courses:{name}", args=[lesson.pk])


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def sent(client, lesson, data, name="quiz"):
    return text(client.post(url(name, lesson), data, follow=True))


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]+)"', page)[1]


def test_a_lesson_shows_its_questions_and_no_answers(client, lesson):
    page = text(client.get(lesson.url))
    for words in ("Who may walk along?", "Choose all that fit.",
                  "You may practise without signing in."):  # fmt: skip
        assert words in page
    assert "Both sides walk together." not in page and "data-keep" not in page


def without_numbers(page):
    return re.sub(r'name="(csrfmiddlewaretoken|attempt)" value="[^"]+"', "", page)


def test_the_page_is_the_same_whatever_is_right(client, course, monkeypatch):
    monkeypatch.setattr("courses.queries.quizzes.uuid.uuid4", lambda: uuid.UUID(int=7))
    name, picture = picture_question()
    flipped = picture["choices"]
    other = [
        ("choice", KINDS[0][1] | {"choices": [
            choice | {"is_correct": not choice["is_correct"]} for choice in KINDS[0][1]["choices"]
        ], "feedback": "Other"}),
        ("true_false", KINDS[1][1] | {"is_true": False}),
        ("order", KINDS[2][1] | {"items": ["Write", "Look", "Stop"]}),
        ("match", KINDS[3][1] | {"pairs": [
            {"thing": "Glove", "belongs": "Face"}, {"thing": "Mask", "belongs": "Foot"},
        ], "extra": ["Hand"]}),
        ("number", KINDS[4][1] | {"number": "9", "tolerance": "3"}),
        (name, picture | {"choices": [
            choice | {"is_correct": not choice["is_correct"]} for choice in flipped
        ]}),
        (WRITTEN[0], WRITTEN[1] | {"guide": "Nothing"}),
    ]  # fmt: skip
    lesson = pages.lesson_page(course, quiz=quiz(*KINDS, (name, picture), WRITTEN))
    seen = []
    for questions in ([*KINDS, (name, picture)], other[:-1]):
        lesson.body = [("quiz", quiz(*questions))]
        lesson.save()
        seen.append(without_numbers(text(client.get(lesson.url))))
    assert "Which door is safe?" in seen[0] and seen[0] == seen[1]


def test_visitors_practise_and_nothing_is_kept(client, lesson):
    page = sent(client, lesson, ANSWERS | {"question_1": ["0"]})
    for words in ("1 of 2 right", "This was practice: nothing is kept.", "Not right",
                  "Both sides walk together.", "Answer again"):  # fmt: skip
        assert words in page
    assert not QuizAttempt.objects.exists()


def test_practice_is_graded_as_it_was_drawn(client, course):
    lesson = pages.lesson_page(course, quiz=quiz(shuffle=True))
    page = text(client.get(lesson.url))
    attempt = uuid.UUID(hidden(page, "attempt"))
    drawn = quiz_of(lesson.quiz).drawn(seed_of(attempt))
    data = as_posted(drawn, right_answers(drawn))
    data |= {"attempt": str(attempt), "version": hidden(page, "version")}
    assert "5 of 5 right" in sent(client, lesson, data)


def test_a_participant_keeps_the_result_once(client, participant_user, lesson):
    client.force_login(participant_user)
    answers = ANSWERS | {"attempt": str(uuid.uuid4())}
    for _ in range(2):
        assert "That is enough: this course asks for 80\xa0%. It is kept." in sent(
            client, lesson, answers
        )
    attempt = QuizAttempt.objects.get()
    assert (attempt.person, attempt.correct, attempt.total) == (
        participant_user.training_person, 2, 2,
    )  # fmt: skip
    page = text(client.get(lesson.url))
    assert "Your best result so far: 100 %." in page and "you have read it" in page
    assert LessonProgress.objects.count() == 1


def test_too_few_right_answers_ask_to_read_again(client, participant_user, lesson):
    client.force_login(participant_user)
    assert "This course asks for 80\xa0%." in sent(client, lesson, ANSWERS | {"question_0": "1"})


def test_a_course_without_bar_keeps_the_result(client, participant_user, course, lesson):
    type(course.course).objects.update(min_quiz_percent=None)
    client.force_login(participant_user)
    assert "Your result is kept." in sent(client, lesson, ANSWERS)


def test_a_login_without_person_practises(client, staff_user, lesson):
    client.force_login(staff_user)
    assert "This was practice" in sent(client, lesson, ANSWERS)
    assert "not joined to a person" in sent(client, lesson, ANSWERS, "keep_quiz")


def test_open_questions_are_asked_again_until_one_hands_in_anyway(client, lesson):
    page = sent(client, lesson, ANSWERS | {"question_0": ""})
    assert "Please look at one answer" in page and "Choose one answer." in page
    assert page.count("checked") == 2 and "Hand in with open questions" in page
    assert "1 of 2 right" in sent(client, lesson, ANSWERS | {"question_0": "", "anyway": "on"})


def test_a_stale_sheet_is_not_graded(client, participant_user, lesson):
    client.force_login(participant_user)
    page = sent(client, lesson, ANSWERS | {"version": "older"})
    assert "The questions have changed. Please answer them again." in page
    assert not QuizAttempt.objects.exists()


def test_questions_that_are_gone_lead_back(client, course):
    lesson = pages.lesson_page(course)
    assert "This lesson has no questions any more." in sent(client, lesson, ANSWERS)


def test_looking_at_the_address_of_the_questions_leads_to_the_lesson(client, course, lesson):
    assert client.get(url("quiz", lesson))["Location"] == lesson.url
    khmer = pages.lesson_page(
        pages.course_page(pages.home_page("km"), course=course.course, slug="committee"),
        translation_key=lesson.translation_key,
    )
    response = client.get(url("quiz", lesson).replace("/en/", "/km/"))
    assert response["Location"] == f"/km/committee/{khmer.slug}/"


def test_answers_are_kept_by_button_and_by_script_and_one_goes_on(client, participant_user, lesson):
    client.force_login(participant_user)
    data = {"version": ANSWERS["version"], "attempt": str(uuid.uuid4()), "question_0": "1"}
    page = sent(client, lesson, data, "keep_quiz")
    assert "Your answers are kept. You can go on later." in page and page.count("checked") == 1
    assert hidden(page, "attempt") == data["attempt"]
    answer = client.post(
        url("keep_quiz", lesson),
        data | {"question_1": ["0"]},
        headers={"Accept": "application/json"},
    )
    assert answer.json() == {"kept": True, "why": ""}
    assert QuizAttempt.objects.get().answers == [[1], [0]]
    late = data | {"version": "older"}
    answer = client.post(url("keep_quiz", lesson), late, headers={"Accept": "application/json"})
    assert not answer.json()["kept"]


def test_a_quiz_with_limits_is_begun_by_a_button(client, participant_user, course):
    lesson = pages.lesson_page(course, quiz=quiz(KINDS[0], attempts=1, minutes=10))
    assert "Sign in to answer these questions." in text(client.get(lesson.url))
    assert "Sign in to answer these questions." in sent(client, lesson, {}, "begin_quiz")
    client.force_login(participant_user)
    page = text(client.get(lesson.url))
    assert "You have 10 minutes from when you begin." in page and "Where is the exit" not in page
    page = sent(client, lesson, {"attempt": hidden(page, "attempt")}, "begin_quiz")
    assert "Hand in by" in page and "Where is the exit?" in page
    data = {name: hidden(page, name) for name in ("attempt", "version")}
    assert "1 of 1 right" in sent(client, lesson, data | {"question_0": "0"})
    assert "You have no attempt left." in text(client.get(lesson.url))
    assert "You have no attempt left." in sent(client, lesson, {}, "begin_quiz")


def test_when_the_time_is_over_what_was_kept_is_handed_in(client, participant_user, course):
    lesson = pages.lesson_page(course, quiz=quiz(KINDS[0], minutes=10))
    client.force_login(participant_user)
    page = sent(client, lesson, {}, "begin_quiz")
    data = {name: hidden(page, name) for name in ("attempt", "version")}
    sent(client, lesson, data | {"question_0": "0"}, "keep_quiz")
    QuizAttempt.objects.update(started_at="2026-01-01T00:00Z")
    assert "The time is over." in text(client.get(lesson.url))
    assert "1 of 1 right" in sent(client, lesson, {"attempt": data["attempt"]})


def test_notes_wait_until_one_has_passed(client, participant_user, course):
    lesson = pages.lesson_page(course, quiz=quiz(KINDS[0], notes="passed"))
    client.force_login(participant_user)
    page = text(client.get(lesson.url))
    data = {name: hidden(page, name) for name in ("attempt", "version")}
    page = sent(client, lesson, data | {"question_0": "1"})
    assert "0 of 1 right" in page and "Green sign." not in page
    page = sent(client, lesson, data | {"attempt": str(uuid.uuid4()), "question_0": "0"})
    assert "Green sign." in page


def test_a_written_answer_waits_and_its_mark_is_told(client, participant_user, staff_user, course):
    lesson = pages.lesson_page(course, quiz=quiz(KINDS[0], WRITTEN))
    person = participant_user.training_person
    attempt = hand_in_quiz(person, lesson, [[0], "Line 2"], attempt=uuid.uuid4(), by=None)
    client.force_login(participant_user)
    address = reverse("courses:quiz_result", args=[attempt.uuid])
    page = text(client.get(address))
    assert "A trainer will read it" in page and "1 answer waits for a trainer" in page
    mark_answer(attempt, 1, 0.5, remark="Where was it?", by=staff_user)
    page = text(client.get(address))
    assert "Partly right: 50\xa0%" in page and "Where was it?" in page
    lesson.delete()
    assert "My training" in text(client.get(address))


def test_results_of_others_are_not_found(client, participant_user, staff_user, lesson):
    attempt = hand_in_quiz(
        participant_user.training_person, lesson, [[0], [0]], attempt=uuid.uuid4(), by=None
    )
    assert questions_in(attempt)
    client.force_login(staff_user)
    assert client.get(reverse("courses:quiz_result", args=[attempt.uuid])).status_code == 404


def test_what_is_private_or_gone_cannot_be_answered(client, lesson):
    PageViewRestriction.objects.create(page=lesson, restriction_type="login")
    assert client.post(url("quiz", lesson), ANSWERS).status_code == 404
    LessonPage.objects.update(live=False)
    assert client.post(url("quiz", lesson), ANSWERS).status_code == 404


def test_a_lesson_without_a_course_page_shows_no_place(client, course, lesson):
    type(course).objects.update(live=False)
    assert client.post(url("quiz", lesson), ANSWERS).status_code == 404
    assert "Lesson 1" not in text(client.get(lesson.url))


def test_a_lesson_with_wanted_questions_is_read_when_they_are_answered(
    client, participant_user, lesson
):
    client.force_login(participant_user)
    response = client.post(url("read_lesson", lesson), follow=True)
    assert response.redirect_chain == [(f"{lesson.url}#quiz", 302)]
    assert "Nearly there: answer the questions." in text(response)
    client.post(url("quiz", lesson), ANSWERS | {"attempt": str(uuid.uuid4())})
    assert LessonProgress.objects.get().read_at
