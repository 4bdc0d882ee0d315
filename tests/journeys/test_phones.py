"""Whatever several phones do to one register, in whatever order it arrives, all see the same."""

import random

import pytest
from django.core.cache import cache
from django.db import transaction

from courses.models import RunTrainer
from tests.factories import CourseRunFactory, EnrollmentFactory, SessionFactory
from tests.journeys.phones_world import Story

pytestmark = pytest.mark.django_db
STEPS, SHORT = 50, 30


class Undo(Exception):
    """Ends a story; nothing of it stays."""


@pytest.fixture
def world(trainer_user, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    run = CourseRunFactory()
    RunTrainer.objects.create(run=run, person=trainer_user.training_person, is_lead=True)
    return trainer_user, SessionFactory(run=run), EnrollmentFactory.create_batch(3, run=run)


def tell(seed, world, steps=STEPS):
    """One history that can be told again by its seed."""
    cache.clear()
    rng = random.Random(seed)
    try:
        with transaction.atomic():
            story = Story(rng, *world, phones=rng.randint(2, 4))
            for _step in range(steps):
                story.step()
            story.finish()
            story.check()
            raise Undo
    except Undo:
        return


@pytest.mark.parametrize("seed", range(3))
def test_phones_converge_and_nothing_is_lost_or_doubled(seed, world):
    tell(seed, world, SHORT)


@pytest.mark.deep
def test_five_thousand_histories_converge(world):
    for seed in range(100, 5100):
        tell(seed, world)
