"""Pages as trees: pairing two of them, and writing into one."""

from uuid import UUID

import pytest

from courses.rules.page_tree import found, named, paired, put_in_order, stored, take_out, write


def node(key, value, kind="item"):
    return {"type": kind, "id": key, "value": value}


def steps(*keys):
    return [node(key, {"text": key.upper()}) for key in keys]


def test_pages_begun_side_by_side_are_paired_by_place_and_copies_by_id():
    source = {"body": [node("a", {"steps": steps("b", "c")}, "steps"), node("d", "1", "text")]}
    beside = {"body": [node("x", {"steps": steps("y", "z")}, "steps"), node("w", "2", "text")]}
    other = {"body": [node("x", "3", "text"), node("w", "2", "text")]}
    copy = {"body": [node("d", "2", "text"), node("n", "own", "text")]}

    assert [each["id"] for each in paired(source, beside)["body"]] == ["a", "d"]
    inner = paired(source, beside)["body"][0]["value"]["steps"]
    assert [(each["id"], each["value"]["text"]) for each in inner] == [("b", "Y"), ("c", "Z")]
    assert paired(source, other) == other
    assert paired(source, copy) == copy


def test_writing_brings_the_missing_part_to_its_place():
    source = {"body": [node("a", {"t": "1"}), node("b", {"s": steps("c", "d")}), node("e", {})]}
    tree = {"body": [node("a", {"t": "one"}), node("own", {}), node("e", {})]}
    tree["lines"] = [node("f", "one")]

    write(tree, ("body", "b", "s", "d", "text"), "បួន", source)

    write(tree, ("lines", "g"), "ពីរ", {"lines": [node("f", "1"), node("g", "2")]})

    assert [each["id"] for each in tree["body"]] == ["a", "b", "own", "e"]
    assert tree["lines"] == [node("f", "one"), node("g", "ពីរ")]
    assert found(tree, ("body", "b", "s", "c", "text")) == "C"
    assert found(tree, ("body", "b", "s", "d", "text")) == "បួន"
    assert found(source, ("body", "b", "s", "d", "text")) == "D"


def test_parts_are_taken_out_and_put_in_order():
    tree = {"steps": steps("a", "b", "c", "own")}

    take_out(tree, ("steps", "b"))
    put_in_order(tree, ("steps",), ["c", "b", "a"])

    assert [each["id"] for each in tree["steps"]] == ["c", "a", "own"]
    with pytest.raises(KeyError):
        found(tree, ("steps", "b"))


def test_positions_are_not_stored_as_ids():
    assert stored({"s": [node("#0", "x"), node("a", "y")]}) == {
        "s": [{"type": "item", "value": "x"}, node("a", "y")]
    }


def test_pages_begun_in_two_languages_get_the_same_ids():
    def body(word):
        choices = [{"type": "item", "value": {"text": word}}]
        return [{"type": "text", "value": word}, {"type": "quiz", "value": {"choices": choices}}]

    def ids(nodes):
        return [nodes[0]["id"], nodes[1]["id"], nodes[1]["value"]["choices"][0]["id"]]

    key = UUID(int=7)
    english, khmer = (named(body(word), key) for word in ("One", "មួយ"))
    assert ids(english) == ids(khmer)
    assert len(set(ids(english))) == 3
    assert ids(named(body("One"), UUID(int=8))) != ids(english)
    assert khmer[1]["value"]["choices"][0]["value"] == {"text": "មួយ"}
