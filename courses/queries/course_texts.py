"""Which texts of a course are not published in a language yet."""

from dataclasses import dataclass

from wagtail.coreutils import get_content_languages

from courses.models import Course, CoursePage, LessonPage


@dataclass(frozen=True)
class MissingTexts:
    """`has_page` tells whether the course page is there; `lessons` how many lessons are not."""

    has_page: bool
    lessons: int


def missing_texts(course: Course, language: str) -> MissingTexts | None:
    """What the course lacks in a language; None where nothing is missing: in languages that the
    site does not write in, and for courses without any page. A lesson is missing that is published
    in another language only."""
    if language not in get_content_languages():
        return None
    pages = CoursePage.objects.filter(course=course).select_related("locale")
    if not pages:
        return None
    live = [page for page in pages if page.live]
    own = [page for page in live if page.locale.language_code == language]
    told = _lessons(live) - _lessons(own)
    return None if own and not told else MissingTexts(bool(own), len(told))


def _lessons(pages: list[CoursePage]) -> set:
    found = set()
    for page in pages:
        lessons = LessonPage.objects.live().child_of(page)
        found.update(lessons.values_list("translation_key", flat=True))
    return found
