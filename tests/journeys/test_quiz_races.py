"""The same answers from several connections at once: one attempt, begun once, handed in once."""

import uuid

import pytest
from wagtail.models import Locale, Page

from courses.actions.quizzes import begin_quiz, hand_in_quiz, keep_answers
from courses.models import CataloguePage, LessonPage, QuizAttempt
from tests import pages
from tests.every_kind import KINDS, quiz
from tests.factories import PersonFactory
from tests.journeys.test_races import at_once

pytestmark = pytest.mark.usefixtures("committed_db")
TIMES = 10


@pytest.fixture
def lesson(committed_db):
    """A lesson of its own, deleted afterwards: pages stay when rows are wiped."""
    branch = CataloguePage(title="Races", slug="races", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=branch)
    lesson = pages.lesson_page(pages.course_page(branch), quiz=quiz(KINDS[0], attempts=1))
    yield lesson
    branch.delete()


def test_answers_that_come_ten_times_are_one_attempt(lesson):
    person, attempt = PersonFactory(), uuid.uuid4()
    begin_quiz(person, lesson, attempt=attempt, by=None)
    kept = at_once(
        lambda n: hand_in_quiz(person, lesson, [[n % 2]], attempt=attempt, by=None).answers,
        range(TIMES),
    )
    assert len({str(answers) for answers in kept}) == 1
    assert QuizAttempt.objects.handed_in().count() == QuizAttempt.objects.count() == 1


def test_who_begins_ten_times_begins_once(lesson):
    person = PersonFactory()
    begun = at_once(
        lambda _n: begin_quiz(person, lesson, attempt=uuid.uuid4(), by=None).pk, range(TIMES)
    )
    assert len(set(begun)) == 1


def test_handing_in_and_beginning_again_never_gives_an_attempt_more(lesson):
    person, attempt = PersonFactory(), uuid.uuid4()
    begin_quiz(person, lesson, attempt=attempt, by=None)

    def act(n):
        if n % 2:
            return begin_quiz(person, lesson, attempt=uuid.uuid4(), by=None).uuid == attempt
        return hand_in_quiz(person, lesson, [[0]], attempt=attempt, by=None).uuid == attempt

    assert set(at_once(act, range(TIMES))) <= {True, "used_up"}
    assert QuizAttempt.objects.count() == 1


@pytest.fixture
def without_limits(lesson):
    lesson.body = [("quiz", quiz(KINDS[0]))]
    lesson.save()
    return LessonPage.objects.get(pk=lesson.pk)


def test_two_open_windows_keep_one_sheet(without_limits):
    person = PersonFactory()
    told = at_once(
        lambda _n: keep_answers(person, without_limits, [[0]], attempt=uuid.uuid4()).answers,
        range(TIMES),
    )
    assert told == [[[0]]] * TIMES
    assert QuizAttempt.objects.begun().count() == 1


def test_what_is_handed_in_is_not_replaced_by_what_other_windows_begin(without_limits):
    person = PersonFactory()

    def act(n):
        sheet = {"person": person, "lesson": without_limits, "attempt": uuid.uuid4()}
        if n % 3 == 0:
            return keep_answers(**sheet, answers=[[0]]).answers
        if n % 3 == 1:
            return begin_quiz(**sheet, by=None).total
        return hand_in_quiz(**sheet, answers=[[0]], by=None).percent

    assert at_once(act, range(12)) == [[[0]], 0, 100] * 4
    assert QuizAttempt.objects.handed_in().count() == 4
