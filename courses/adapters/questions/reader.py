"""Finds out by its contents which format a file of questions has, and reads it."""

from courses.adapters.questions import contents, gift, moodle_xml, qti
from courses.adapters.questions.contents import QuestionFile, QuestionFileError
from courses.adapters.xml_tree import XmlError, read_xml

_ZIP = b"PK\x03\x04"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_questions(data: bytes) -> QuestionFile:
    """The questions of a file, and what of it is not understood. Raises QuestionFileError."""
    if len(data) > contents.FILE_BYTES:
        raise QuestionFileError(contents.TOO_LARGE)
    if not data.strip():
        raise QuestionFileError(contents.EMPTY)
    found = _read(data)
    if len(found.questions) + len(found.problems) > contents.QUESTIONS:
        raise QuestionFileError(contents.TOO_MANY)
    if not found.questions and not found.problems:
        raise QuestionFileError(contents.EMPTY)
    return found


def _read(data: bytes) -> QuestionFile:
    if data.startswith(_ZIP):
        return qti.read_package(data)
    if not _looks_like_xml(data):
        return gift.read_gift(_text(data))
    try:
        root = read_xml(data)
    except XmlError as error:
        raise QuestionFileError(contents.BROKEN_XML, error.line) from error
    if root.tag == "quiz":
        return moodle_xml.read_moodle(root)
    if root.tag == "assessmentItem":
        return qti.read_item(root)
    raise QuestionFileError(contents.UNKNOWN_FORMAT)


def _looks_like_xml(data: bytes) -> bool:
    start = data[:200].replace(b"\0", b"")
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.lstrip().startswith((b"<?xml", b"<quiz", b"<assessmentItem", b"<!"))


def _text(data: bytes) -> str:
    """UTF-8, or UTF-16 where the file says so."""
    encoding = "utf-16" if data.startswith(_MARKS[1:]) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise QuestionFileError(contents.UNKNOWN_FORMAT) from error
