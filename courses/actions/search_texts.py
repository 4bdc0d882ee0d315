"""Keep beside every live course and lesson page its words for search, and how much it loads."""

import gzip

from django.db import transaction
from wagtail.rich_text import get_text_for_indexing

from courses.adapters.pictures import phone_bytes, small_bytes
from courses.models import CoursePage, LessonPage, PageSearchText
from courses.queries.lesson_parts import document_bytes, media_of
from courses.rules.khmer import match_key

#: What the frame of a page weighs on the line, in bytes.
FRAME = 3500


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
            **_sizes(page),
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


def _sizes(page: CoursePage | LessonPage) -> dict[str, int]:
    """Bytes by field of the row: as it is, with the pictures of the data saver, sound and film."""
    if isinstance(page, CoursePage):
        picture = phone_bytes(page.picture) if page.picture else 0
        return {"size": FRAME + _text_bytes(page.about) + picture}
    html = "\n".join(page.body.stream_block.get_searchable_content(page.body))
    text, images = FRAME + _text_bytes(html), list(_images(page))
    return {
        "size": text + sum(map(phone_bytes, images)),
        "saver_size": text + sum(map(small_bytes, images)),
        "media_size": sum(map(document_bytes, media_of(page))),
    }


def _text_bytes(text: str) -> int:
    return len(gzip.compress(text.encode()))


def _images(page: LessonPage):
    for block in page.body:
        if block.block_type == "picture":
            yield block.value["image"]
        elif block.block_type == "picture_steps":
            yield from (step["image"] for step in block.value["steps"])
        elif block.block_type == "video" and block.value["poster"]:
            yield block.value["poster"]
