"""Factories reached and never reached are those of the reference."""

from datetime import date
from random import Random

import pytest

from courses.queries.coverage import Covered, coverage, of_size
from courses.queries.figures import figures
from courses.rules.reach import Filters
from courses.rules.reach.coverage import Factory
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    SessionFactory,
)
from tests.reference import figure
from tests.reference.dump import LOCAL, dump
from tests.reference.worlds import NOW, RandomWorld

pytestmark = pytest.mark.django_db

START, END = date(2026, 1, 1), date(2026, 3, 31)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("area", [None, frozenset({"12"})])
def test_the_list_is_as_long_as_the_figures_say(seed, area):
    RandomWorld(Random(seed))
    world = dump(NOW)
    with figures(Filters(START, END, area=area, now=NOW.astimezone(LOCAL))) as found:
        rows = coverage(found)

    def told(code):
        return figure(world, code, START, END, area=area)[()]

    reached = [row.factory for row in rows if row.state == "period"]
    trained = [row.factory for row in rows if row.factory.workers and row.factory.trained]
    assert len(rows) == told("R18S")
    assert len(reached) == told("R18N")
    assert sum(each.trained for each in trained) <= told("R20N")


def test_a_factory_is_reached_in_the_period_before_it_or_never():
    factories = [OrganizationFactory(kind="factory") for _ in range(3)]
    for factory, day in zip(factories, (date(2026, 2, 2), date(2025, 2, 2)), strict=False):
        run = CourseRunFactory(starts_on=day)
        session = SessionFactory(run=run, status="held")
        AttendanceFactory(session=session, enrollment=EnrollmentFactory(run=run, employer=factory))
    with figures(Filters(START, END)) as found:
        states = {row.factory.organization: row.state for row in coverage(found)}

    assert [states[each.pk] for each in factories] == ["period", "before", "never"]


def test_sizes_part_the_factories():
    def covered(workers):
        return Covered(Factory(1, None, None, True, False, workers, 0), False)

    rows = [covered(each) for each in (None, 0, 99, 100, 7000)]

    def sizes(low, high):
        return [row.factory.workers for row in of_size(rows, low, high)]

    assert sizes(None, None) == [None]
    assert sizes(0, 99) == [0, 99]
    assert sizes(5000, None) == [7000]
