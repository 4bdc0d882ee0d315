"""Words of messages: names in braces are filled in, and nothing else can be reached."""

import pytest

from courses.rules.messages import (
    PLACEHOLDERS,
    filled,
    for_everyone,
    placeholders,
    unknown_placeholders,
)


def test_known_names_are_filled_in_and_what_they_hold_is_not_looked_at():
    values = {"name": "{course}", "course": "Safety"}
    assert filled("{name} – {course} – {other}", values) == "{course} – Safety – {other}"


def test_a_line_of_which_nothing_is_left_goes_and_an_empty_one_stays():
    assert filled("A\n{reason}\n\nB", {"reason": ""}) == "A\n\nB"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Dear {name}", []),
        ("{name.__class__}", ["{name.__class__}"]),
        ("{0} {name!r} {name:>9}", ["{0}", "{name!r}", "{name:>9}"]),
        ("{ name }", ["{ name }"]),
        ("a { b", ["{"]),
        ("{{name}}", ["{", "}"]),
    ],
)
def test_what_is_no_plain_known_name_is_told(text, unknown):
    assert unknown_placeholders(text, ("name",)) == unknown


def test_a_text_for_a_shared_phone_may_name_neither_training_nor_place():
    for kind in PLACEHOLDERS:
        assert set(placeholders(kind, discreet=True)) <= {
            "name",
            "day",
            "dates",
            "times",
            "deadline",
        }


def test_a_group_reads_neither_a_name_nor_a_card_code():
    body = "Dear Sreymom,\nYou have a seat.\nThe code of your card: KH-1"
    told = for_everyone(body, name="Sreymom", card_code="KH-1", everyone="everyone")
    assert told == "Dear everyone,\nYou have a seat."
