"""Word documents become the parts of a lesson; traps are refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.adapters.word import PicturePart, TablePart, TextPart, WordError, read_word
from tests.courses.adapters.word.files import (
    docx,
    link,
    paragraph,
    picture,
    png,
    run,
    table,
    text_box,
)

KHMER = "សុវត្ថិភាព​និង​សុខភាព ការងារ"
OUT = ("hyperlink", "out", "https://example.org/a?b=1&amp;c=2", ' TargetMode="External"')
SCRIPT = ("hyperlink", "bad", "javascript:alert(1)", ' TargetMode="External"')


def refusal(data):
    with pytest.raises(WordError) as no:
        read_word(data)
    return no.value.code


def test_headings_paragraphs_and_nested_lists_become_texts():
    document = read_word(
        docx(
            paragraph("The walk", style="H1"),
            paragraph(KHMER),
            paragraph("Before", style="H2"),
            paragraph("See ", run("well", bold=True), " &amp; ask ", link("out", "here")),
            paragraph("Detail", style="H3"),
            paragraph("Gloves", level=0),
            paragraph("left", level=1),
            paragraph("Mask", level=0),
            relations=[OUT],
        )
    )

    assert document.title == "The walk"
    assert document.parts == (
        TextPart(f"<p>{KHMER}</p>"),
        TextPart(
            '<h2>Before</h2><p>See <b>well</b> &amp; ask <a href="https://example.org/a?b=1&amp;c=2">'
            "here</a></p><h3>Detail</h3><ul><li>Gloves<ol><li>left</li></ol></li><li>Mask</li></ul>"
        ),
    )
    assert document.notes == ()


def test_pictures_stand_where_they_stood_and_come_once():
    document = read_word(
        docx(
            paragraph("Before ", picture("pic1"), " after"),
            paragraph(picture("pic2", alt="")),
            paragraph(picture("pic1", alt="The same.")),
            media={"one.png": png("red"), "two.png": png("blue")},
        )
    )

    assert document.parts == (
        TextPart("<p>Before  after</p>"),
        PicturePart(0, "A guard over a belt."),
        PicturePart(1, ""),
        PicturePart(0, "The same."),
    )
    assert [each.data for each in document.pictures] == [png("red"), png("blue")]
    assert [note.code for note in document.notes] == ["no_alt"]


def test_tables_keep_their_cells_in_plain_words():
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("both")
    document = read_word(
        docx(
            table(("What", "Who", KHMER), ("Walk", paragraph("A") + paragraph("B"), "1")),
            paragraph("Between"),
            table((wide, "end"), ("a", "b", paragraph(picture())), head=False),
        )
    )

    assert document.parts == (
        TablePart((("What", "Who", KHMER), ("Walk", "A B", "1")), has_head=True),
        TextPart("<p>Between</p>"),
        TablePart((("both", "", "end"), ("a", "b", "")), has_head=False),
        PicturePart(0, "A guard over a belt."),
    )
    assert [note.code for note in document.notes] == ["merged_cells", "picture_in_table"]


def test_what_a_lesson_cannot_hold_is_told_with_its_paragraph():
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    document = read_word(
        docx(
            paragraph("Plain"),
            paragraph("The law says so", mark),
            paragraph("Box", text_box("In the box")),
            paragraph("Sum ", "<m:oMath/>", '<w:r><w:commentReference w:id="0"/></w:r>'),
            paragraph("Old ", picture("pic1", alt="Logo")),
            paragraph("Far ", picture("far", how="link")),
            media={"logo.emf": b"\x01\x00\x00\x00not a picture"},
            relations=[("image", "far", "http://192.0.2.1/x.png", ' TargetMode="External"')],
        )
    )

    told = [(note.code, note.paragraph, note.words) for note in document.notes]
    assert told == [
        ("picture_kind", 0, "Logo"),
        ("footnote", 2, "The law says so"),
        ("text_box", 3, "BoxIn the box"),
        ("formula", 4, "Sum"),
        ("comment", 4, "Sum"),
        ("picture_outside", 6, "Far"),
    ]
    (text,) = document.parts
    assert "See the law" not in text.html
    assert "[1]" not in text.html
    assert "In the box" in text.html


def test_a_link_that_would_run_something_is_only_words():
    (text,) = read_word(docx(paragraph(link("bad", "click")), relations=[SCRIPT])).parts

    assert text.html == "<p>click</p>"


def test_a_style_map_in_the_document_makes_no_html():
    trap = "p => script"
    document = read_word(docx(paragraph("alert(1)"), **{"mammoth/style-map": trap}))

    assert document.parts == (TextPart("<p>alert(1)</p>"),)


def test_smaller_headings_follow_the_largest_that_is_used():
    document = read_word(
        docx(paragraph("Intro"), paragraph("A", style="H3"), paragraph("B", style="H4"))
    )

    assert document.title == ""
    assert [part.html for part in document.parts] == ["<p>Intro</p>", "<h2>A</h2><h3>B</h3>"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"plain text", "not_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "legacy_doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04 cut off", "unreadable"),
        (docx(), "empty"),
        (docx(paragraph("a"), **{"word/big.bin": b"\0" * 80_000_001}), "too_large"),
        (docx(**{"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><document/>"}), "hostile"),
        (docx(**{"word/document.xml": "<document>" + "<p>" * 500}), "unreadable"),
        (docx(**{"word/document.xml": "<other/>"}), "not_word"),
        (docx(paragraph("a"), **{"../../etc/x.xml": "<a/>"}), "hostile"),
    ],
    ids=[
        *("text", "old", "secret", "cut", "empty", "bomb", "doctype", "deep", "other", "path"),
    ],
)
def test_what_is_not_taken_says_why(data, code):
    assert refusal(data) == code


@settings(max_examples=40)
@given(st.binary(max_size=30), st.integers(min_value=0, max_value=4000))
def test_a_damaged_document_is_read_or_refused(damage, at):
    good = docx(paragraph("a", picture()), table(("x",)))
    at = min(at, len(good))
    try:
        read_word(good[:at] + damage + good[at + len(damage) :])
    except WordError as error:
        assert error.code
