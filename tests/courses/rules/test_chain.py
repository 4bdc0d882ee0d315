"""The chain of a register breaks wherever somebody has been at it."""

import pytest

from courses.rules.chain import Break, Link, broken_at, digest_after


def chain(number):
    links, digest = [], ""
    for place in range(1, number + 1):
        says = {"place": place}
        digest = digest_after(digest, says)
        links.append(Link(place, says, digest))
    return links, {"length": number, "digest": digest}


def test_an_untouched_chain_holds_and_so_does_an_empty_one():
    links, end = chain(4)
    assert broken_at(links, **end) is None
    assert broken_at([], length=0, digest="") is None


def changed(links):
    return [links[0], Link(2, {"place": 9}, links[1].digest), *links[2:]]


def longer(links):
    says = {"place": 5}
    return [*links, Link(5, says, digest_after(links[-1].digest, says))]


@pytest.mark.parametrize(
    ("touch", "expected"),
    [
        (changed, Break(2, "changed")),
        (lambda links: [links[0], *links[2:]], Break(2, "missing")),
        (lambda links: links[:3], Break(4, "shortened")),
        (longer, Break(6, "shortened")),
    ],
)
def test_a_change_is_named(touch, expected):
    links, end = chain(4)
    assert broken_at(touch(links), **end) == expected
