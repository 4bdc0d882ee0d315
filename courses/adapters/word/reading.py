"""Reads a Word document with mammoth, after looking for traps in it."""

import io
import zipfile
from xml.etree.ElementTree import Element

import mammoth

from courses.adapters.archives import BROKEN, ArchiveError, ArchiveLimits, open_archive
from courses.adapters.word import contents
from courses.adapters.word.contents import Note, WordDocument, WordError
from courses.adapters.word.notes import notes_of
from courses.adapters.word.parts import LessonParts
from courses.adapters.word.pictures import Pictures
from courses.adapters.xml_tree import XmlError, read_xml

_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT = "word/document.xml"
_LIMITS = ArchiveLimits(contents.UNZIPPED_BYTES, contents.FILES)


def read_word(data: bytes) -> WordDocument:
    """The parts of a lesson in the order of the document. Nothing outside the file is opened.
    Raises WordError."""
    if len(data) > contents.FILE_BYTES:
        raise WordError(contents.TOO_LARGE)
    if data.startswith(_COMPOUND_FILE):
        is_encrypted = _ENCRYPTED_PACKAGE in data
        raise WordError(contents.ENCRYPTED if is_encrypted else contents.LEGACY_DOC)
    if not data.startswith(_ZIP):
        raise WordError(contents.NOT_WORD)
    checked, document = _checked(data)
    pictures = Pictures()
    html = _html(checked, pictures)
    parts = LessonParts(html, pictures)
    if not parts.parts:
        raise WordError(contents.EMPTY)
    if len(parts.parts) > contents.PARTS:
        raise WordError(contents.TOO_LARGE)
    notes = sorted((*notes_of(document), *parts.notes), key=_place)
    return WordDocument(parts.title, tuple(parts.parts), tuple(pictures.kept), tuple(notes))


def _place(note: Note) -> int:
    return note.paragraph


def _checked(data: bytes) -> tuple[io.BytesIO, Element]:
    """The text and the pictures of the document alone, every piece of XML read once, and the root
    of the main text."""
    copy, document = io.BytesIO(), None
    try:
        with open_archive(data, _LIMITS) as archive, zipfile.ZipFile(copy, "w") as kept:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    root = read_xml(archive.read(name))
                    document = root if root.tag == "document" else document
                    kept.writestr(name, archive.read(name))
                elif name.startswith("word/media/"):
                    kept.writestr(name, archive.read(name))
    except ArchiveError as error:
        raise WordError(error.code) from error
    except (*BROKEN, XmlError) as error:
        raise WordError(contents.UNREADABLE) from error
    if document is None:
        raise WordError(contents.NOT_WORD)
    return copy, document


def _html(file: io.BytesIO, pictures: Pictures) -> Element:
    """What mammoth makes of the document, read again as a tree. Style maps inside the document,
    which could make any HTML, are not followed."""
    try:
        made = mammoth.convert_to_html(
            file,
            include_embedded_style_map=False,
            external_file_access=False,
            ignore_empty_paragraphs=True,
            convert_image=pictures.convert,
        )
        return read_xml(f"<body>{made.value}</body>".encode())
    except (*BROKEN, XmlError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise WordError(contents.UNREADABLE) from error
