"""What must hold of the figures in every world, whatever is counted in it."""

from datetime import date
from functools import cache
from random import Random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import reference
from tests.reference import FIGURES, ONE_PLACE, dump, figure
from tests.reference.places import PERSON, SESSION
from tests.reference.worlds import NOW, PERIODS, RandomWorld

pytestmark = pytest.mark.django_db

SEEDS = range(12)
#: Dimensions in which something may stand in several places.
SEVERAL = {"topic", "outcome", "pillar", "project", "donor", "trainer"}
ADD_UP = ("R2", "R3", "R4", "R9", "R13S", "R12S", "R25N", "R14U", "R10S", "R10N")
SESSIONS_ADD_UP = ("R5", "R21H", "R21C", "R21P", "R29", "R30", "OPEN")
OF_PEOPLE = ("R1", "R6", "R7", "R8", "R16")


def seeded(seed):
    """A world as plain values, and what may be asked of it: each test asks the same."""
    random, world, state = made(seed)
    random.rng.setstate(state)
    return random, world


@cache
def made(seed):
    with transaction.atomic():
        random = RandomWorld(Random(seed))
        world = dump(NOW)
        transaction.set_rollback(True)
    return random, world, random.rng.getstate()


def total(cells):
    return sum(cells.values())


def check_parts(world, period):
    """With the unknown they make the whole, of one dimension and of two."""
    for codes, dimensions in (
        (ADD_UP, PERSON - SEVERAL),
        (SESSIONS_ADD_UP, SESSION - SEVERAL),
        (OF_PEOPLE, ONE_PLACE),
    ):
        for code in codes:
            whole = figure(world, code, *period)[()]
            for dimension in dimensions:
                parts = figure(world, code, *period, by=(dimension,))
                assert total(parts) == whole, (code, dimension)
            pair = figure(world, code, *period, by=tuple(sorted(dimensions))[:2])
            assert total(pair) == whole, code


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_with_the_unknown_add_up_to_the_total(seed):
    _random, world = seeded(seed)
    for period in PERIODS:
        check_parts(world, period)


@pytest.mark.deep
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=200, suppress_health_check=list(HealthCheck))
def test_parts_with_the_unknown_add_up_to_the_total_in_many_worlds(seed):
    with transaction.atomic():
        RandomWorld(Random(seed))
        check_parts(dump(NOW), PERIODS[1])
        transaction.set_rollback(True)


@pytest.mark.parametrize("seed", SEEDS)
def test_periods_add_up_where_the_register_says_so_and_people_never_fall_short(seed):
    random, world = seeded(seed)
    whole, *halves = random.halves()
    for code in (*ADD_UP, *SESSIONS_ADD_UP, "R6"):
        parts = [figure(world, code, *half)[()] for half in halves]
        assert sum(parts) == figure(world, code, *whole)[()], code
    for code in ("R1", "R8", "R17", "R21", "ORG"):
        parts = [figure(world, code, *half)[()] for half in halves]
        assert max(parts) <= figure(world, code, *whole)[()] <= sum(parts), code


@pytest.mark.parametrize("seed", SEEDS)
def test_new_and_returning_people_are_all_people_in_every_cell(seed):
    random, world = seeded(seed)
    for narrow in random.narrowings():
        for by in ((), ("role",), ("month",), ("topic", "sector"), ("venue_province", "sex")):
            cells = {
                code: figure(world, code, *PERIODS[1], by=by, **narrow)
                for code in ("R1", "R6", "R7")
            }
            together = {
                cell: cells["R6"].get(cell, 0) + cells["R7"].get(cell, 0) for cell in cells["R1"]
            }
            assert together == cells["R1"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_filter_by_one_value_leaves_the_cell_of_that_value(seed):
    random, world = seeded(seed)
    for name, values in random.values().items():
        for code in ("R2", "R3", "R4", "R9"):
            cells = figure(world, code, *PERIODS[1], by=(name,))
            for value in values:
                alone = figure(world, code, *PERIODS[1], filters={name: {value}})
                assert alone[()] == cells.get((value,), 0), (code, name)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_not_known_is_the_rest_of_what_can_be_asked_for(seed):
    random, world = seeded(seed)
    for name in ("role", "sector", "sex", "age_band", "province", "national"):
        known = {each for each in random.values()[name] if each is not None}
        for code in ("R2", "R3"):
            whole, found = (
                figure(world, code, *PERIODS[1], filters=filters)[()]
                for filters in ({}, {name: known})
            )
            assert reference.unknown(world, code, *PERIODS[1], name) == whole - found


@pytest.mark.parametrize("seed", SEEDS)
def test_bounds_hold_the_figure_between_them(seed):
    random, world = seeded(seed)
    for narrow in random.narrowings():
        lower, upper, pairs = reference.bounds(world, *PERIODS[3], **narrow)
        assert upper == figure(world, "R1", *PERIODS[3], **narrow)[()]
        assert lower <= upper <= lower + pairs
        assert (lower < upper) == (pairs > 0)


def test_every_figure_and_every_breakdown_comes_up_in_some_world():
    for seed in range(90):
        RandomWorld(Random(1000 + seed))
    world = dump(NOW)
    silent = set()
    for code, kind in FIGURES.items():
        for name in kind.dimensions:
            cells = figure(world, code, *PERIODS[1], by=(name,))
            known = [cell for cell, value in cells.items() if cell[0] is not None and value]
            if not known:
                silent.add((code, name))

    few = {each for each in silent if each[0] in ("L4", "L4V")}  # five have to stand in a cell
    assert silent - few == {("R14U", "sex"), ("R25U", "national")}


def test_what_a_figure_does_not_have_is_refused():
    world = dump(NOW)
    period = (date(2026, 1, 1), date(2026, 3, 31))
    for code, name in (("R5", "role"), ("R22", "sex"), ("R26", "province"), ("R31", "month")):
        with pytest.raises(ValueError, match=name):
            figure(world, code, *period, by=(name,))
        with pytest.raises(ValueError, match=name):
            figure(world, code, *period, filters={name: {"worker"}})
    with pytest.raises(ValueError, match="topic"):
        figure(world, "R18", *period, by=("topic",))
    assert figure(world, "R18", *period, filters={"topic": {1}}) == {(): None}


def test_the_world_is_read_with_the_same_few_queries_whatever_its_size():
    numbers = []
    for _ in range(2):
        RandomWorld(Random(5))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            dump(NOW)
        numbers.append(len(queries))

    assert numbers == [29, 29]
