"""Ready-made outlines of lessons."""

import pytest

from courses.rules.lesson_templates import TEMPLATES, template_blocks, template_for


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_outline_has_the_same_parts_in_khmer(key):
    english, khmer = template_for(key, "en"), template_for(key, "km-kh")

    assert [type(part) for part in english.parts] == [type(part) for part in khmer.parts]
    assert english.minutes == khmer.minutes
    assert all(ord(text[0]) in range(0x1780, 0x1800) for text in (khmer.title, khmer.told))


def test_parts_become_blocks_and_another_language_gets_english():
    blocks = list(template_blocks(template_for("safety_walk", "fr")))

    assert [kind for kind, _value in blocks] == [
        *("text", "text", "callout", "text", "callout", "quiz")
    ]
    assert blocks[0][1].startswith("<h2>Who walks</h2><p>")
    (question,) = blocks[-1][1]["questions"]
    right = [item["value"]["is_correct"] for item in question["value"]["choices"]]
    assert (question["type"], right) == ("choice", [True, False])
