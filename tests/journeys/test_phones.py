"""Whatever several phones do to one register, in whatever order it arrives, all see the same."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from courses.models import RunTrainer
from tests.conftest import user_in
from tests.courses.phones import NearPhone
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory
from tests.journeys.phones_truth import check
from tests.journeys.phones_world import PHONES, Story, histories

FEW, SHORT, STEPS = 15, 30, 50
#: 5,000 histories in parts, so that several workers can tell them.
PARTS, OF_A_PART = 4, 1250


def examples(number):
    return settings(
        max_examples=number,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture
def world(committed_db):
    """One register and four phones, committed, for all histories."""
    user = user_in("Trainers", username="phones")
    run = CourseRunFactory()
    RunTrainer.objects.create(run=run, person=PersonFactory(user=user), is_lead=True)
    places = EnrollmentFactory.create_batch(3, run=run)
    known, late = PersonFactory.create_batch(2), PersonFactory.create_batch(2)
    phones = [NearPhone(user) for _each in range(PHONES)]
    return user, SessionFactory(run=run), places, known, late, phones


def undone(world, history):
    """Tells a history; nothing of it stays."""
    number, steps = history
    *others, phones = world
    with transaction.atomic():
        story = Story(*others, phones[:number])
        story.tell(steps)
        check(story)
        transaction.set_rollback(True)


@examples(FEW)
@given(histories(SHORT))
def test_phones_converge_and_nothing_is_lost_or_doubled(world, history):
    undone(world, history)


@pytest.mark.deep
@pytest.mark.parametrize("part", range(PARTS))
@examples(OF_A_PART)
@given(history=histories(STEPS))
def test_five_thousand_histories_converge(world, part, history):
    undone(world, history)
