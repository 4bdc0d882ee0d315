"""Lists that several people, workers and the night take hold of at the same moment."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.imports import discard_participant_list, preview_participant_list
from courses.actions.list_adding import (
    SILENCE,
    commit_participant_list,
    queue_participant_list,
)
from courses.actions.list_catch_up import catch_up_lists
from courses.actions.retention import enforce_retention
from courses.models import ImportBatch, Person
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import CourseRunFactory, UserFactory
from tests.journeys.test_races import at_once

pytestmark = pytest.mark.usefixtures("committed_db")


def a_list(run):
    """A list of four for the run, looked at and not added yet."""
    rows = [["Name", "Sex"], *([f"Sok {name}", "F"] for name in ("Dara", "Mony", "Nary", "Pov"))]
    data = xlsx({"A": rows})
    return preview_participant_list(
        run, BytesIO(data), filename="a.xlsx", works_at_host=True, by=UserFactory()
    )


def test_one_list_added_by_ten_clicks_of_two_trainers():
    run, users = CourseRunFactory(capacity=3), UserFactory.create_batch(2)
    batch = a_list(run)
    before = Person.objects.count()

    def add(number):
        row = ImportBatch.objects.get(pk=batch.pk)
        return commit_participant_list(row, by=users[number % 2]).status

    assert at_once(add, range(10)) == ["committed"] * 10
    assert Person.objects.count() == before + 4
    assert (run.enrollments.enrolled().count(), run.enrollments.waiting().count()) == (3, 1)
    batch.refresh_from_db()
    assert [told["outcome"] for told in batch.outcomes] == ["new"] * 4
    assert len({made["enrollment"] for made in batch.made}) == 4
    assert ModelLogEntry.objects.filter(action="courses.list_imported").count() == 1


def test_one_list_handed_over_and_caught_up_and_added_at_once():
    """A worker that was thought dead wakes up while the list is started again."""
    run, user = CourseRunFactory(), UserFactory()
    batch = a_list(run)
    silent = timezone.now() - 2 * SILENCE
    ImportBatch.objects.update(status="working", started_at=silent, started_by=user)

    def act(number):
        if number % 3 == 0:
            return sum(catch_up_lists())
        row = ImportBatch.objects.get(pk=batch.pk)
        verb = (queue_participant_list, commit_participant_list)[number % 2]
        return verb(row, by=user).status

    results = at_once(act, range(9))

    assert set(results) <= {0, 1, "committed", "working", "queued"}
    batch.refresh_from_db()
    assert (batch.status, run.enrollments.count(), len(batch.outcomes)) == ("committed", 4, 4)
    assert ModelLogEntry.objects.filter(action="courses.list_imported").count() == 1


def test_the_same_people_in_two_lists_added_at_once_come_once():
    run, user = CourseRunFactory(), UserFactory()
    batches = [a_list(run)]
    rows = [["Name", "Sex"], ["Sok Dara", "F"], ["Sok Mony", "F"]]
    batches.append(
        preview_participant_list(
            run, BytesIO(xlsx({"B": rows})), filename="b.xlsx", works_at_host=True, by=user
        )
    )
    before = Person.objects.count()

    def add(number):
        row = ImportBatch.objects.get(pk=batches[number % 2].pk)
        return commit_participant_list(row, by=user).status

    assert at_once(add, range(6)) == ["committed"] * 6
    assert (Person.objects.count(), run.enrollments.count()) == (before + 4, 4)
    outcomes = [told["outcome"] for batch in ImportBatch.objects.all() for told in batch.outcomes]
    assert sorted(outcomes) == ["already"] * 2 + ["new"] * 4


def test_a_list_is_put_aside_while_it_is_added():
    run, user = CourseRunFactory(), UserFactory()
    batch = a_list(run)

    def act(number):
        row = ImportBatch.objects.get(pk=batch.pk)
        verb = (commit_participant_list, discard_participant_list)[number % 2]
        return verb(row, by=user).status

    results = at_once(act, range(8))

    batch.refresh_from_db()
    came = run.enrollments.count()
    assert (batch.status, came) in (("committed", 4), ("discarded", 0))
    assert set(results) <= {
        *("committed", "discarded", "added_already", "put_aside", "being_added"),
    }


def test_retention_runs_twice_at_the_same_moment_beside_a_trainer():
    run, user = CourseRunFactory(), UserFactory()
    batch = a_list(run)
    ImportBatch.objects.update(created_at=timezone.now() - timedelta(days=40))

    def act(number):
        if number % 2:
            return enforce_retention()["undecided_lists"]
        row = ImportBatch.objects.get(pk=batch.pk)
        return commit_participant_list(row, by=user).status

    results = at_once(act, range(8))

    batch.refresh_from_db()
    came = run.enrollments.count()
    assert (batch.status, came) in (("committed", 4), ("discarded", 0))
    assert set(results) <= {0, 1, "committed", "put_aside"}
