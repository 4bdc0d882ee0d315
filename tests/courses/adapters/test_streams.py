"""Stored blocks of every shape are walked through, and nothing else."""

import pytest
from wagtail import blocks

from courses.adapters.streams import mapped


class Pair(blocks.StructBlock):
    left = blocks.CharBlock()
    right = blocks.ListBlock(blocks.CharBlock())


class Body(blocks.StreamBlock):
    words = blocks.CharBlock()
    pair = Pair()


def loud(block, value):
    return value.upper()


def body(*rows):
    return mapped(Body(), list(rows), loud, "here")


def test_every_leaf_is_changed_and_ids_stay():
    (row,) = body({"type": "words", "value": "a", "id": "w-1"})
    assert row == {"type": "words", "value": "A", "id": "w-1"}
    item = {"type": "item", "value": "c", "id": "c-1"}
    (row,) = body({"type": "pair", "value": {"left": "b", "right": ["x", item]}, "id": "p"})
    first, second = row["value"]["right"]
    assert (row["value"]["left"], first["value"], second) == ("B", "X", item | {"value": "C"})


def test_what_has_no_id_gets_the_same_one_each_time():
    rows = [{"type": "words", "value": "a"}, {"type": "words", "value": "a"}]
    first, second = body(*rows)
    assert first["id"] != second["id"]
    assert body(*rows) == [first, second]
    assert mapped(Body(), rows, loud, "there")[0]["id"] != first["id"]


def test_kinds_that_are_not_known_go():
    assert body({"type": "map", "value": "a"}) == []


@pytest.mark.parametrize(
    "rows",
    [
        ["words"],
        [{"type": "words", "value": "a", "id": "<b>"}],
        [{"type": "words", "value": "a", "id": 7}],
        [{"type": "pair", "value": {"left": "a", "right": "no list"}}],
        [{"type": "pair", "value": "no struct"}],
        [{"type": [], "value": "a"}],
    ],
)
def test_what_no_block_stores_is_refused(rows):
    with pytest.raises((ValueError, TypeError, AttributeError)):
        body(*rows)
