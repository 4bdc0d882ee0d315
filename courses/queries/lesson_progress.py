"""What has to be known before a lesson counts as read."""

from collections.abc import Iterable
from uuid import UUID

from courses.models import CoursePage, LessonPage, Person
from courses.queries.quizzes import attempts_of, lesson_quiz


def waits_for_quiz(person: Person, lesson: LessonPage) -> bool:
    """Whether the lesson has questions that its course wants answered well, and she has not."""
    quiz = lesson_quiz(lesson)
    needed = quiz and (quiz.pass_percent or _of_course(lesson))
    if not needed:
        return False
    attempts = attempts_of(person, lesson.translation_key).handed_in()
    return not any(attempt.percent >= needed for attempt in attempts)


def _of_course(lesson: LessonPage) -> int | None:
    course = CoursePage.objects.parent_of(lesson).select_related("course").first().course
    return course and course.min_quiz_percent


def lessons_told(keys: Iterable[UUID]) -> dict[UUID, LessonPage]:
    """By key a live lesson of a course, in whatever language. One query."""
    pages = LessonPage.objects.live().filter(translation_key__in=set(keys)).order_by("-pk")
    return {page.translation_key: page for page in pages}
