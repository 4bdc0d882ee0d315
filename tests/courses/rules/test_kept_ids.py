"""Ids that are kept: the same afterwards, and small."""

import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.kept_ids import Kept, pack, unpack

IDS = st.frozensets(st.integers(1, 2**40))
MARKS = st.frozensets(st.tuples(st.integers(1, 2**33), st.integers(1, 300)))

#: What a year of a large programme holds.
ON_RECORD, RUNS, PLACES, SESSIONS = 107_000, 3_600, 25, 4
MOST_BYTES = 300_000


@given(st.builds(Kept, IDS, IDS, MARKS, IDS, IDS))
def test_ids_are_the_same_afterwards(kept):
    assert unpack(pack(kept)) == kept


def test_the_order_of_ids_changes_nothing():
    one = Kept(people=frozenset([5, 1, 900]), attendances=frozenset([(2, 1), (1, 7)]))
    other = Kept(people=frozenset([900, 5, 1]), attendances=frozenset([(1, 7), (2, 1)]))
    assert pack(one) == pack(other)


def test_bytes_of_another_layout_are_refused():
    with pytest.raises(ValueError, match="another layout"):
        unpack(zlib.compress(bytes([99])))


def test_sixty_thousand_people_stay_small():
    """People in any order on runs, one in eight seats empty now and then; others enrol between."""
    rng = Random(1)
    people, marks, places, completed = set(), set(), set(), set()
    place = 0
    for run in range(RUNS):
        seats = []
        for _seat in range(PLACES):
            place += rng.choice((1, 1, 1, 1, 2, 3))
            seats.append(place)
            people.add(rng.randrange(ON_RECORD))
        for session in range(run * SESSIONS, (run + 1) * SESSIONS):
            marks |= {(session, seat) for seat in seats if rng.random() < 0.88}
        completed |= {seat for seat in seats if rng.random() < 0.8}
        places |= set(seats)
    kept = Kept(*map(frozenset, (people, places, marks, people, completed)))

    assert len(people) > 60_000
    assert len(marks) > 310_000
    assert len(pack(kept)) < MOST_BYTES
