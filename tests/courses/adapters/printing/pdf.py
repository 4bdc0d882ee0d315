"""Reads what typst wrote, glyph by glyph; only as much PDF as that takes."""

import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj", re.S)
STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.S)
HEX = re.compile(rb"<([0-9A-F]+)>")
FONT = re.compile(rb"/(f\d+) [\d.]+ Tf")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass
class Pdf:
    """A file of one page."""

    content: bytes

    @cached_property
    def objects(self) -> dict[int, bytes]:
        return {int(number): body for number, body in OBJECT.findall(self.content)}

    def stream(self, number: int) -> bytes:
        body = self.objects[number]
        data = STREAM.search(body)[1]
        return zlib.decompress(data) if b"/FlateDecode" in body.split(b"stream")[0] else data

    def reference(self, body: bytes, key: bytes) -> int:
        return int(re.search(key + rb"\s*\[?(\d+) 0 R", body)[1])

    @cached_property
    def page_text(self) -> bytes:
        (page,) = [body for body in self.objects.values() if b"/Type/Page/" in body]
        return self.stream(self.reference(page, rb"/Contents"))

    @cached_property
    def fonts(self) -> dict[bytes, TTFont]:
        """The embedded fonts by their names on the page."""
        (page,) = [body for body in self.objects.values() if b"/Type/Page/" in body]
        resources = page
        if b"/Font<<" not in resources:
            resources = self.objects[self.reference(page, rb"/Resources")]
        named = re.search(rb"/Font<<(.*?)>>", resources, re.S)[1]
        found = {}
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", named):
            descendant = self.objects[
                self.reference(self.objects[int(number)], rb"/DescendantFonts")
            ]
            descriptor = self.objects[self.reference(descendant, rb"/FontDescriptor")]
            file = self.stream(self.reference(descriptor, rb"/FontFile2"))
            found[name] = TTFont(BytesIO(file))
        return found

    def outlines(self) -> list[str]:
        """How every glyph of the page is drawn, in the order in which they are shown."""
        shown, font, at, text = [], None, 0, self.page_text
        while at < len(text):
            if found := FONT.match(text, at):
                font, at = self.fonts[found[1]], found.end()
            elif text[at : at + 1] == b"(":
                codes, at = bracketed(text, at)
                shown += glyphs_of(font, codes)
            elif text[at : at + 1] == b"<" and (found := HEX.match(text, at)):
                at = found.end()
                if text[at : at + 1] != b">":
                    shown += glyphs_of(font, bytes.fromhex(found[1].decode()))
            else:
                at += 1
        return shown


def bracketed(text: bytes, start: int) -> tuple[bytes, int]:
    """The string that begins at `start`, and where it ends; brackets in pairs need no escape."""
    depth, at = 0, start
    while True:
        sign = text[at : at + 1]
        depth += (sign == b"(") - (sign == b")")
        at += 2 if sign == b"\\" else 1
        if depth == 0:
            return ESCAPE.sub(_unescaped, text[start + 1 : at - 1]), at


def glyphs_of(font: TTFont, codes: bytes) -> list[str]:
    return [outline(font, int.from_bytes(codes[i : i + 2])) for i in range(0, len(codes), 2)]


def _unescaped(match: re.Match) -> bytes:
    said = match[1]
    return bytes([int(said, 8)]) if said.isdigit() else NAMED.get(said, said)


def outline(font: TTFont, glyph: int) -> str:
    """How a glyph is drawn; the same in a font and in its subset."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
    return repr(pen.value)
