"""Typesetting: pages follow each other, and nothing but the named files is read."""

import pypdfium2
import pytest

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.typesetting import draw

A_DOCUMENT = {"w": 100, "h": 50, "bg": "", "title": "x", "lang": "km", "y": 2026, "m": 1, "d": 1}
WORDS = {
    "type": "text", "x": 0, "y": 0, "s": "x", "z": 10, "fonts": ["Noto Serif"], "weight": 400,
    "italic": False, "track": 0, "color": "#000000", "lang": "en", "top": 1, "bottom": 0.2,
    "h1": False,
}  # fmt: skip


def test_pages_follow_each_other():
    titled = [WORDS | {"s": "first", "h1": True}]

    pdf = pypdfium2.PdfDocument(draw(A_DOCUMENT | {"pages": [titled, [WORDS | {"s": "second"}]]}))

    assert [page.get_textpage().get_text_range() for page in pdf] == ["first", "second"]


@pytest.mark.parametrize("source", ["../../secret.png", "/etc/passwd", "document.json"])
def test_a_picture_outside_the_folder_is_not_read(source):
    item = {"type": "image", "x": 0, "y": 0, "w": 10, "src": source, "alt": "x"}

    with pytest.raises(TypesettingError) as refused:
        draw(A_DOCUMENT | {"pages": [[item]]})

    assert refused.value.code == "not_printed"


def test_a_font_that_is_not_shipped_is_refused():
    item = WORDS | {"fonts": ["Comic Sans MS"], "h1": True}

    with pytest.raises(TypesettingError) as refused:
        draw(A_DOCUMENT | {"pages": [[item]]})

    assert refused.value.code == "not_printed"
