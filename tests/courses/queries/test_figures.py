"""The engine counts what the reference counts, in hand-made worlds and in random ones."""

from dataclasses import astuple
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.queries.facts import facts_now
from courses.queries.figures import Figures
from courses.rules.indicators import REGISTER
from courses.rules.reach import Filters
from tests.reference import FIGURES, bounds, dump, figure
from tests.reference.cases import CASES
from tests.reference.dump import LOCAL
from tests.reference.scene import NOW, Scene
from tests.reference.worlds import NOW as LATER
from tests.reference.worlds import PERIODS, RandomWorld

pytestmark = pytest.mark.django_db

#: What the reference calls otherwise: the figure with the dimension that it adds to the key.
TABLES = {
    "R15": ("R2", "role"),
    "R23": ("R2", "province"),
    "R24": ("R2", "sector"),
    "R27": ("R2", "constituent"),
}


def asked(start, end, now, filters=None, area=None):
    """The question of the reference for the engine."""
    only = {name: frozenset(wanted) for name, wanted in (filters or {}).items()}
    area = None if area is None else frozenset(area)
    return Filters(start, end, only, area, now.astimezone(LOCAL))


def counted(found, code, by):
    """The figure of the reference as the engine finds it."""
    if code == "BOUNDS":
        return {(): astuple(found.bounds())}
    name, *last = TABLES.get(code, (code,))
    return found.values(REGISTER[name], *by, *last)


def in_the_engine(code, by):
    """How the engine counts it, and by what."""
    name, *last = TABLES.get(code, (code,))
    return REGISTER[name].way, (*by, *last)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hand_made_worlds(case):
    scene = Scene()
    case.build(scene)

    with facts_now() as facts:
        for expect in case.expected:
            filters = asked(expect.start, expect.end, NOW, expect.narrowed(scene.ids), expect.area)
            found = Figures(facts, filters)
            assert counted(found, expect.code, expect.by) == expect.cells(scene.ids), expect


def check_world(rng, world, facts, narrowings, dimensions=100):
    """Every figure by every dimension (or some of them), and by two, under every narrowing."""
    for narrow in narrowings:
        period = rng.choice(PERIODS)
        found = Figures(facts, asked(*period, LATER, **narrow))
        assert counted(found, "BOUNDS", ()) == {(): bounds(world, *period, **narrow)}
        tables = list(tables_of(rng, narrow, dimensions))
        found.foresee(in_the_engine(code, by) for code, by in tables)
        for code, by in tables:
            expected = figure(world, code, *period, by=by, **narrow)
            assert counted(found, code, by) == expected, (code, by, period, narrow)


def tables_of(rng, narrow, dimensions):
    """Figures that can be narrowed like this, each as a whole and by some dimensions."""
    for code, kind in FIGURES.items():
        if not set(narrow.get("filters") or ()) <= (kind.filters or kind.dimensions):
            continue
        names = sorted(kind.dimensions)
        rng.shuffle(names)
        for by in ((), *[(name,) for name in names[:dimensions]], tuple(rng.sample(names, 2))):
            if TABLES.get(code, ("", ""))[1] not in by:
                yield code, by


def check(rng, dimensions=100):
    world = RandomWorld(rng)
    rows = dump(LATER)
    with facts_now() as facts:
        check_world(rng, rows, facts, [{}, *world.narrowings()], dimensions)


@pytest.mark.parametrize("seed", range(4))
def test_random_worlds(seed):
    check(Random(seed), dimensions=3)


def test_what_is_foreseen_is_what_is_asked_for_singly():
    world = RandomWorld(Random(5))
    narrow = {"filters": {"course": {each.pk for each in world.courses[:2]}}}
    tables = list(tables_of(Random(5), narrow, 3))
    with facts_now() as facts:
        singly, foreseen = (Figures(facts, asked(*PERIODS[1], LATER, **narrow)) for _ in range(2))
        foreseen.foresee(in_the_engine(*each) for each in tables)
        found = [counted(foreseen, *each) for each in tables]

        assert found == [counted(singly, *each) for each in tables]


def test_what_is_foreseen_is_asked_for_once_and_together(monkeypatch):
    numbers = [REGISTER[code].way for code in ("R3", "R9", "R10", "R14", "R21H")]
    with facts_now() as facts:
        statements = []
        ask = facts.rows
        monkeypatch.setattr(facts, "rows", lambda sql: statements.append(sql) or ask(sql))
        figures = Figures(facts, asked(*PERIODS[1], LATER))
        figures.foresee((way, by) for way in numbers for by in ((), ("sex",), ("month",)))
        figures.foresee([(REGISTER["R9"].way, ("month",))])
        for code in ("R3", "R9", "R10", "R14"):
            for by in ((), ("sex",), ("month",)):
                figures.values(REGISTER[code], *by)

    assert len(statements) == 3


def test_of_many_facts_each_question_is_asked_when_it_is_wanted(monkeypatch):
    with facts_now() as facts:
        monkeypatch.setattr(facts, "are_few", False)
        monkeypatch.setattr(facts, "rows", pytest.fail)
        Figures(facts, asked(*PERIODS[1], LATER)).foresee([(REGISTER["R9"].way, ())])


@pytest.mark.deep
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=200, suppress_health_check=list(HealthCheck))
def test_two_hundred_random_worlds(seed):
    with transaction.atomic():
        check(Random(seed))
        transaction.set_rollback(True)
