"""What a Word document holds once it is read, how large it may be, and why one is refused."""

from dataclasses import dataclass

EMPTY = "empty"
TOO_LARGE = "too_large"
NOT_WORD = "not_word"
LEGACY_DOC = "legacy_doc"
ENCRYPTED = "encrypted"
UNREADABLE = "unreadable"

FILE_BYTES = 20_000_000
UNZIPPED_BYTES = 80_000_000
FILES = 2_000
PICTURES = 60
PARTS = 400

#: Notes: what a document loses on its way, or what is to do afterwards.
FOOTNOTE = "footnote"
COMMENT = "comment"
TEXT_BOX = "text_box"
DRAWING = "drawing"
FORMULA = "formula"
PICTURE_KIND = "picture_kind"
PICTURE_OUTSIDE = "picture_outside"
MANY_PICTURES = "many_pictures"
NO_ALT = "no_alt"
MERGED_CELLS = "merged_cells"
PICTURE_IN_TABLE = "picture_in_table"


class WordError(Exception):
    """A document that cannot be taken; `code` is one of the constants of this module."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Picture:
    """A picture file of a kind that browsers show."""

    data: bytes
    extension: str


@dataclass(frozen=True)
class TextPart:
    """HTML with h2, h3, p, br, b, a, ul, ol and li, and nothing else."""

    html: str


@dataclass(frozen=True)
class PicturePart:
    """`number` counts the pictures of the document from 0; `alt` may be empty."""

    number: int
    alt: str


@dataclass(frozen=True)
class TablePart:
    """Rows of equal length in plain words."""

    rows: tuple[tuple[str, ...], ...]
    has_head: bool


@dataclass(frozen=True)
class Note:
    """What was left out or is to do. `paragraph` counts from one, 0 where nobody can tell; `words`
    are the beginning of the paragraph."""

    code: str
    paragraph: int = 0
    words: str = ""


Part = TextPart | PicturePart | TablePart


@dataclass(frozen=True)
class WordDocument:
    """`title` is empty where the document does not begin with one."""

    title: str
    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...]
    notes: tuple[Note, ...]
