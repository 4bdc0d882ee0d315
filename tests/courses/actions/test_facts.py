"""Facts in files: what changed is made anew, and comes to the same as everything anew."""

from random import Random

import pytest
from django.test import override_settings

from courses.actions import facts as facts_module
from courses.actions.facts import refresh_facts
from courses.models import (
    Attendance,
    Course,
    Enrollment,
    FactoryAction,
    FactsChange,
    FeedbackRound,
    FeedbackTally,
    FollowUp,
    Organization,
    Person,
    RunTest,
    Session,
    TakenTest,
)
from courses.queries.facts import everything, facts_now, facts_store
from courses.queries.facts.now import MEMORY
from courses.rules.facts import TABLES
from tests.reference.worlds import RandomWorld

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    with override_settings(COURSES_FACTS=tmp_path / "facts"):
        yield tmp_path / "facts"


def content(facts):
    """Every table as a sorted list of rows."""
    return {name: facts.rows(f'SELECT * FROM "{name}" ORDER BY ALL') for name in TABLES}


def kept():
    with facts_now() as facts:
        return content(facts)


def anew():
    with MEMORY.made(everything()) as facts:
        return content(facts)


def test_files_hold_what_the_site_has(folder):
    RandomWorld(Random(3))
    refresh_facts()

    assert kept() == anew()
    assert not FactsChange.objects.exists()


def test_facts_in_memory_are_those_of_their_reader():
    RandomWorld(Random(3))
    minutes = "SELECT sum(minutes) FROM attendance"
    with MEMORY.made(everything()) as facts:
        before = facts.rows(minutes)
        Attendance.objects.update(credited_minutes=7)
        with MEMORY.made(everything()) as others, MEMORY.made({}) as nobodys:
            after = others.rows(minutes)
            assert nobodys.rows(minutes) == [(None,)]

        assert facts.rows(minutes) == before != after


def test_facts_in_memory_are_those_of_the_beginning():
    RandomWorld(Random(3))
    expected = anew()
    with MEMORY.made(everything()) as facts:
        Attendance.objects.update(credited_minutes=7)
        Organization.objects.update(kind="ngo")

        assert content(facts) == expected
    assert anew() != expected


def is_empty(run):
    return not (run.enrollments.exists() or run.factory_actions.exists())


def some_changes(rng):
    """One of the ways in which facts change, by the models and past them."""
    enrollment = rng.choice(list(Enrollment.objects.standing()))
    session = rng.choice(list(Session.objects.all()))
    person = rng.choice(list(Person.objects.all()))
    ways = [
        lambda: Attendance.objects.filter(enrollment=enrollment).update(credited_minutes=33),
        lambda: Attendance.objects.filter(session=session).delete(),
        lambda: Session.objects.filter(pk=session.pk).update(status="cancelled"),
        lambda: Session.objects.filter(pk=session.pk).update(status="held"),
        lambda: Enrollment.objects.filter(pk=enrollment.pk).update(
            role="official", status="enrolled"
        ),
        lambda: Person.objects.filter(pk=person.pk).update(sex="female", birth_year=1990),
        lambda: session.headcounts.update_or_create(role="worker", defaults={"women": 9}),
        lambda: Organization.objects.filter(kind="factory").update(sector="footwear"),
        lambda: Course.objects.first().topics.set([]),
        lambda: FeedbackRound.objects.filter(run=session.run).update(closed_on="2026-02-01"),
        lambda: FeedbackTally.objects.filter(round__run=session.run).update(sheets=9),
        lambda: FollowUp.objects.filter(enrollment=enrollment).update(
            answered_on="2026-02-01", has_applied=True, way="call", evidence="verified"
        ),
        lambda: FollowUp.objects.filter(enrollment__run=session.run).delete(),
        lambda: session.run.run_trainers.get_or_create(person=person),
        lambda: is_empty(session.run) and session.run.delete(),
    ]
    tests = [
        lambda: TakenTest.objects.filter(enrollment__run=enrollment.run).update(score=1),
        lambda: TakenTest.objects.filter(enrollment__run=session.run).delete(),
        lambda: RunTest.objects.filter(run=session.run).update(pass_percent=34),
    ]
    actions = [
        lambda: FactoryAction.objects.filter(run=session.run).update(due_on="2026-03-30"),
        lambda: FactoryAction.objects.filter(run=enrollment.run).delete(),
    ]
    for way in (*rng.sample(ways, 4), *tests, rng.choice(actions)):
        way()


@pytest.mark.parametrize("seed", range(4))
def test_changes_come_to_the_same_as_everything_anew(folder, seed, monkeypatch):
    monkeypatch.setattr(facts_module, "_are_many", lambda runs: FactsChange.EVERYTHING in runs)
    RandomWorld(Random(seed))
    refresh_facts()
    rng = Random(seed)
    for _ in range(4):
        some_changes(rng)
        refresh_facts()
        assert kept() == anew()


def test_only_what_changed_is_made_anew(folder, monkeypatch):
    monkeypatch.setattr(facts_module, "_are_many", lambda runs: FactsChange.EVERYTHING in runs)
    RandomWorld(Random(1))
    refresh_facts()
    before = facts_store().manifest
    mark = Attendance.objects.filter(credited_minutes=180, session__status="held").first()

    Attendance.objects.filter(pk=mark.pk).update(credited_minutes=179)
    refresh_facts()
    after = facts_store().manifest

    assert set(before.files["calendar"]) == set(after.files["calendar"])
    assert set(before.files["session"]).isdisjoint(after.files["session"])


def test_nothing_is_made_where_nothing_changed(folder):
    RandomWorld(Random(1))
    refresh_facts()
    before = facts_store().manifest

    refresh_facts()

    assert facts_store().manifest == before


def test_what_changed_while_somebody_else_makes_the_facts_waits(folder):
    RandomWorld(Random(1))
    refresh_facts()
    Attendance.objects.update(credited_minutes=100)

    with facts_store()._staging():
        assert refresh_facts() is False
    waiting = FactsChange.objects.count()
    assert refresh_facts() is True

    assert (waiting > 0, kept() == anew()) == (True, True)


@pytest.mark.parametrize("kind", ["in memory", "in files"])
def test_who_reads_keeps_her_version_while_the_next_one_is_shown(folder, monkeypatch, kind):
    if kind == "in files":
        monkeypatch.setattr("courses.adapters.facts.store.HELD_IN_MEMORY", 0)
    RandomWorld(Random(3))
    refresh_facts()
    with facts_now() as facts:
        before = facts.rows("SELECT sum(minutes) FROM attendance")
        Attendance.objects.update(credited_minutes=7)
        refresh_facts()
        with facts_now() as others:
            after = others.rows("SELECT sum(minutes) FROM attendance")

        assert facts.rows("SELECT sum(minutes) FROM attendance") == before != after
