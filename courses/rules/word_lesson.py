"""The parts of a Word document as the blocks of a lesson."""

import uuid
from collections.abc import Mapping

from courses.adapters.table_text import as_text
from courses.adapters.word import PicturePart, TablePart, TextPart, WordDocument

LONGEST_ALT = 250
#: Namespace of the ids of blocks, so that the same file always gives the same ids.
_SPACE = uuid.UUID("b2a5ac2e-55f7-4c0e-8d4e-94f4f4a4f0a1")


def lesson_blocks(
    document: WordDocument, sha256: str, images: Mapping[int, int | None]
) -> list[dict]:
    """What a lesson stores. `images` gives the image of each picture of the document. What a
    picture or table shows stays empty where the document does not tell."""
    return [
        {"type": kind, "id": block_id(sha256, number), "value": value}
        for number, (kind, value) in enumerate(_block(part, images) for part in document.parts)
    ]


def block_id(sha256: str, number: int = 0) -> str:
    """The id of a block by its place in the file with this digest."""
    return str(uuid.uuid5(_SPACE, f"{sha256}:{number}"))


def _block(
    part: TextPart | PicturePart | TablePart, images: Mapping[int, int | None]
) -> tuple[str, object]:
    if isinstance(part, TextPart):
        return "text", part.html
    if isinstance(part, PicturePart):
        alt = part.alt[:LONGEST_ALT]
        return "picture", {"image": images[part.number], "alt": alt, "caption": ""}
    return "table", {"caption": "", "has_head": part.has_head, "cells": as_text(part.rows)}
