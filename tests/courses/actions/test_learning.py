"""Lessons read and quizzes answered."""

import uuid

import pytest
from wagtail.models import Page

from courses.actions.learning import mark_lesson_read, submit_quiz
from courses.exceptions import Refused
from courses.models import CataloguePage, CoursePage, LessonPage, LessonProgress, QuizAttempt
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
QUIZ = {
    "title": "What do you know?",
    "questions": [
        {
            "question": "Where is the exit?",
            "choices": [
                {"text": "Left", "is_correct": True},
                {"text": "Right", "is_correct": False},
            ],
            "feedback": "",
        }
    ],
}


@pytest.fixture
def lesson():
    catalogue = CataloguePage(title="Courses", slug="catalogue")
    Page.get_first_root_node().add_child(instance=catalogue)
    page = CoursePage(title="Safety", slug="safety", course=CourseFactory())
    catalogue.add_child(instance=page)
    lesson = LessonPage(title="Exits", slug="exits", body=[("quiz", QUIZ)])
    page.add_child(instance=lesson)
    return lesson


def test_reading_a_lesson_twice_keeps_the_first_day(lesson):
    person = PersonFactory()

    first = mark_lesson_read(person, lesson, by=None)
    again = mark_lesson_read(person, lesson, by=None)

    assert first == again
    assert LessonProgress.objects.get().lesson_key == lesson.translation_key


def test_a_double_click_is_one_attempt(lesson):
    person, attempt = PersonFactory(), uuid.uuid4()

    _kept, result = submit_quiz(person, lesson, [{0}], attempt=attempt, by=None)
    submit_quiz(person, lesson, [{0}], attempt=attempt, by=None)

    kept = QuizAttempt.objects.get()
    assert (kept.answers, kept.correct, kept.total, kept.percent) == ([[0]], 1, 1, 100)
    assert result.right == (True,)
    assert LessonProgress.objects.count() == 1


def test_the_quiz_can_be_the_last_requirement_of_a_run(lesson):
    run = CourseRunFactory(
        course=lesson.get_parent().specific.course, min_quiz_percent=60, needs_lessons=True
    )
    session = SessionFactory(run=run, status="held")
    enrollment = EnrollmentFactory(run=run)
    AttendanceFactory(session=session, enrollment=enrollment)

    submit_quiz(enrollment.person, lesson, [{1}], attempt=uuid.uuid4(), by=None)
    failed = enrollment.completion
    submit_quiz(enrollment.person, lesson, [{0}], attempt=uuid.uuid4(), by=None)

    assert failed.missing == [{"code": "quizzes", "have": 0, "need": 1}]
    enrollment.completion.refresh_from_db()
    assert enrollment.completion.is_met


def test_answers_to_other_questions_are_refused(lesson):
    with pytest.raises(Refused) as stale:
        submit_quiz(PersonFactory(), lesson, [{0}, {1}], attempt=uuid.uuid4(), by=None)
    lesson.body = []
    with pytest.raises(Refused) as none:
        submit_quiz(PersonFactory(), lesson, [], attempt=uuid.uuid4(), by=None)

    assert (stale.value.code, none.value.code) == ("answers_do_not_fit", "no_quiz")
