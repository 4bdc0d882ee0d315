"""Keep what people read and answer online."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.completion import refresh_completions
from courses.choices import EnrollmentStatus, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, LessonPage, LessonProgress, Person, QuizAttempt
from courses.queries.lesson_progress import waits_for_quiz
from courses.rules.quiz import Result, grade


def course_id_of(lesson: LessonPage) -> int:
    """The course that the lesson's parent page is about."""
    return lesson.get_parent().specific.course_id


@transaction.atomic
def mark_lesson_read(
    person: Person,
    lesson: LessonPage,
    *,
    by: AbstractBaseUser | None,
    at: datetime | None = None,
) -> LessonProgress | None:
    """Record that a person read a lesson, now or at an earlier moment; the first day counts.
    Idempotent. Where its questions have to be answered well, nothing is recorded, and None
    returned, before they are: the action that keeps an attempt calls this again."""
    if waits_for_quiz(person, lesson):
        return None
    progress = progress_of(person, lesson)
    before, progress.read_at = progress.read_at, at or timezone.now()
    if before is None or progress.read_at < before:
        progress.save(update_fields=["read_at"])
        _refresh(person, progress.course_id, by=by)
    else:
        progress.read_at = before
    return progress


def progress_of(person: Person, lesson: LessonPage) -> LessonProgress:
    """The row that says how far she got, locked; made where there is none. Belongs into a
    transaction."""
    progress, _is_new = LessonProgress.objects.select_for_update().get_or_create(
        person=person,
        lesson_key=lesson.translation_key,
        defaults={"course_id": course_id_of(lesson)},
    )
    return progress


@transaction.atomic
def submit_quiz(
    person: Person,
    lesson: LessonPage,
    answers: Sequence[set[int]],
    *,
    attempt: uuid.UUID,
    by: AbstractBaseUser | None,
) -> tuple[QuizAttempt, Result]:
    """Grade and keep one attempt; the same `attempt` again (a double click) is not kept twice.

    Raises Refused: `no_quiz`, `answers_do_not_fit` when the quiz has changed meanwhile.
    """
    quiz = lesson.quiz
    if quiz is None:
        raise Refused(_("This lesson has no questions."), code="no_quiz")
    key = [_right_answers(question) for question in quiz["questions"]]
    if len(answers) != len(key):
        raise Refused(
            _("The questions have changed. Please answer them again."), code="answers_do_not_fit"
        )
    result = grade(key, answers)
    kept, is_new = QuizAttempt.objects.get_or_create(
        uuid=attempt,
        defaults={
            "person": person,
            "course_id": course_id_of(lesson),
            "lesson_key": lesson.translation_key,
            "answers": [sorted(chosen) for chosen in answers],
            "correct": result.correct,
            "total": result.total,
            "submitted_at": timezone.now(),
        },
    )
    if is_new:
        mark_lesson_read(person, lesson, by=by)
        _refresh(person, kept.course_id, by=by)
    return kept, result


def _right_answers(question) -> set[int]:
    return {n for n, choice in enumerate(question["choices"]) if choice["is_correct"]}


def _refresh(person: Person, course_id: int, *, by: AbstractBaseUser | None) -> None:
    """Learning counts on every run of the course that the person is on."""
    runs = CourseRun.objects.filter(
        course=course_id,
        enrollments__person=person,
        enrollments__status=EnrollmentStatus.ENROLLED,
    ).exclude(status=RunStatus.CANCELLED)
    for run in runs:
        refresh_completions(run, by=by, enrollments=run.enrollments.filter(person=person))
