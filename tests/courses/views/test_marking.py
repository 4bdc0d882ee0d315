"""A trainer marks written answers of her runs, and sees no others."""

import uuid

import pytest
from django.urls import reverse

from courses.actions.quizzes import hand_in_quiz
from courses.models import CourseRun, QuizAttempt
from courses.queries.marking import count_waiting, with_answers, written_answers
from tests import pages
from tests.every_kind import KINDS, WRITTEN, quiz
from tests.factories import CourseRunFactory, EnrollmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(trainer_user):
    run = CourseRunFactory()
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    return run


@pytest.fixture
def lesson(run):
    return pages.lesson_page(
        pages.course_page(pages.home_page(), course=run.course), quiz=quiz(KINDS[0], WRITTEN)
    )


def answer(run, lesson, words="Line 2", **kwargs):
    person = EnrollmentFactory(run=run, **kwargs).person
    return hand_in_quiz(person, lesson, [[0], words], attempt=uuid.uuid4(), by=None)


def address(run):
    return reverse("courses:mark_answers", args=[run.uuid])


def mark(client, run, attempt, query="", **data):
    sent = {"attempt": attempt.uuid, "number": 1, "share": "0.5", "remark": "Where?"} | data
    return client.post(address(run) + query, sent)


def test_a_trainer_marks_what_waits_and_can_correct_it(client, trainer_user, run, lesson):
    attempt = answer(run, lesson)
    answer(run, lesson, words="")
    client.force_login(trainer_user)
    page = client.get(address(run)).content.decode()
    assert page.count("Keep the mark") == 1 and "Line 2" in page and "What and where" in page
    assert mark(client, run, attempt)["Location"] == address(run)
    attempt.refresh_from_db()
    assert (attempt.shares, attempt.remarks, attempt.waiting) == ([1, 0.5], ["", "Where?"], 0)
    assert "No answer waits." in client.get(address(run)).content.decode()
    page = client.get(address(run) + "?marked").content.decode()
    assert "Where?" in page and page.count("checked") == 1
    mark(client, run, attempt, "?marked", share="1")
    attempt.refresh_from_db()
    assert attempt.percent == 100


def test_a_mark_needs_a_choice_and_what_was_typed_stays(client, trainer_user, run, lesson):
    attempt = answer(run, lesson)
    client.force_login(trainer_user)
    page = mark(client, run, attempt, share="").content.decode()
    assert "Choose how much of the point the answer earns." in page and "Where?" in page
    assert QuizAttempt.objects.get().waiting == 1


def test_answers_of_others_are_not_found(client, trainer_user, run, lesson):
    elsewhere = CourseRunFactory(course=run.course)
    attempt = answer(elsewhere, lesson)
    withdrawn = answer(run, lesson, status="withdrawn")
    client.force_login(trainer_user)
    assert client.get(address(elsewhere)).status_code == 404
    assert mark(client, run, attempt).status_code == 404
    assert mark(client, run, withdrawn).status_code == 404
    assert "Keep the mark" not in client.get(address(run)).content.decode()


def test_desk_and_run_say_how_many_wait(client, trainer_user, run, lesson):
    for _n in range(2):
        answer(run, lesson)
    assert (count_waiting(run), len(written_answers(run, waiting=True))) == (2, 2)
    assert [each.to_mark for each in with_answers(CourseRun.objects.all())] == [2]
    client.force_login(trainer_user)
    for url in (reverse("courses:desk"), reverse("courses:run", args=[run.uuid])):
        assert "Mark 2 written answers" in client.get(url).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_as_often_for_one_as_for_many(
    client, trainer_user, run, lesson, count, django_assert_num_queries
):
    for _n in range(count):
        answer(run, lesson)
    client.force_login(trainer_user)
    client.get(address(run))
    with django_assert_num_queries(6):
        client.get(address(run))
