"""Files of questions: which format they have, and which are not taken at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.adapters.questions import QuestionFileError, read_questions
from courses.adapters.questions.contents import FILE_BYTES
from tests.courses.adapters.questions.ugly import GIFT, MOODLE, item

BOMB = """<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><quiz><question>&b;</question></quiz>"""
OUTSIDE = """<!DOCTYPE quiz [<!ENTITY f SYSTEM "file:///etc/passwd">]><quiz>&f;</quiz>"""


def refusal(data):
    with pytest.raises(QuestionFileError) as no:
        read_questions(data)
    return no.value.code


def test_the_format_is_found_by_the_contents():
    assert read_questions(GIFT.encode()).format == "gift"
    assert read_questions(GIFT.encode("utf-16")).format == "gift"
    assert read_questions("\ufeff".encode() + MOODLE.encode()).format == "moodle_xml"
    assert read_questions(item("<p>x</p>")).format == "qti"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" \n ", "empty"),
        (b"// only a comment", "empty"),
        (b"<quiz></quiz>", "empty"),
        (b"x" * (FILE_BYTES + 1), "too_large"),
        (b"A {T}\n\n" * 501, "too_many"),
        (b"\xff\x00\x80", "unknown_format"),
        (b"<?xml version='1.0'?><html/>", "unknown_format"),
        (b"<quiz><question>", "broken_xml"),
        (BOMB.encode(), "broken_xml"),
        (OUTSIDE.encode(), "broken_xml"),
        (b"<quiz>" + b"<a>" * 200, "broken_xml"),
        (b"<?xml version='1.0' encoding='nonsense'?><quiz/>", "broken_xml"),
        (b"PK\x03\x04nonsense", "unreadable"),
    ],
    ids=[
        *("blank", "comment", "no question", "large", "many", "bytes", "html", "cut off", "bomb"),
        *("outside", "deep", "encoding", "zip"),
    ],
)
def test_what_is_not_taken_says_why(data, code):
    assert refusal(data) == code


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    for start in (b"", b"<quiz>", b"<assessmentItem><itemBody>", b"PK\x03\x04"):
        try:
            read_questions(start + data)
        except QuestionFileError as error:
            assert error.code
