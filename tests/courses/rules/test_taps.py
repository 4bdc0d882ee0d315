"""One tap as it comes over the line: every doubt is settled or refused."""

import uuid
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.taps import cleaned, id_of, read_tap

ROW, SESSION, EVENT = (str(uuid.uuid4()) for _ in range(3))
GOOD = {"event": EVENT, "kind": "mark", "session": SESSION, "row": ROW, "presence": "late",
        "minutes": 10, "sequence": 3, "tapped_at": "2026-05-04T08:05:00+07:00"}  # fmt: skip


def test_a_tap_is_read():
    tap = read_tap(GOOD | {"supersedes": [EVENT.upper()], "reason": " fever "})
    assert (str(tap.row), tap.minutes, tap.reason, tap.supersedes) == (ROW, 10, "fever", (EVENT,))
    assert (tap.source, tap.corrects, tap.newcomer) == ("register", False, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "gone"},
        {"presence": "maybe"},
        {"row": "7"},
        {"minutes": -1},
        {"minutes": "many"},
        {"kind": "walk_in"},
        {"kind": "walk_in", "person": {"sex": "female"}},
        {"supersedes": ["x"]},
        {"source": "guess"},
    ],
)
def test_what_is_no_tap_is_refused(wrong):
    with pytest.raises(ValueError):
        read_tap(GOOD | wrong)


def test_a_clock_that_cannot_be_read_costs_no_mark():
    assert read_tap(GOOD | {"tapped_at": "yesterday"}).tapped_at is None


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda each:
    st.lists(each) | st.dictionaries(st.text(), each), max_leaves=8))  # fmt: skip
def test_whatever_comes_has_an_id_and_no_surprise(raw):
    assert id_of(raw) == id_of(raw)
    with suppress(ValueError):
        read_tap(raw)


def test_signs_that_no_database_keeps_go():
    raw = {"name": "a\x00b\ud800", "many": [float("inf")]}
    assert cleaned(raw) == {"name": "ab?", "many": [None]}
