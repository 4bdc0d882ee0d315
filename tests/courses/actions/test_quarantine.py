"""What was tapped and not taken goes when its time is over, or its person."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from courses.actions.devices import revoke_device
from courses.actions.erasing import erase_person
from courses.actions.quarantine import set_aside
from courses.actions.retention import count_due, enforce_retention
from courses.models import Device, QuarantinedEvent, RunTrainer
from tests.courses.phones import Phone
from tests.factories import CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(trainer_user):
    """A mark about somebody, kept aside because the phone was lost."""
    cache.clear()
    run = CourseRunFactory()
    RunTrainer.objects.create(run=run, person=trainer_user.training_person, is_lead=True)
    phone = Phone(trainer_user)
    place = EnrollmentFactory(run=run)
    revoke_device(Device.objects.get(), by=trainer_user)
    phone.send(phone.tap(SessionFactory(run=run), place, "absent", reason="fever"))
    event = QuarantinedEvent.objects.get()
    event.person = place.person
    return event


def test_it_goes_a_year_after_it_came_and_never_undecided(kept, staff_user):
    later = timezone.now() + timedelta(days=366)
    assert count_due(later)["taps"] == 0
    set_aside(kept, "A mistake", by=staff_user)
    assert count_due(later)["taps"] == 1
    enforce_retention(later)
    kept.refresh_from_db()
    assert (kept.payload, kept.note, count_due(later)["taps"]) == ({}, "A mistake", 0)


def test_it_goes_with_its_person(kept, staff_user):
    erase_person(kept.person, "asked", by=staff_user)
    kept.refresh_from_db()
    assert (kept.payload, kept.state) == ({}, "set_aside")


def test_a_phone_that_was_not_heard_of_for_long_is_nobodys(kept):
    later = timezone.now() + timedelta(days=731)
    enforce_retention(later)
    device = Device.objects.get()
    assert (device.user, device.label, device.secret_hash) == (None, "", "")
    assert device.is_revoked
