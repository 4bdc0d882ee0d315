"""What stands of several phones' marks: the table of docs/offline.md, and any order of arrival."""

import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.rules.convergence import STRENGTH, Said, standing

DOC = Path(__file__).parents[3] / "docs" / "offline.md"
EVENT = re.compile(r"(\w)([=~?])([a-z_]+)(\d*)(!?)(?:>([\w,]+))?$")
LINE = re.compile(r"\| `([^`]*[=~?][^`]*)` \| (\w+?)(\d*) \| (yes|no) \|")


def said(text):
    id, kind, presence, minutes, corrects, seen = EVENT.match(text).groups()
    return Said(
        id,
        {"=": "mark", "~": "default", "?": "self"}[kind],
        presence,
        int(minutes or 0),
        supersedes=frozenset((seen or "").split(",")) - {""},
        corrects=bool(corrects),
    )


TABLE = LINE.findall(DOC.read_text())


def test_the_table_is_read():
    assert len(TABLE) == 30


@pytest.mark.parametrize(("events", "presence", "minutes", "disputed"), TABLE)
def test_the_table_of_conflicts_holds_in_every_order(events, presence, minutes, disputed):
    expected = (presence, int(minutes or 0), disputed == "yes")
    for order in permutations(map(said, events.split())):
        found = standing([*order, order[0]])
        assert (found.presence, found.minutes, found.is_disputed) == expected


@st.composite
def histories(draw):
    """Events of which each may replace some of those before it."""
    events = []
    for number in range(draw(st.integers(1, 8))):
        before = [event.id for event in events]
        seen = draw(st.sets(st.sampled_from(before), max_size=3)) if before else set()
        events.append(
            Said(
                f"{draw(st.integers(0, 999))}-{number}",
                draw(st.sampled_from(("mark", "default", "walk_in", "self"))),
                draw(st.sampled_from(STRENGTH)),
                draw(st.integers(0, 3)) * 10,
                supersedes=frozenset(seen),
                corrects=draw(st.booleans()),
            )
        )
    return events


@given(histories(), st.randoms())
def test_the_state_is_the_same_in_any_order_and_with_repetitions(events, rng):
    expected = standing(events)
    again = events + rng.choices(events, k=3)
    rng.shuffle(again)
    assert standing(again) == expected


@given(histories())
@settings(max_examples=50)
def test_a_correction_with_everything_in_sight_settles_whatever_is_disputed(events):
    heads = standing(events).heads
    last = Said("z", "mark", "excused", supersedes=frozenset(heads), corrects=True)
    found = standing([*events, last])
    assert (found.presence, found.is_disputed) == ("excused", False)


@st.composite
def tangles(draw):
    """Events of which each may replace any others, also those that replace it."""
    events = draw(histories())
    ids = [event.id for event in events]
    seen = st.frozensets(st.sampled_from(ids), max_size=3)
    return [replace(event, supersedes=draw(seen)) for event in events]


@given(tangles())
def test_a_look_at_a_person_is_heard_before_everything_else_also_in_circles(events):
    looks = {event.presence for event in events if not event.is_unseen}
    found = standing(events)
    assert found.heads
    assert not looks or found.presence in looks


def test_events_that_replace_each_other_all_stand():
    one = Said("a", "mark", "present", supersedes=frozenset("b"))
    other = Said("b", "mark", "absent", supersedes=frozenset("a"))
    assert standing([one, other]).is_disputed
