"""The parts of a lesson as its page shows them, each with a key that outlives edits."""

from dataclasses import dataclass
from functools import partial

from django.utils.translation import get_language

from courses.adapters.data_saver import Look, version_of
from courses.adapters.memory import remembered
from courses.models import LessonPage


@dataclass(frozen=True)
class Part:
    """A block of a lesson, drawn; the questions are not (`html` is empty), for they are a form."""

    key: str
    html: str = ""

    @property
    def anchor(self) -> str:
        return anchor_of(self.key)


def anchor_of(key: str) -> str:
    """Where on the page a part begins."""
    return f"p-{key[:8]}"


def part_keys(page: LessonPage) -> list[str]:
    """The keys of all parts in reading order, without drawing any. A part of a draft has none yet,
    and its number instead."""
    return [raw.get("id") or str(number) for number, raw in enumerate(page.body.raw_data)]


def parts_of(page: LessonPage, look: Look, *, is_preview: bool = False) -> list[Part]:
    """All parts, drawn for a look; remembered as public pages are, but not in a preview."""
    draw = partial(_drawn, page, look)
    if is_preview or page.pk is None:
        return draw()
    key = f"lesson:{page.pk}:{version_of(page)}:{get_language()}:{look.key}"
    return remembered(key, draw)


def _drawn(page: LessonPage, look: Look) -> list[Part]:
    keys = part_keys(page)
    return [
        Part(key) if block.block_type == "quiz" else Part(key, block.render({"look": look}))
        for key, block in zip(keys, page.body, strict=True)
    ]


def media_of(page: LessonPage):
    """The sound and film files of a lesson."""
    for block in page.body:
        if block.block_type == "text" and block.value["recording"]:
            yield block.value["recording"]
        elif block.block_type in ("audio", "video") and block.value["file"]:
            yield block.value["file"]


def films_of(page: LessonPage):
    """The film files of a lesson."""
    for block in page.body:
        if block.block_type == "video" and block.value["file"]:
            yield block.value["file"]


def document_bytes(document) -> int:
    """The size of a file; 0 where it is missing."""
    try:
        return document.get_file_size() or 0
    except OSError:
        return 0
