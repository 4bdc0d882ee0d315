"""Whose business the rows of a run are."""

import pytest

from courses.models import CourseRun, Enrollment
from courses.queries.owners import Owner, owned_by, with_owner
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, UserFactory


def owner_of(run):
    row = with_owner(CourseRun.objects.filter(pk=run.pk), "").get()
    return Owner(row.owner_person, row.owner_user)


@pytest.mark.django_db
def test_the_lead_trainer_comes_before_who_planned_the_run():
    planner, lead = UserFactory(), PersonFactory()
    run = CourseRunFactory(owner=planner)
    assert owner_of(run) == Owner(user=planner.pk)
    run.run_trainers.create(person=PersonFactory())
    assert owner_of(run) == Owner(user=planner.pk)
    run.run_trainers.create(person=lead, is_lead=True)
    assert owner_of(run) == Owner(person=lead.pk)


@pytest.mark.django_db
def test_who_planned_one_run_and_leads_another_is_one_owner(trainer_user):
    person = trainer_user.training_person
    planned, led = CourseRunFactory(owner=trainer_user), CourseRunFactory()
    led.run_trainers.create(person=person, is_lead=True)
    rows = {EnrollmentFactory(run=run) for run in (planned, led)}
    EnrollmentFactory()
    found = owned_by(Enrollment.objects.all(), "run", Owner(person=person.pk))
    assert set(found) == rows


@pytest.mark.django_db
def test_what_nobody_planned_is_nobodys():
    mine = EnrollmentFactory(run=CourseRunFactory(owner=UserFactory()))
    found = owned_by(Enrollment.objects.all(), "run", Owner())
    assert mine not in found and EnrollmentFactory() in found.all()


@pytest.mark.parametrize("owner", [Owner(), Owner(person=12), Owner(user=5)])
def test_an_owner_is_found_again_by_the_key_in_an_address(owner):
    assert Owner.of_key(owner.key) == owner


@pytest.mark.parametrize("key", ["", "x", "p", "u-1", "7", "p9999999999", "p１２x"])
def test_a_key_that_says_nothing_finds_nobody(key):
    assert Owner.of_key(key) is None
