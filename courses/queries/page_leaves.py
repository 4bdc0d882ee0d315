"""The texts and settings of a page, found by the definitions of its fields and blocks."""

import json
from collections.abc import Iterator
from dataclasses import replace

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field
from wagtail.blocks import (
    Block,
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from courses.rules.page_changes import ORDER, PART, ChangedPart, Form, Leaf
from courses.rules.page_tree import POSITION

#: What of a page is compared with its translations, in the order of the editor.
FIELDS = {
    CoursePage: (
        *("title", "summary", "picture", "picture_alt", "outcomes", "audience", "certificate"),
        *("about", "search_words", "seo_title", "search_description"),
    ),
    LessonPage: ("title", "summary", "body", "seo_title", "search_description"),
}
TRANSLATED = tuple(FIELDS)
VALUES = {"picture"}
#: Names of pools stand at two places that must agree.
SETTINGS = {"pool", "pools"}


def tree_of(model: type[Page], content: dict) -> dict:
    """The content of a revision as a tree; nodes without an id get their position for one."""
    return {name: _field_value(model, name, content.get(name)) for name in FIELDS[model]}


def tree_of_row(page: Page) -> dict:
    """The page as it stands in the database or in memory, as `tree_of`."""
    fields = {name: page._meta.get_field(name) for name in FIELDS[type(page)]}
    content = {
        name: getattr(page, name).get_prep_value()
        if isinstance(field, StreamField)
        else getattr(page, field.attname)
        for name, field in fields.items()
    }
    return tree_of(type(page), json.loads(json.dumps(content, cls=DjangoJSONEncoder)))


def _field_value(model: type[Page], name: str, value: object) -> object:
    field = model._meta.get_field(name)
    if not isinstance(field, StreamField):
        return value
    return _normal(field.stream_block, json.loads(value) if isinstance(value, str) else value or [])


def _normal(block: Block, value: object) -> object:
    if isinstance(block, StructBlock):
        if not isinstance(value, dict):
            value = block.get_prep_value(block.to_python(value))
        inner = block.child_blocks
        return {
            name: _normal(inner[name], each) if name in inner else each
            for name, each in value.items()
        }
    if isinstance(block, ListBlock):
        return [_item(block, number, each) for number, each in enumerate(value or ())]
    if isinstance(block, StreamBlock):
        return [
            _node(each["type"], each.get("id"), number, block.child_blocks[each["type"]], each)
            for number, each in enumerate(value or ())
            if each["type"] in block.child_blocks
        ]
    return value


def _item(block: ListBlock, number: int, item: object) -> dict:
    is_wrapped = isinstance(item, dict) and item.keys() >= {"type", "value"}
    item = item if is_wrapped else {"value": item}
    return _node("item", item.get("id"), number, block.child_block, item)


def _node(kind: str, key: str | None, number: int, block: Block, node: dict) -> dict:
    value = _normal(block, node["value"])
    return {"type": kind, "id": key or f"{POSITION}{number}", "value": value}


def leaves_of(model: type[Page], tree: dict) -> list[Leaf]:
    return list(_leaves_of(model, tree))


def _leaves_of(model: type[Page], tree: dict) -> Iterator[Leaf]:
    for name in FIELDS[model]:
        field = model._meta.get_field(name)
        top = Leaf((name,), Form.VALUE, tree[name], ChangedPart(name))
        if isinstance(field, StreamField):
            yield from _stream(field.stream_block, top)
        elif name in VALUES:
            yield top
        else:
            is_rich = isinstance(field, RichTextField)
            yield replace(top, form=Form.RICH if is_rich else Form.PLAIN)


def _leaves(block: Block, leaf: Leaf) -> Iterator[Leaf]:
    if leaf.path[-1] in SETTINGS:
        yield leaf
    elif isinstance(block, StructBlock):
        for name, inner in block.child_blocks.items():
            if name in leaf.value:
                yield from _leaves(inner, _below(leaf, name, leaf.value[name], inner.label))
    elif isinstance(block, ListBlock):
        yield from _list(block, leaf)
    elif isinstance(block, StreamBlock):
        yield from _stream(block, leaf)
    elif isinstance(block, RichTextBlock):
        yield replace(leaf, form=Form.RICH)
    else:
        yield replace(leaf, form=Form.PLAIN) if isinstance(block, (CharBlock, TextBlock)) else leaf


def _list(block: ListBlock, leaf: Leaf) -> Iterator[Leaf]:
    """Its order may be what a question asks for; that of blocks is each page's own."""
    for number, node in enumerate(leaf.value, 1):
        below = _below(leaf, node["id"], node["value"], number)
        yield _node_itself(below, node)
        yield from _leaves(block.child_block, below)
    ids = [node["id"] for node in leaf.value]
    yield replace(leaf, path=(*leaf.path, ORDER), form=Form.ORDER, value=ids)


def _stream(block: StreamBlock, leaf: Leaf) -> Iterator[Leaf]:
    """The blocks of a field of the page are its parts; those of a block are numbered in it."""
    is_top = len(leaf.path) == 1
    for number, node in enumerate(leaf.value, 1):
        below = _below(leaf, node["id"], node["value"], None if is_top else number)
        if is_top:
            below = replace(below, part=ChangedPart(node["type"], number))
        yield _node_itself(below, node)
        yield from _leaves(block.child_blocks[node["type"]], below)


def _node_itself(leaf: Leaf, node: dict) -> Leaf:
    return replace(leaf, path=(*leaf.path, PART), form=Form.PART, value=node["type"])


def _below(leaf: Leaf, name: str, value: object, label: object) -> Leaf:
    labels = leaf.labels if label is None else (*leaf.labels, label)
    return replace(leaf, path=(*leaf.path, name), value=value, labels=labels, form=Form.VALUE)


def definition(model: type[Page], tree: dict, leaf: Leaf) -> Field | Block:
    """The field of the page or the block that holds a leaf's words."""
    field = model._meta.get_field(leaf.path[0])
    if not isinstance(field, StreamField):
        return field
    block, value = field.stream_block, tree[leaf.path[0]]
    for name in leaf.path[1:]:
        if isinstance(block, StructBlock):
            block, value = block.child_blocks[name], value[name]
            continue
        node = next(node for node in value if node["id"] == name)
        is_list = isinstance(block, ListBlock)
        block = block.child_block if is_list else block.child_blocks[node["type"]]
        value = node["value"]
    return block
