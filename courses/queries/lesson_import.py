"""Lessons that were made of files."""

from courses.models import CoursePage, LessonPage
from courses.rules.word_lesson import block_id


def lesson_made_of(sha256: str, course_page: CoursePage) -> LessonPage | None:
    """The lesson below the course page that was made of the file with this digest and still holds
    its first part."""
    first = block_id(sha256)
    for lesson in LessonPage.objects.child_of(course_page):
        draft = lesson.get_latest_revision_as_object()
        if any(block.id == first for block in draft.body):
            return lesson
    return None
