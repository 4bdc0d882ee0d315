"""Quizzes are begun, kept, handed in once and marked."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions import quizzes
from courses.actions.merging import merge_people
from courses.actions.quizzes import begin_quiz, hand_in_quiz, keep_answers, mark_answer
from courses.exceptions import Refused
from courses.models import LessonPage, LessonProgress, QuizAttempt
from courses.queries.quizzes import questions_in
from tests import pages
from tests.every_kind import KINDS, WRITTEN, quiz, right_answers
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def course_page():
    return pages.course_page(pages.home_page())


@pytest.fixture
def person():
    return PersonFactory()


def lesson_with(course_page, *questions, **settings):
    return pages.lesson_page(course_page, quiz=quiz(*questions, **settings))


def edited(lesson, *questions, **settings):
    lesson.body = [("quiz", quiz(*questions, **settings))]
    lesson.save()
    return LessonPage.objects.get(pk=lesson.pk)


def refusal(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.code


def later(attempt, minutes):
    begun = attempt.started_at - timedelta(minutes=minutes)
    QuizAttempt.objects.filter(pk=attempt.pk).update(started_at=begun)


def test_a_double_click_is_one_attempt(course_page, person):
    lesson, attempt = lesson_with(course_page, KINDS[0]), uuid.uuid4()
    first = hand_in_quiz(person, lesson, [[0]], attempt=attempt, by=None)
    again = hand_in_quiz(person, lesson, [[1]], attempt=attempt, by=None)
    kept = QuizAttempt.objects.get()
    assert first == again == kept
    assert (kept.answers, kept.shares, kept.correct, kept.total, kept.percent) == (
        [[0]], [1.0], 1, 1, 100,
    )  # fmt: skip
    assert LessonProgress.objects.count() == 1


def test_the_quiz_can_be_the_last_requirement_of_a_run(course_page):
    lesson = lesson_with(course_page, KINDS[0])
    run = CourseRunFactory(course=course_page.course, min_quiz_percent=60, needs_lessons=True)
    enrollment = EnrollmentFactory(run=run)
    AttendanceFactory(session=SessionFactory(run=run, status="held"), enrollment=enrollment)
    hand_in_quiz(enrollment.person, lesson, [[1]], attempt=uuid.uuid4(), by=None)
    assert enrollment.completion.missing == [{"code": "quizzes", "have": 0, "need": 1}]
    begin_quiz(enrollment.person, lesson, attempt=uuid.uuid4(), by=None)
    hand_in_quiz(enrollment.person, lesson, [[0]], attempt=uuid.uuid4(), by=None)
    enrollment.completion.refresh_from_db()
    assert enrollment.completion.is_met


def test_an_attempt_keeps_its_questions_when_the_page_changes(course_page, person):
    lesson, attempt = lesson_with(course_page), uuid.uuid4()
    begun = begin_quiz(person, lesson, attempt=attempt, by=None)
    lesson = edited(lesson, ("true_false", {"question": "Another", "is_true": False}))
    answers = right_answers(questions_in(begun))
    handed_in = hand_in_quiz(person, lesson, answers, attempt=attempt, by=None)
    assert (handed_in.percent, handed_in.total) == (100, len(KINDS))


def test_answers_are_kept_and_the_last_ones_stay(course_page, person):
    lesson, attempt = lesson_with(course_page, KINDS[0], KINDS[1]), uuid.uuid4()
    keep_answers(person, lesson, [[1], None], attempt=attempt)
    keep_answers(person, lesson, [[1], [0]], attempt=attempt)
    begun = QuizAttempt.objects.begun().get()
    assert (begun.answers, begun.submitted_at, begun.total) == ([[1], [0]], None, 0)
    hand_in_quiz(person, lesson, [[0], [0]], attempt=attempt, by=None)
    kept = keep_answers(person, lesson, [None, None], attempt=attempt)
    assert (kept.answers, kept.percent) == ([[0], [0]], 100)


def test_what_was_begun_elsewhere_gives_way(course_page, person):
    lesson, one, other = lesson_with(course_page, KINDS[0]), uuid.uuid4(), uuid.uuid4()
    keep_answers(person, lesson, [[1]], attempt=one)
    hand_in_quiz(person, lesson, [[0]], attempt=other, by=None)
    assert [each.uuid for each in QuizAttempt.objects.all()] == [other]


def test_attempts_run_out(course_page, person):
    lesson, attempt = lesson_with(course_page, KINDS[0], attempts=1), uuid.uuid4()
    assert refusal(hand_in_quiz, person, lesson, [[0]], attempt=attempt, by=None) == "not_begun"
    begun = begin_quiz(person, lesson, attempt=attempt, by=None)
    assert begin_quiz(person, lesson, attempt=uuid.uuid4(), by=None) == begun
    hand_in_quiz(person, lesson, [[1]], attempt=attempt, by=None)
    assert refusal(begin_quiz, person, lesson, attempt=uuid.uuid4(), by=None) == "used_up"
    assert QuizAttempt.objects.count() == 1


def test_after_the_time_the_answers_count_that_were_kept_before(course_page, person):
    lesson = lesson_with(course_page, KINDS[0], KINDS[1], minutes=10)
    attempt = uuid.uuid4()
    begun = begin_quiz(person, lesson, attempt=attempt, by=None)
    keep_answers(person, lesson, [[0], None], attempt=attempt)
    later(begun, 12)
    assert refusal(keep_answers, person, lesson, [[0], [0]], attempt=attempt) == "time_over"
    handed_in = hand_in_quiz(person, lesson, [[0], [0]], attempt=attempt, by=None)
    assert (handed_in.answers, handed_in.percent) == ([[0], None], 50)


def test_who_begins_again_after_the_time_hands_in_what_was_kept(course_page, person):
    lesson = lesson_with(course_page, KINDS[0], minutes=10)
    later(begin_quiz(person, lesson, attempt=uuid.uuid4(), by=None), 12)
    second = begin_quiz(person, lesson, attempt=uuid.uuid4(), by=None)
    first = QuizAttempt.objects.handed_in().get()
    assert (first.answers, first.percent, second.submitted_at) == ([None], 0, None)


def test_answers_of_somebody_else_or_to_something_else_are_refused(course_page, person):
    lesson, attempt = lesson_with(course_page, KINDS[0]), uuid.uuid4()
    hand_in_quiz(PersonFactory(), lesson, [[0]], attempt=attempt, by=None)
    assert refusal(hand_in_quiz, person, lesson, [[0]], attempt=attempt, by=None) == "not_hers"
    assert (
        refusal(hand_in_quiz, person, lesson, [[0], [0]], attempt=uuid.uuid4(), by=None)
        == "answers_do_not_fit"
    )
    other = lesson_with(course_page, KINDS[0])
    hand_in_quiz(person, other, [[0]], attempt=(attempt := uuid.uuid4()), by=None)
    assert (
        refusal(hand_in_quiz, person, lesson, [[0]], attempt=attempt, by=None)
        == "answers_do_not_fit"
    )
    lesson.body = []
    assert refusal(begin_quiz, person, lesson, attempt=uuid.uuid4(), by=None) == "no_quiz"


@pytest.fixture
def written(course_page):
    """A run for which a written answer, handed in, is the only thing missing."""
    lesson = lesson_with(course_page, KINDS[0], WRITTEN)
    run = CourseRunFactory(course=course_page.course, min_quiz_percent=70)
    enrollment = EnrollmentFactory(run=run)
    AttendanceFactory(session=SessionFactory(run=run, status="held"), enrollment=enrollment)
    attempt = hand_in_quiz(
        enrollment.person, lesson, [[0], "Line 2"], attempt=uuid.uuid4(), by=None
    )
    return attempt, enrollment


def test_a_mark_can_complete_a_run_and_be_corrected(written, staff_user):
    attempt, enrollment = written
    assert (attempt.waiting, attempt.percent, enrollment.completion.is_met) == (1, 50, False)
    mark_answer(attempt, 1, 0.5, remark=" Where? ", by=staff_user)
    enrollment.completion.refresh_from_db()
    attempt.refresh_from_db()
    assert (attempt.waiting, attempt.percent, attempt.remarks) == (0, 75, ["", "Where?"])
    assert enrollment.completion.is_met
    mark_answer(attempt, 1, 0, by=staff_user)
    enrollment.completion.refresh_from_db()
    assert not enrollment.completion.is_met


def test_only_written_answers_are_marked_within_a_point(written, staff_user):
    attempt, _enrollment = written
    assert refusal(mark_answer, attempt, 0, 1, by=staff_user) == "not_waiting"
    assert refusal(mark_answer, attempt, 7, 1, by=staff_user) == "not_waiting"
    assert refusal(mark_answer, attempt, 1, 1.5, by=staff_user) == "not_a_share"
    QuizAttempt.objects.update(answers=[])
    assert refusal(mark_answer, attempt, 1, 1, by=staff_user) == "not_waiting"


def test_attempts_from_before_questions_were_kept_still_count(person, course_page):
    old = QuizAttempt.objects.create(
        uuid=uuid.uuid4(), person=person, course=course_page.course, lesson_key=uuid.uuid4(),
        answers=[[0]], correct=3, total=4, submitted_at=timezone.now(),
    )  # fmt: skip
    assert (old.percent, old.asked) == (75, [])
    assert not quizzes.is_written(old, 0)


def test_of_two_begun_sheets_a_merge_keeps_that_of_the_kept_person(course_page, staff_user):
    lesson, kept, absorbed = lesson_with(course_page, KINDS[0]), PersonFactory(), PersonFactory()
    hand_in_quiz(absorbed, lesson, [[0]], attempt=uuid.uuid4(), by=None)
    begun = [keep_answers(each, lesson, [[1]], attempt=uuid.uuid4()) for each in (kept, absorbed)]
    merge_people(kept, absorbed, by=staff_user)
    assert list(kept.quiz_attempts.begun()) == begun[:1]
    assert [each.percent for each in kept.quiz_attempts.handed_in()] == [100]
