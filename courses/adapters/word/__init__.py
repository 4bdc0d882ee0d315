"""Word documents (.docx), values in and out: the parts of a lesson are read."""

from courses.adapters.word.contents import (
    Note,
    Picture,
    PicturePart,
    TablePart,
    TextPart,
    WordDocument,
    WordError,
)
from courses.adapters.word.reading import read_word

__all__ = [
    "Note",
    "Picture",
    "PicturePart",
    "TablePart",
    "TextPart",
    "WordDocument",
    "WordError",
    "read_word",
]
