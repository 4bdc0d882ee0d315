"""Which parts of a page differ between two versions."""

import json

from courses.rules.page_changes import ChangedPart
from courses.rules.page_versions import all_changes


def version(*blocks, **fields):
    body = [{"id": key, "type": "text", "value": text} for key, text in blocks]
    return {"title": "The walk", "body": json.dumps(body), **fields}


def test_changed_new_and_gone_parts_are_named():
    before = version(("a", "One"), ("b", "Two"), summary="Old")
    after = version(("a", "1"), ("c", "Three"), summary="New")

    assert all_changes(before, after) == (
        ChangedPart("summary"),
        ChangedPart("text", 1),
        ChangedPart("text", 2),
        ChangedPart("text"),
    )


def test_a_version_without_a_field_has_none_of_its_blocks():
    assert all_changes({}, version(("a", "One"))) == (ChangedPart("title"), ChangedPart("text", 1))


def test_other_fields_and_a_new_order_are_changes_too():
    before = version(("a", "One"), ("b", "Two"), minutes=5)

    assert all_changes(before, before) == ()
    assert all_changes(before, before | {"minutes": 6}) == (ChangedPart("minutes"),)
    moved = version(("b", "Two"), ("a", "One"), minutes=5)
    assert all_changes(before, moved) == (ChangedPart("order"),)
