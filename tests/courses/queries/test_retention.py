"""Who may still be called, and so keeps her phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.models import Person, PersonPhone, Roster
from courses.queries.retention import people_with_old_contacts
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def ago(days):
    return timezone.localdate() - timedelta(days=days)


def moment(days):
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def reachable():
    """Somebody with a phone whose last run was over long ago."""
    day = ago(1100)
    person = EnrollmentFactory(run=CourseRunFactory(starts_on=day, ends_on=day)).person
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    Person.objects.update(created_at=moment(1200))
    return person


def due():
    return list(people_with_old_contacts(moment(1095)))


def test_nobody_calls_her_any_more(reachable):
    assert due() == [reachable]


def keep_by_a_run(person):
    EnrollmentFactory(person=person, run=CourseRunFactory(starts_on=ago(1000)))


def keep_by_training(person):
    CourseRunFactory(starts_on=ago(1000)).run_trainers.create(person=person)


def keep_by_a_session(person):
    day = ago(1000)
    session = SessionFactory(run=CourseRunFactory(starts_on=day, ends_on=day))
    session.session_trainers.create(person=person)


def keep_by_a_group(person):
    roster = Roster.objects.create(name_en="Contact group", course=CourseFactory())
    roster.members.create(person=person)


def keep_by_a_login(person):
    Person.objects.filter(pk=person.pk).update(user=UserFactory())


def keep_by_being_new(person):
    Person.objects.filter(pk=person.pk).update(created_at=moment(1000))


@pytest.mark.parametrize(
    "keep",
    [
        *(keep_by_a_run, keep_by_training, keep_by_a_session, keep_by_a_group),
        *(keep_by_a_login, keep_by_being_new),
    ],
)
def test_who_may_be_called_keeps_her_phone(reachable, keep):
    keep(reachable)
    assert due() == []
