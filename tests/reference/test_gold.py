"""The generated sets are what they say, and the reference counts in them what is kept."""

from dataclasses import replace

import pytest
from django.db import connection

from courses.models import Attendance, CourseRun, Enrollment, Organization, Person, Session
from tests.benchmarks.reach_gold import NOW, SIZES, answer, gold, questions
from tests.benchmarks.reach_worlds import L, M, scaled, write_world
from tests.reference import dump

pytestmark = pytest.mark.django_db


def check_gold(name):
    write_world(SIZES[name])
    world = dump(NOW)
    assert {str(each): answer(world, each) for each in questions()} == gold(name)


def test_the_small_set_has_the_gold_answers():
    check_gold("small")


@pytest.mark.deep
def test_set_m_has_the_gold_answers():
    check_gold("M")


def test_a_set_has_as_many_rows_as_it_says_and_every_reference_leads_somewhere():
    size = scaled(0.02)
    written = write_world(size)

    connection.check_constraints()
    assert Organization.objects.filter(kind="factory").count() == size.factories
    assert Person.everybody.count() == size.people
    assert CourseRun.objects.count() == size.runs
    assert Enrollment.objects.count() == size.enrollments
    assert Attendance.objects.count() == size.marks == written.rows["Attendance"]
    assert (
        Session.objects.create(
            run=CourseRun.objects.first(),
            starts_at=NOW,
            ends_at=NOW.replace(hour=2),
            planned_minutes=120,
        ).pk
        == written.rows["Session"] + 1
    )


def test_set_m_is_scaled_by_one_and_set_l_is_as_large_as_agreed():
    assert scaled(1) == M
    assert (L.people, L.runs, L.enrollments, L.marks) == (645_000, 12_000, 1_500_000, 5_000_000)


def test_only_an_empty_database_is_filled():
    write_world(scaled(0.01), seed=2)

    with pytest.raises(ValueError, match="not empty"):
        write_world(scaled(0.01))


def test_there_are_no_more_marks_than_the_runs_have_sessions_for():
    with pytest.raises(ValueError, match="marks are possible"):
        write_world(replace(scaled(0.01), marks=100_000))
