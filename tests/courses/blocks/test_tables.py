"""Tables in lessons."""

from courses.blocks.tables import TableBlock


def shown(**values):
    block = TableBlock()
    given = {"caption": "Who does what", "has_head": True, "cells": "What | Who\nWalk | <b>A</b>"}
    return block.render(block.to_python(given | values))


def test_a_table_has_its_caption_its_heads_and_plain_words():
    html = shown()

    assert "<figcaption>Who does what</figcaption>" in html
    assert '<th scope="col">What</th><th scope="col">Who</th>' in html
    assert "<tbody><tr><td>Walk</td><td>&lt;b&gt;A&lt;/b&gt;</td></tr></tbody>" in html


def test_a_table_without_heads_has_only_rows():
    html = shown(has_head=False, cells="a | b | c\nd")

    assert "<th" not in html
    assert html.count("<td>") == 6


def test_an_empty_table_has_no_rows():
    assert "<tr>" not in shown(cells=" \n | ")
