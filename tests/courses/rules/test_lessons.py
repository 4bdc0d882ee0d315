"""How far somebody got: no order of events and no double changes it."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.lessons import LONGEST_AWAY, Place, further, go_on, happened_at, seen_in

NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)
KEYS = ["a", "b", "c", "d"]
places = st.integers(1, 9).flatmap(
    lambda parts: st.builds(Place, st.sampled_from(KEYS), st.integers(1, parts), st.just(parts))
)
RAW = {
    "event": str(uuid.uuid4()),
    "lesson": str(uuid.uuid4()),
    "reader": "f00",
    "part": "a",
    "number": 1,
    "parts": 4,
    "tapped_at": "2026-12-01T08:00:00+07:00",
}


def furthest(found):
    place = Place()
    for each in found:
        place = further(place, each)
    return place


@given(st.lists(places, max_size=6).flatmap(lambda each: st.permutations([*each, *each])))
def test_the_order_and_doubles_do_not_matter(found):
    assert furthest(found).share == max((each.share for each in found), default=0)


@given(places, places)
def test_nobody_goes_back(one, other):
    assert further(one, other).share >= one.share


@pytest.mark.parametrize(
    ("place", "keys", "part"),
    [
        (Place(), KEYS, ""),
        (Place("b", 2, 4), KEYS, "c"),
        (Place("b", 2, 4), ["x", "b", "y"], "y"),
        (Place("b", 2, 4), ["p", "q", "r", "s", "t", "u"], "s"),
        (Place("gone", 1, 4), ["p", "q"], ""),
        (Place("d", 4, 4), KEYS, ""),
        (Place("b", 2, 4), ["a", "b"], ""),
        (Place("b", 2, 4), [], ""),
    ],
)
def test_one_goes_on_where_one_stopped(place, keys, part):
    assert go_on(place, keys) == part


@pytest.mark.parametrize(
    ("ago", "offset", "heard"),
    [
        (timedelta(hours=2), 0, timedelta(hours=2)),
        (timedelta(hours=-1), 0, timedelta(0)),
        (timedelta(hours=26), 86_400, timedelta(hours=2)),
        (timedelta(days=9000), 0, LONGEST_AWAY),
    ],
)
def test_our_clock_says_when_it_was(ago, offset, heard):
    assert happened_at(NOW - ago, offset, NOW) == NOW - heard


def test_an_event_is_read_with_its_time_zone():
    seen = seen_in(RAW)
    assert (seen.place, seen.reader) == (Place("a", 1, 4), "f00")
    assert seen.tapped_at == datetime(2026, 12, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        {"event": "1"},
        {"lesson": None},
        {"number": 0},
        {"number": 5},
        {"number": True},
        {"parts": 501, "number": 501},
        {"part": "<b>"},
        {"part": ""},
        {"tapped_at": "yesterday"},
        {"tapped_at": "0001-01-01T00:00:00+00:00"},
    ],
)
def test_what_is_no_event_is_refused(wrong):
    with pytest.raises(ValueError):
        seen_in(RAW | wrong)
