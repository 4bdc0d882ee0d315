"""Keep what people read online, and judge their runs anew when they have learned."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.completion import refresh_completions
from courses.choices import EnrollmentStatus, RunStatus
from courses.models import CourseRun, LessonPage, LessonProgress, Person


def course_id_of(lesson: LessonPage) -> int:
    """The course that the lesson's parent page is about."""
    return lesson.get_parent().specific.course_id


@transaction.atomic
def mark_lesson_read(
    person: Person, lesson: LessonPage, *, by: AbstractBaseUser | None
) -> LessonProgress:
    """Record that a person read a lesson; the first day counts. Idempotent."""
    progress, is_new = _read(person, lesson)
    if is_new:
        _refresh(person, progress.course_id, by=by)
    return progress


def learned(
    person: Person,
    course_id: int,
    *,
    lesson: LessonPage | None = None,
    by: AbstractBaseUser | None,
) -> None:
    """What follows from answers in a lesson: it is read, and the person's runs are judged anew.
    Belongs into the transaction that keeps the answers."""
    if lesson is not None:
        _read(person, lesson)
    _refresh(person, course_id, by=by)


def _read(person: Person, lesson: LessonPage) -> tuple[LessonProgress, bool]:
    return LessonProgress.objects.get_or_create(
        person=person,
        lesson_key=lesson.translation_key,
        defaults={"course_id": course_id_of(lesson), "read_at": timezone.now()},
    )


def _refresh(person: Person, course_id: int, *, by: AbstractBaseUser | None) -> None:
    """Learning counts on every run of the course that the person is on."""
    runs = CourseRun.objects.filter(
        course=course_id,
        enrollments__person=person,
        enrollments__status=EnrollmentStatus.ENROLLED,
    ).exclude(status=RunStatus.CANCELLED)
    for run in runs:
        refresh_completions(run, by=by, enrollments=run.enrollments.filter(person=person))
