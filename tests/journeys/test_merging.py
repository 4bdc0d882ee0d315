"""Merging and undoing over random lives: nothing is lost, and everything comes back."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.actions.merging import merge_people, undo_merge
from courses.exceptions import Refused
from courses.models import Attendance
from tests.journeys.merging_world import PEOPLE, as_they_are, live, make_world, snapshot, steps

pytestmark = pytest.mark.django_db
FEW, MANY = 25, 1000

pairs = st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1))
lives = st.lists(steps, max_size=25)
#: What follows from other columns, or is judged anew, when something happened in between.
DERIVED = {"courses.Completion"}
KEYS = {"key_km", "key_latin", "sort_key"}


def examples(number):
    return settings(
        max_examples=number,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@pytest.fixture
def world(db):
    return make_world()


@contextmanager
def one_life(world):
    """What happens in here is undone, so that every example begins with the same world."""
    people = world.people
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    world.people = as_they_are(people)


def merged(world, pair):
    """The merge of two people, or None where the house refuses it."""
    kept, absorbed = (world.people[place] for place in pair)
    try:
        return merge_people(kept, absorbed, by=world.user)
    except Refused:
        return None


def came(*people):
    """Sessions to which one of these people came, with the most minutes credited."""
    marks = Attendance.objects.attended().filter(enrollment__person__in=people).standing()
    best = {}
    for session, minutes in marks.values_list("session", "credited_minutes"):
        best[session] = max(minutes, best.get(session, 0))
    return best


def check_identity(world, before, merges):
    """Several merges in a row, each undone in turn."""
    with one_life(world):
        live(world, before)
        done = []
        for pair in merges:
            then, here = snapshot(), came(*(world.people[place] for place in pair))
            if merge := merged(world, pair):
                assert came(merge.kept) == here
                assert not merge.absorbed.enrollments.enrolled().exists()
                done.append((merge, then))
        for merge, then in reversed(done):
            undo_merge(merge, by=world.user)
            assert snapshot() == then


def check_later_changes(world, before, pair, later):
    """What happened after the merge stays, and everything else comes back."""
    with one_life(world):
        live(world, before)
        then = snapshot()
        merge = merged(world, pair)
        if merge is None:
            return
        fresh = snapshot()
        live(world, later)
        now = snapshot()
        undo_merge(merge, by=world.user)
        assert_put_back(then, fresh, now, snapshot())


def assert_put_back(then, fresh, now, after):
    for key, row in after.items():
        if key[0] in DERIVED:
            continue
        if key not in fresh and key not in then:
            assert row == now[key]
        elif fresh.get(key) == now.get(key):
            assert row == then[key] or keeps_place(key, now, after)
        else:
            touched = {name for name in row if fresh[key][name] != now[key][name]} - KEYS
            assert all(row[name] == now[key][name] for name in touched)
    assert then.keys() - DERIVED_ROWS(then) <= after.keys()


def DERIVED_ROWS(rows):
    return {key for key in rows if key[0] in DERIVED}


def keeps_place(key, now, after):
    """A place that the merge raised stays while a later mark says that the person came."""
    return key[0] == "courses.Enrollment" and after[key]["status"] == now[key]["status"]


@given(before=lives, merges=st.lists(pairs, min_size=1, max_size=4))
@examples(FEW)
def test_merge_then_undo_is_identity(world, before, merges):
    check_identity(world, before, merges)


@given(before=lives, pair=pairs, later=lives)
@examples(FEW)
def test_later_changes_survive_an_undo(world, before, pair, later):
    check_later_changes(world, before, pair, later)


@pytest.mark.deep
@pytest.mark.slow
@given(before=lives, merges=st.lists(pairs, min_size=1, max_size=4))
@examples(2 * MANY)
def test_merge_then_undo_is_identity_in_many_lives(world, before, merges):
    check_identity(world, before, merges)


@pytest.mark.deep
@pytest.mark.slow
@given(before=lives, pair=pairs, later=lives)
@examples(MANY)
def test_later_changes_survive_an_undo_in_many_lives(world, before, pair, later):
    check_later_changes(world, before, pair, later)
