"""Cuts the HTML of a document into the parts of a lesson: texts, pictures, tables."""

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from courses.adapters.word import contents
from courses.adapters.word.contents import Note, Part, PicturePart, TablePart, TextPart
from courses.adapters.word.pictures import Pictures

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol")
_LINKS = ("http://", "https://", "mailto:", "tel:")


class LessonParts:
    """A part ends before every larger heading, picture and table. A heading at the very beginning
    of the document is its title."""

    def __init__(self, body: Element, pictures: Pictures):
        self.pictures = pictures
        self.parts: list[Part] = []
        self.notes: list[Note] = []
        self.title = ""
        self.html: list[str] = []
        elements = [each for each in body if not _is_notes(each)]
        if elements and elements[0].tag == "h1":
            self.title = " ".join(_words(elements.pop(0)).split())
        used = {each.tag for each in elements} & set(_HEADINGS)
        self.largest = min(used, default="h1")
        for element in elements:
            self._take(element)
        self._end_text()

    def _take(self, element: Element) -> None:
        if element.tag == "table":
            self._end_text()
            self._table(element)
        elif element.tag in _HEADINGS:
            if element.tag == self.largest:
                self._end_text()
            self._block("h2" if element.tag == self.largest else "h3", element)
        elif element.tag in _LISTS:
            self.html.append(_list(element))
            self._pictures_of(element)
        else:
            self._block("p", element)

    def _block(self, tag: str, element: Element) -> None:
        inner = _inline(element)
        if inner.strip():
            self.html.append(f"<{tag}>{inner}</{tag}>")
        self._pictures_of(element)

    def _end_text(self) -> None:
        if self.html:
            self.parts.append(TextPart("".join(self.html)))
            self.html = []

    def _pictures_of(self, element: Element) -> None:
        for image in element.iter("img"):
            number, alt = image.get("src", ""), " ".join(image.get("alt", "").split())
            if not number.isdigit():
                self.notes.append(Note(number or contents.PICTURE_KIND, words=alt[:60]))
                continue
            self._end_text()
            self.parts.append(PicturePart(int(number), alt))
            if not alt:
                self.notes.append(Note(contents.NO_ALT, words=_words(element).strip()[:60]))

    def _table(self, table: Element) -> None:
        """Merged cells are written into the first and leave the others empty."""
        rows = [list(_cells(row)) for row in table.iter("tr")]
        width = max(map(len, rows), default=0)
        if any(cell.get("colspan") or cell.get("rowspan") for cell in table.iter()):
            self.notes.append(Note(contents.MERGED_CELLS, words=" ".join(rows[0])[:60]))
        if any("".join(row).strip() for row in rows):
            filled = tuple((*row, *[""] * (width - len(row))) for row in rows)
            self.parts.append(TablePart(filled, table.find("thead") is not None))
        if next(table.iter("img"), None) is not None:
            self.notes.append(Note(contents.PICTURE_IN_TABLE, words=" ".join(rows[0])[:60]))
        self._pictures_of(table)


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        yield " ".join(_words(cell).split())
        span = cell.get("colspan", "1")
        yield from [""] * (min(int(span), 50) - 1 if span.isdigit() else 0)


def _is_notes(element: Element) -> bool:
    """The list of footnotes that mammoth puts at the end."""
    first = next(iter(element), None)
    is_note = first is not None and first.get("id", "").startswith(("footnote-", "endnote-"))
    return element.tag == "ol" and is_note


def _words(element: Element) -> str:
    """Plain words; paragraphs and lines inside stay apart, marks of footnotes go."""
    if element.tag == "sup" and element.find("a") is not None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        gap = " " if child.tag in ("p", "br", "li", "td", "tr") else ""
        pieces += [gap, _words(child), gap, child.tail or ""]
    return "".join(pieces)


def _inline(element: Element, passed: tuple[str, ...] = ()) -> str:
    """The words with bold, links and line breaks, and nothing else."""
    pieces = [escape(element.text or "", quote=False)]
    for child in element:
        if child.tag not in passed:
            pieces.append(_inline_of(child))
        pieces.append(escape(child.tail or "", quote=False))
    return "".join(pieces)


def _inline_of(child: Element) -> str:
    if child.tag == "sup" and child.find("a") is not None:
        return ""
    inner = _inline(child)
    if child.tag == "br":
        return "<br/>"
    if child.tag in ("strong", "b") and inner.strip():
        return f"<b>{inner}</b>"
    address = child.get("href", "")
    if child.tag == "a" and address.startswith(_LINKS) and inner.strip():
        return f'<a href="{escape(address)}">{inner}</a>'
    return inner


def _list(element: Element) -> str:
    """A list with the lists inside it."""
    items = []
    for item in element:
        inner = "".join(_list(child) for child in item if child.tag in _LISTS)
        words = _inline(item, passed=_LISTS).strip()
        if words or inner:
            items.append(f"<li>{words}{inner}</li>")
    return f"<{element.tag}>{''.join(items)}</{element.tag}>" if items else ""
