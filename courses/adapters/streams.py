"""Walks through the stored blocks of a page, whatever their shape."""

import re
from collections.abc import Callable
from uuid import NAMESPACE_URL, uuid5

from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock

#: Called with a block that has no blocks inside and what is stored for it.
Leaf = Callable[[Block, object], object]

_ID = re.compile(r"[\w-]{1,64}")


def mapped(block: Block, stored: object, leaf: Leaf, place: str) -> object:
    """What is stored for a block, with `leaf` applied to everything that holds no blocks. Blocks of
    kinds that are not known go; those without an id get one of `place`, the same each time. Raises
    ValueError or TypeError for what no block stores."""
    if isinstance(block, StreamBlock):
        known = [each for each in _rows(stored) if each["type"] in block.child_blocks]
        return [
            {
                "type": each["type"],
                "value": mapped(
                    block.child_blocks[each["type"]], each["value"], leaf, f"{place}/{number}"
                ),
                "id": _id(each, f"{place}/{number}"),
            }
            for number, each in enumerate(known)
        ]
    if isinstance(block, ListBlock):
        return [
            _item(block.child_block, each, leaf, f"{place}/{number}")
            for number, each in enumerate(_list(stored))
        ]
    if isinstance(block, StructBlock):
        return _struct(block, stored, leaf, place)
    return leaf(block, stored)


def _struct(block: StructBlock, stored: object, leaf: Leaf, place: str) -> dict:
    """A struct that was another block once knows how to read what that one stored."""
    if not isinstance(stored, dict):
        stored = block.get_prep_value(block.to_python(stored))
    return {
        name: mapped(inner, stored[name], leaf, f"{place}/{name}")
        for name, inner in block.child_blocks.items()
        if name in stored
    }


def _item(block: Block, stored: object, leaf: Leaf, place: str) -> dict:
    """Lists hold their values with ids, older ones bare."""
    is_bare = not (isinstance(stored, dict) and stored.keys() == {"type", "id", "value"})
    value, row = (stored, {}) if is_bare else (stored["value"], stored)
    return {"type": "item", "value": mapped(block, value, leaf, place), "id": _id(row, place)}


def _id(row: dict, place: str) -> str:
    given = row.get("id")
    if not given:
        return str(uuid5(NAMESPACE_URL, place))
    if not isinstance(given, str) or not _ID.fullmatch(given):
        raise ValueError(given)
    return given


def _rows(stored: object) -> list[dict]:
    return [each for each in _list(stored) if each.keys() >= {"type", "value"}]


def _list(stored: object) -> list:
    if not isinstance(stored, list):
        raise TypeError(stored)
    return stored
