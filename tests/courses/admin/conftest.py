"""What the tests of the admin share: a small world, and clients for its readers."""

import pytest
from django.test import Client

from tests.courses.admin.world import make_world


@pytest.fixture
def staff(staff_user):
    client = Client()
    client.force_login(staff_user)
    return client


@pytest.fixture
def trainer(trainer_user):
    client = Client()
    client.force_login(trainer_user)
    return client


@pytest.fixture
def own(trainer_user):
    """Records of a run that the trainer leads."""
    return make_world(trainer=trainer_user.training_person)


@pytest.fixture
def foreign(db):
    """Records of a run that somebody else leads."""
    return make_world()
