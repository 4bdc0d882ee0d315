"""The words of a piece of HTML, as plain text with its paragraphs, and what it holds besides."""

import re
from html.parser import HTMLParser

_BREAKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"}
_SILENT = {"script", "style", "template", "head", "title"}
_MEDIA = {"img", "object", "audio", "video", "iframe", "embed", "svg", "picture"}


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0
        self.has_media = False

    def handle_starttag(self, tag, attrs):
        self.silent += tag in _SILENT
        self.has_media = self.has_media or tag in _MEDIA
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.silent -= tag in _SILENT

    def handle_endtag(self, tag):
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data):
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data) if data.strip() else " ")


def plain_words(html: str) -> tuple[str, bool]:
    """The text, and whether pictures, sound or film were left out. Khmer stays as it is written."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return tidy("".join(reader.pieces)), reader.has_media


def tidy(text: str) -> str:
    """Without spaces at the ends of lines and without blank lines."""
    lines = (re.sub(r"[ \t\r\f\v\xa0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines))
