"""Which parts of a page differ between two versions."""

import json

from courses.rules.page_changes import ChangedPart, all_changes, changed_parts


def version(*blocks, **fields):
    body = [{"id": key, "type": "text", "value": text} for key, text in blocks]
    return {"title": "The walk", "body": json.dumps(body), **fields}


def test_the_same_words_in_another_order_are_no_change():
    first = version(("a", "One"), ("b", "Two"), minutes=5)

    assert changed_parts(first, version(("b", "Two"), ("a", "One"), minutes=9)) == ()


def test_changed_new_and_gone_parts_are_named():
    before = version(("a", "One"), ("b", "Two"), summary="Old")
    after = version(("a", "1"), ("c", "Three"), summary="New")

    assert changed_parts(before, after) == (
        ChangedPart("summary"),
        ChangedPart("text", 1),
        ChangedPart("text", 2),
        ChangedPart("text"),
    )


def test_a_version_without_a_field_has_none_of_its_blocks():
    assert changed_parts({}, version(("a", "One"))) == (
        ChangedPart("title"),
        ChangedPart("text", 1),
    )


def test_all_changes_tell_other_fields_and_a_new_order():
    one, two = ({"type": "text", "id": name, "value": name} for name in "ab")
    before = {"minutes": 5, "body": [one, two]}

    assert all_changes(before, before) == ()
    assert all_changes(before, before | {"minutes": 6}) == (ChangedPart("minutes"),)
    assert all_changes(before, {"minutes": 5, "body": [two, one]}) == (ChangedPart("order"),)
    assert all_changes(before, {"minutes": 5, "body": [one]}) == (ChangedPart("text"),)
