"""About how many bytes a phone loads for a page: its text, packed, its pictures, sound and film."""

import gzip
from collections.abc import Iterator

from courses.adapters.pictures import phone_bytes, small_bytes
from courses.models import CoursePage, LessonPage
from courses.queries.lesson_parts import document_bytes, films_of, media_of

#: What the frame of a page weighs on the line, in bytes.
FRAME = 3500


def page_size(page: CoursePage | LessonPage) -> int:
    """In bytes; pictures that are gone weigh nothing."""
    return page_sizes(page)["size"]


def page_sizes(page: CoursePage | LessonPage) -> dict[str, int]:
    """Bytes by field of `PageSearchText`: as it is; for a lesson also with the pictures of the data
    saver, what its sound and film load, and the film alone."""
    if isinstance(page, CoursePage):
        picture = phone_bytes(page.picture) if page.picture else 0
        return {"size": FRAME + _text_bytes(page.about) + picture}
    html = "\n".join(page.body.stream_block.get_searchable_content(page.body))
    text, images = FRAME + _text_bytes(html), list(_images(page))
    return {
        "size": text + sum(map(phone_bytes, images)),
        "saver_size": text + sum(map(small_bytes, images)),
        "media_size": sum(map(document_bytes, media_of(page))),
        "film_size": sum(map(document_bytes, films_of(page))),
    }


def _text_bytes(text: str) -> int:
    return len(gzip.compress(text.encode()))


def _images(page: LessonPage) -> Iterator:
    for block in page.body:
        if block.block_type == "picture":
            yield from filter(None, [block.value["image"]])
        elif block.block_type == "picture_steps":
            yield from filter(None, (step["image"] for step in block.value["steps"]))
        elif block.block_type == "video" and block.value["poster"]:
            yield block.value["poster"]
