"""Finds in the text of a Word document what a lesson cannot hold, paragraph by paragraph."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from courses.adapters.word import contents
from courses.adapters.word.contents import Note

_LONGEST = 60
_LEFT_OUT = {
    "footnoteReference": contents.FOOTNOTE,
    "endnoteReference": contents.FOOTNOTE,
    "commentReference": contents.COMMENT,
    "txbxContent": contents.TEXT_BOX,
    "chart": contents.DRAWING,
    "relIds": contents.DRAWING,
    "oMath": contents.FORMULA,
}


def notes_of(document: Element) -> Iterator[Note]:
    """Each thing once a paragraph; paragraphs are counted as they stand, those in tables too.
    Word keeps a text box twice, for new and old programs: the old one is passed over."""
    for number, paragraph in enumerate(_paragraphs(document), 1):
        words = "".join(_words(paragraph)).strip()[:_LONGEST]
        codes = dict.fromkeys(
            _LEFT_OUT[element.tag] for element in _inside(paragraph) if element.tag in _LEFT_OUT
        )
        if any(blip.attrib.get("link") for blip in paragraph.iter("blip")):
            codes[contents.PICTURE_OUTSIDE] = None
        for code in codes:
            yield Note(code, number, words)


def _paragraphs(element: Element) -> Iterator[Element]:
    """Outermost paragraphs: those inside a text box belong to the one that holds it."""
    for child in element:
        if child.tag == "p":
            yield child
        else:
            yield from _paragraphs(child)


def _inside(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag != "Fallback":
            yield child
            yield from _inside(child)


def _words(paragraph: Element) -> Iterator[str]:
    for element in _inside(paragraph):
        if element.tag == "t":
            yield element.text or ""
