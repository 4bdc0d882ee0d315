"""What has to be known before a lesson counts as read."""

from collections.abc import Iterable
from uuid import UUID

from courses.models import CoursePage, LessonPage, Person, QuizAttempt


def waits_for_quiz(person: Person, lesson: LessonPage) -> bool:
    """Whether the lesson has questions that its course wants answered well, and she has not."""
    if lesson.quiz is None:
        return False
    course = CoursePage.objects.parent_of(lesson).select_related("course").first().course
    if course is None or course.min_quiz_percent is None:
        return False
    attempts = QuizAttempt.objects.filter(person=person, lesson_key=lesson.translation_key)
    return not any(attempt.percent >= course.min_quiz_percent for attempt in attempts)


def lessons_told(keys: Iterable[UUID]) -> dict[UUID, LessonPage]:
    """By key a live lesson of a course, in whatever language. One query."""
    pages = LessonPage.objects.live().filter(translation_key__in=set(keys)).order_by("-pk")
    return {page.translation_key: page for page in pages}
