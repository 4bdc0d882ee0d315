"""Adding a list: in the background, all or none, started again, and never twice."""

import io

import pytest
from django.utils import timezone

from courses.actions import list_adding
from courses.actions.imports import discard_participant_list, preview_participant_list
from courses.actions.list_adding import (
    SILENCE,
    commit_participant_list,
    is_under_way,
    queue_participant_list,
)
from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.models import ImportBatch, Person
from courses.queries import imports as queries
from courses.tasks import add_list
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import CourseRunFactory, PersonFactory

pytestmark = pytest.mark.django_db
PEOPLE = [["Sok Dara", "M"], ["Chan Theary", "F"], ["Ly Nary", "F"]]


@pytest.fixture
def batch(trainer_user):
    data = xlsx({"A": [["Name", "Sex"], *PEOPLE]})
    return preview_participant_list(
        CourseRunFactory(), io.BytesIO(data), filename="a.xlsx", works_at_host=True, by=trainer_user
    )


def stands(batch):
    batch.refresh_from_db()
    return batch.status, batch.failure, batch.run.enrollments.count()


def test_a_queued_list_is_added_after_the_commit(
    batch, trainer_user, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert queue_participant_list(batch, by=trainer_user).status == "queued"
        assert queue_participant_list(batch, by=trainer_user).status == "queued"
    assert stands(batch) == ("committed", "", 3)
    assert (batch.rows_done, bytes(batch.file)) == (3, b"")


def test_a_list_is_handed_over_once_until_nothing_was_heard_of_it(
    batch, trainer_user, django_capture_on_commit_callbacks
):
    def handed_over():
        with django_capture_on_commit_callbacks() as calls:
            queue_participant_list(batch, by=trainer_user)
        return len(calls)

    assert (handed_over(), handed_over()) == (1, 0)
    ImportBatch.objects.update(status="working", started_at=timezone.now() - SILENCE)
    assert (handed_over(), handed_over()) == (1, 0)


def test_a_crash_adds_nobody_and_the_list_can_be_started_again(batch, trainer_user, monkeypatch):
    def crash(*args, **kwargs):
        raise RuntimeError("power cut")

    people = Person.objects.count()
    monkeypatch.setattr(list_adding, "record", crash)
    with pytest.raises(RuntimeError):
        commit_participant_list(batch, by=trainer_user)
    assert (stands(batch), Person.objects.count()) == (("failed", "broken", 0), people)
    monkeypatch.undo()
    commit_participant_list(batch, by=trainer_user)
    assert stands(batch) == ("committed", "", 3)


def test_a_task_that_broke_tells_it_through_the_list(batch, trainer_user, monkeypatch):
    monkeypatch.setattr(list_adding, "plan_of", lambda *args: 1 / 0)
    result = add_list.enqueue(batch.pk, trainer_user.pk)
    assert (result.status, stands(batch)) == ("FAILED", ("failed", "broken", 0))


def test_a_run_cancelled_meanwhile_takes_nobody(batch, trainer_user):
    queue_participant_list(batch, by=trainer_user)
    batch.run.status = RunStatus.CANCELLED
    batch.run.save()
    assert add_list.enqueue(batch.pk, trainer_user.pk).return_value == "run_cancelled"
    assert stands(batch) == ("failed", "run_cancelled", 0)


def test_rows_done_are_told_while_people_are_looked_up(batch, trainer_user, monkeypatch):
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    told = []
    monkeypatch.setattr(list_adding, "_tell", lambda batch, rows: told.append(rows))
    commit_participant_list(batch, by=trainer_user)
    assert told == [2, 3]


def test_who_came_meanwhile_is_seen(batch, trainer_user, monkeypatch):
    """Somebody is added to the records between the look at the rows and the lock on the run."""
    plan_of = list_adding.plan_of

    def meanwhile(*args):
        plan = plan_of(*args)
        if not Person.objects.filter(given_name_latin="Nary").exists():
            known = PersonFactory(name_km="", family_name_latin="Ly", given_name_latin="Nary")
            batch.run.enrollments.create(
                person=known, status="enrolled", source="staff", employer=batch.run.host
            )
        return plan

    monkeypatch.setattr(list_adding, "plan_of", meanwhile)
    done = commit_participant_list(batch, by=trainer_user)
    assert [told["outcome"] for told in done.outcomes] == ["new", "new", "already"]


def test_a_list_under_way_is_neither_read_again_nor_put_aside(batch, trainer_user):
    queue_participant_list(batch, by=trainer_user)
    with pytest.raises(Refused) as no:
        discard_participant_list(batch, by=trainer_user)
    assert no.value.code == "being_added"
    batch.refresh_from_db()
    assert is_under_way(batch)
    again = preview_participant_list(
        batch.run,
        io.BytesIO(bytes(batch.file)),
        filename="b.xlsx",
        works_at_host=False,
        by=trainer_user,
    )
    assert (again.pk, again.status, again.works_at_host) == (batch.pk, "queued", True)


def test_chunks_make_no_difference(batch, trainer_user, monkeypatch):
    monkeypatch.setattr(list_adding, "AT_ONCE", 2)
    monkeypatch.setattr(queries, "AT_ONCE", 1)
    done = commit_participant_list(batch, by=trainer_user)
    names = batch.run.enrollments.order_by("pk").values_list("person__given_name_latin", flat=True)
    assert list(names) == ["Dara", "Theary", "Nary"]
    assert [made["enrollment"] for made in done.made] == list(
        batch.run.enrollments.order_by("pk").values_list("pk", flat=True)
    )
