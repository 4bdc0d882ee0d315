"""About how many bytes a phone loads for a page: its text, packed, and its pictures."""

import gzip
from collections.abc import Iterator

from courses.adapters.pictures import phone_bytes
from courses.models import CoursePage, LessonPage

#: What the frame of a page weighs on the line, in bytes.
FRAME = 3500


def page_size(page: CoursePage | LessonPage) -> int:
    """In bytes; pictures that are gone weigh nothing."""
    if isinstance(page, CoursePage):
        return FRAME + _text_bytes(page.about) + (phone_bytes(page.picture) if page.picture else 0)
    html = "\n".join(page.body.stream_block.get_searchable_content(page.body))
    return FRAME + _text_bytes(html) + sum(map(phone_bytes, _images(page)))


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
