"""Rich texts as they travel between sites: what the editor allows, with links by names."""

import re
from collections.abc import Callable
from functools import cache

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs
from wagtail.whitelist import Whitelister

#: Where links to pages and documents of the course lead; nobody can own this name (RFC 2606).
LINKS = "https://course.invalid/"

_KEY = re.compile(r' data-block-key="[^"]*"')
_LINK = re.compile(rf'<a href="{re.escape(LINKS)}([^"]*)">(.*?)</a>', re.DOTALL)


def cleaned(html: str, features: tuple[str, ...]) -> str:
    """The text as the editor with these features would save it, without the keys that it gives to
    paragraphs. The same text again for its own answer."""
    if not html.strip():
        return ""
    convert = _converter(features)
    try:
        state = convert.from_database_format(html)
    except AssertionError:  # tags that do not close
        state = convert.from_database_format(Whitelister().clean(html))
    text = _KEY.sub("", convert.to_database_format(state))
    return cleaned(text, features) if "<a>" in text else text


def travelling(html: str, features: tuple[str, ...], ref: Callable[[str, int], str | None]) -> str:
    """A stored text for a file. `ref` gives the name of a page or document by its kind and number,
    None where it does not travel: then the words stay and the link goes."""

    def change(tag: re.Match) -> str:
        attrs = extract_attrs(tag[1])
        number = attrs.get("id", "")
        if "linktype" not in attrs:
            return tag[0]
        name = ref(attrs["linktype"], int(number)) if number.isdecimal() else None
        return f'<a href="{LINKS}{name}">' if name else "<a>"

    return cleaned(FIND_A_TAG.sub(change, html), features)


def links_in(text: str) -> list[str]:
    """The names of pages and documents that a text of a file leads to."""
    return [name for name, _words in _LINK.findall(text)]


def without_links(text: str, known: Callable[[str], bool]) -> str:
    """A text of a file without links to names that are not known; the words stay."""
    return _LINK.sub(lambda link: link[0] if known(link[1]) else link[2], text)


def settled(text: str, number: Callable[[str], int | None]) -> str:
    """A text of a file as it is stored here. `number` gives the number of a page or document by its
    name."""

    def change(link: re.Match) -> str:
        kind, found = link[1].partition("/")[0].partition(":")[0], number(link[1])
        return link[2] if found is None else f'<a linktype="{kind}" id="{found}">{link[2]}</a>'

    return _LINK.sub(change, text)


@cache
def _converter(features: tuple[str, ...]) -> ContentstateConverter:
    return ContentstateConverter(list(features))
