"""Keep beside every live course and lesson page its words for search, and how much it loads."""

from django.db import transaction
from wagtail.rich_text import get_text_for_indexing

from courses.models import CoursePage, LessonPage, PageSearchText
from courses.queries.page_sizes import page_sizes
from courses.rules.khmer import match_key


@transaction.atomic
def index_page(page: CoursePage | LessonPage) -> None:
    """Fold the words of a live page for search and measure what it loads. Idempotent.

    A page that is not live, or a lesson without a course page above it, is dropped instead.
    """
    course_page = page if isinstance(page, CoursePage) else _course_page_of(page)
    if not page.live or course_page is None:
        drop_page(page)
        return
    PageSearchText.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "course_page": course_page,
            "key": match_key("\n".join(filter(None, _words(page)))),
            **page_sizes(page),
        },
    )


@transaction.atomic
def drop_page(page: CoursePage | LessonPage) -> None:
    """Forget the words of a page. Idempotent."""
    PageSearchText.objects.filter(page_id=page.pk).delete()


@transaction.atomic
def catch_up() -> int:
    """Index every live page anew and drop the others; returns how many are kept. Idempotent."""
    pages = [*CoursePage.objects.live(), *LessonPage.objects.live()]
    PageSearchText.objects.exclude(page__in=[page.pk for page in pages]).delete()
    for page in pages:
        index_page(page)
    return PageSearchText.objects.count()


def _course_page_of(lesson: LessonPage) -> CoursePage | None:
    return CoursePage.objects.ancestor_of(lesson).last()


def _words(page: CoursePage | LessonPage):
    yield page.title
    yield page.summary
    if isinstance(page, LessonPage):
        yield from page.body.stream_block.get_searchable_content(page.body)
        return
    yield from (str(outcome.value) for outcome in page.outcomes)
    yield from (page.audience, page.search_words, get_text_for_indexing(page.about))
    if page.course:
        yield page.course.code
        for topic in page.course.topics.all():
            yield from (topic.name_en, topic.name_km)
