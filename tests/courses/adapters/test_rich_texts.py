"""Rich texts leave with names for links and come in as the editor would have saved them."""

import pytest

from courses.adapters.rich_texts import LINKS, cleaned, links_in, settled, travelling, without_links

FEATURES = ("h2", "bold", "ul", "link", "document-link")
KHMER = "<p>ដើរ​ហើយ​<b>មើល</b>។</p>"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (KHMER, KHMER),
        ('<p data-block-key="a1b2c">One</p>\n<p><strong>Two</strong></p>',
         "<p>One</p><p><b>Two</b></p>"),
        ("<p>a<script>alert(1)</script></p>", "<p>aalert(1)</p>"),
        ('<p onclick="x()">a<img src=x onerror=y><br>b</p>', "<p>a<br/>b</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
        ('<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>',
         '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>'),
        ("<h1>No such heading</h1>", "<p>No such heading</p>"),
        (" ", ""),
    ],
)  # fmt: skip
def test_a_text_is_what_the_editor_allows(html, said):
    assert cleaned(html, FEATURES) == said
    assert cleaned(said, FEATURES) == said


def test_links_travel_by_name_and_get_the_numbers_of_the_other_site():
    html = (
        '<p><a linktype="page" id="7">one</a> <a id="8" linktype="document">two</a> '
        '<a linktype="page" id="9">three</a> <a linktype="page" id="x">four</a></p>'
    )
    names = {("page", 7): "page/key/en", ("document", 8): "document:abc"}

    text = travelling(html, FEATURES, lambda kind, number: names.get((kind, number)))

    assert text == (
        f'<p><a href="{LINKS}page/key/en">one</a> <a href="{LINKS}document:abc">two</a> '
        "three four</p>"
    )
    assert links_in(text) == ["page/key/en", "document:abc"]
    known = without_links(text, {"document:abc"}.__contains__)
    assert known == f'<p>one <a href="{LINKS}document:abc">two</a> three four</p>'
    numbers = {"page/key/en": 3, "document:abc": 4}
    assert settled(text, numbers.get) == (
        '<p><a linktype="page" id="3">one</a> <a linktype="document" id="4">two</a> three four</p>'
    )
