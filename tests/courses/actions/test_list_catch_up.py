"""Lists whose background work was lost are added all the same, once."""

import io

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions import list_adding
from courses.actions.imports import preview_participant_list
from courses.actions.list_adding import SILENCE
from courses.actions.list_catch_up import catch_up_lists
from courses.models import ImportBatch, Person
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import CourseRunFactory, UserFactory

pytestmark = pytest.mark.django_db
PEOPLE = [["Sok Dara", "M"], ["Chan Theary", "F"], ["Ly Nary", "F"]]


def lost(user, status="working"):
    """A list that was handed over by the user, and whose worker was killed long ago."""
    run = CourseRunFactory()
    batch = preview_participant_list(
        run,
        io.BytesIO(xlsx({"A": [["Name", "Sex"], *PEOPLE]})),
        filename="a.xlsx",
        works_at_host=True,
        by=UserFactory(),
    )
    batch.status, batch.started_by = status, user
    batch.started_at = timezone.now() - 2 * SILENCE
    batch.save()
    return batch


def stands(batch):
    batch.refresh_from_db()
    return batch.status, batch.failure, batch.run.enrollments.count()


@pytest.mark.parametrize("status", ["queued", "working"])
def test_a_lost_list_is_added_by_whoever_had_started_it(trainer_user, status):
    batch = lost(trainer_user, status)
    assert catch_up_lists() == (1, 0)
    assert stands(batch) == ("committed", "", 3)
    line = ModelLogEntry.objects.get(action="courses.list_imported")
    assert (line.user, batch.started_by) == (trainer_user, trainer_user)
    people = Person.objects.count()
    assert catch_up_lists() == (0, 0)
    assert Person.objects.count() == people


@pytest.mark.parametrize("status", ["previewed", "failed", "discarded", "undone", "committed"])
def test_a_list_that_nobody_is_adding_is_left_alone(trainer_user, status):
    batch = lost(trainer_user, status)
    assert catch_up_lists() == (0, 0)
    assert stands(batch)[0] == status


def test_a_list_that_was_heard_of_is_left_to_its_worker(trainer_user):
    batch = lost(trainer_user)
    ImportBatch.objects.update(started_at=timezone.now() - SILENCE / 2)
    assert catch_up_lists() == (0, 0)
    assert stands(batch) == ("working", "", 0)


def test_one_that_breaks_or_is_refused_stops_no_other_and_is_not_tried_again(
    trainer_user, monkeypatch
):
    refused, broken, good = (lost(trainer_user) for _each in range(3))
    refused.run.status = "cancelled"
    refused.run.save()
    plan_of = list_adding.plan_of

    def plan(batch, *args):
        return 1 / 0 if batch.pk == broken.pk else plan_of(batch, *args)

    monkeypatch.setattr(list_adding, "plan_of", plan)
    assert catch_up_lists() == (1, 2)
    assert stands(refused) == ("failed", "run_cancelled", 0)
    assert stands(broken) == ("failed", "broken", 0)
    assert stands(good) == ("committed", "", 3)
    assert catch_up_lists() == (0, 0)
