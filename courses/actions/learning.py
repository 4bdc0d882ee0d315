"""Keep what people read online, and judge their runs anew when they have learned."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.completion import refresh_completions
from courses.choices import EnrollmentStatus, RunStatus
from courses.models import CourseRun, LessonPage, LessonProgress, Person
from courses.queries.lesson_progress import waits_for_quiz


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
    returned, before they are: the action that keeps an attempt calls `learned`."""
    if waits_for_quiz(person, lesson):
        return None
    progress, is_earlier = _read(person, lesson, at or timezone.now())
    if is_earlier:
        _refresh(person, progress.course_id, by=by)
    return progress


def progress_of(person: Person, lesson: LessonPage) -> LessonProgress:
    """The row that says how far she got, locked; made where there is none. Belongs into a
    transaction."""
    progress, _is_new = LessonProgress.objects.select_for_update().get_or_create(
        person=person,
        lesson_key=lesson.translation_key,
        defaults={"course_id": lambda: course_id_of(lesson)},
    )
    return progress


def learned(
    person: Person,
    course_id: int,
    *,
    lesson: LessonPage | None = None,
    by: AbstractBaseUser | None,
) -> None:
    """What follows from answers in a lesson: it is read where they suffice, and the person's runs
    are judged anew. Belongs into the transaction that keeps the answers."""
    if lesson is not None and not waits_for_quiz(person, lesson):
        _read(person, lesson, timezone.now())
    _refresh(person, course_id, by=by)


def _read(person: Person, lesson: LessonPage, at: datetime) -> tuple[LessonProgress, bool]:
    """The row, and whether she has now read the lesson earlier than was known."""
    progress = progress_of(person, lesson)
    if progress.read_at and progress.read_at <= at:
        return progress, False
    progress.read_at = at
    progress.save(update_fields=["read_at"])
    return progress, True


def _refresh(person: Person, course_id: int, *, by: AbstractBaseUser | None) -> None:
    """Learning counts on every run of the course that the person is on."""
    runs = CourseRun.objects.filter(
        course=course_id,
        enrollments__person=person,
        enrollments__status=EnrollmentStatus.ENROLLED,
    ).exclude(status=RunStatus.CANCELLED)
    for run in runs:
        refresh_completions(run, by=by, enrollments=run.enrollments.filter(person=person))
