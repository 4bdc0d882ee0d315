"""What the tests of the trainer's screens share: a run that the trainer leads, and her browser."""

import pytest
from django.urls import reverse

from courses.models import RunTrainer
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)


@pytest.fixture
def trainer(client, trainer_user):
    """A browser in which the trainer has signed in."""
    client.force_login(trainer_user)
    return client


@pytest.fixture
def run(trainer_user):
    """A run of today that the trainer leads, without people."""
    host = OrganizationFactory(name_en="Lotus Thread Garment")
    run = CourseRunFactory(course=CourseFactory(audience=["worker", "supervisor"]), host=host)
    RunTrainer.objects.create(run=run, person=trainer_user.training_person, is_lead=True)
    return run


@pytest.fixture
def session(run):
    return SessionFactory(run=run)


@pytest.fixture
def enrollment(run):
    """Chan Sreymom on the run."""
    return EnrollmentFactory(run=run, person=PersonFactory())


@pytest.fixture
def foreign_run(db):
    """A run that somebody else leads."""
    return CourseRunFactory()


def said(response):
    """The notices of the page that the browser lands on."""
    return [str(message) for message in response.context["messages"]]


def errors(response):
    return response.context["form"].errors.as_text()


def address(name, *args):
    return reverse(f"courses:{name}", args=[getattr(arg, "uuid", arg) for arg in args])
