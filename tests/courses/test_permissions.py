"""Who sees which rows, and who may do what."""

import pytest
from django.contrib.auth.models import AnonymousUser

from courses import permissions
from courses.actions.merging import merge_people
from courses.models import CourseRun, Employment, Person, Roster
from tests.conftest import user_in
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_run(trainer_user):
    """A run that the trainer leads, with one person on it."""
    run = CourseRunFactory()
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    EnrollmentFactory(run=run)
    return run


@pytest.fixture
def foreign_run():
    run = CourseRunFactory()
    EnrollmentFactory(run=run)
    return run


def test_a_trainer_sees_the_runs_that_she_leads_or_planned(trainer_user, own_run, foreign_run):
    planned = CourseRunFactory(owner=trainer_user)

    assert set(permissions.runs.rows_for(trainer_user)) == {own_run, planned}


def test_a_second_trainer_does_not_double_the_rows(trainer_user, own_run):
    own_run.owner = trainer_user
    own_run.save()
    own_run.run_trainers.create(person=PersonFactory())

    assert list(permissions.runs.rows_for(trainer_user)) == [own_run]


def test_whoever_leads_in_every_way_finds_each_row_once(trainer_user, own_run):
    """She planned two runs, trains on both beside others, stands in for one, and somebody is on
    both, of a roster that both have."""
    trainer = trainer_user.training_person
    roster = Roster.objects.create(name_en="Committee", course=own_run.course)
    other = CourseRunFactory()
    other.run_trainers.create(person=trainer)
    CourseRun.objects.update(owner=trainer_user, roster=roster)
    for run in (own_run, other):
        run.run_trainers.create(person=PersonFactory())
        SessionFactory(run=run).session_trainers.create(person=trainer)
    person = own_run.enrollments.get().person
    EnrollmentFactory(run=other, person=person)

    for policy, expected in (
        (permissions.runs, {own_run, other}),
        (permissions.people, {person, trainer}),
        (permissions.rosters, {roster}),
    ):
        rows = policy.rows_for(trainer_user)
        assert sorted(row.pk for row in rows) == sorted(row.pk for row in expected)
        assert not rows.query.distinct


def test_sessions_enrolments_and_completions_follow_the_run(trainer_user, own_run, foreign_run):
    own, foreign = SessionFactory(run=own_run), SessionFactory(run=foreign_run)

    assert list(permissions.sessions.rows_for(trainer_user)) == [own]
    assert list(permissions.enrollments.rows_for(trainer_user)) == list(own_run.enrollments.all())
    assert permissions.sessions.may(trainer_user, "change", own)
    assert not permissions.sessions.may(trainer_user, "change", foreign)


def test_a_trainer_sees_the_people_of_her_runs_and_herself(trainer_user, own_run, foreign_run):
    own_people = {own_run.enrollments.get().person, trainer_user.training_person}

    assert set(permissions.people.rows_for(trainer_user)) == own_people
    assert permissions.people.may_find(trainer_user)


def test_staff_see_everything(staff_user, own_run, foreign_run):
    AttendanceFactory()

    assert permissions.people.rows_for(staff_user).count() == Person.objects.count()
    assert permissions.runs.may(staff_user, "change", foreign_run)
    assert permissions.may_see_reach(staff_user)
    assert permissions.may_export(staff_user)


def test_everybody_who_plans_sees_organizations(trainer_user, participant_user):
    OrganizationFactory()

    assert permissions.organizations.rows_for(trainer_user).exists()
    assert not permissions.organizations.rows_for(participant_user).exists()


@pytest.mark.parametrize("make", [AnonymousUser, UserFactory, lambda: UserFactory(is_active=False)])
def test_strangers_see_nothing(make, own_run):
    user = make()

    for policy in (permissions.runs, permissions.people, permissions.sessions):
        assert not policy.rows_for(user).exists()
        assert not policy.may(user, "view", None)
    assert not permissions.may_see_reach(user)
    assert not permissions.people.may_find(user)


def test_a_trainer_may_not_delete_runs_or_see_reach(trainer_user, own_run):
    assert permissions.runs.may(trainer_user, "change", own_run)
    assert not permissions.runs.may(trainer_user, "delete", own_run)
    assert not permissions.may_see_reach(trainer_user)
    assert not permissions.may_export(trainer_user)


def test_a_merged_record_is_in_no_list_and_may_only_be_looked_at(staff_user, trainer_user):
    kept, run = PersonFactory(), CourseRunFactory()
    run.run_trainers.create(person=trainer_user.training_person)
    absorbed = EnrollmentFactory(run=run).person
    merge_people(kept, absorbed, by=staff_user)
    absorbed.refresh_from_db()

    assert absorbed not in permissions.people.rows_for(staff_user)
    assert kept in permissions.people.rows_for(trainer_user)
    assert permissions.people.may(staff_user, "view", absorbed)
    assert not permissions.people.may(trainer_user, "view", absorbed)
    assert not permissions.people.may(staff_user, "change", absorbed)
    assert not permissions.people.may(staff_user, "delete", absorbed)


def test_only_those_who_manage_people_merge_them(staff_user, trainer_user, participant_user):
    users = (staff_user, trainer_user, participant_user)
    assert [permissions.people.may_merge(user) for user in users] == [True, False, False]


def test_a_trainer_names_trainers_and_people_whom_she_sees_and_nobody_else(
    trainer_user, staff_user, own_run, foreign_run
):
    trained = PersonFactory()
    foreign_run.run_trainers.create(person=trained)
    colleague = PersonFactory(user=user_in("Trainers", username="colleague"))
    stranger = foreign_run.enrollments.get().person
    with_login = PersonFactory(user=UserFactory())
    here = own_run.enrollments.get().person

    may = set(permissions.people.trainers_for(trainer_user))

    assert may == {trainer_user.training_person, trained, colleague, here}
    assert {stranger, with_login} <= set(permissions.people.trainers_for(staff_user))


def test_jobs_at_a_union_are_for_staff_and_for_who_trained_her_there(trainer_user, staff_user):
    union = OrganizationFactory(kind="enterprise_union")
    run = CourseRunFactory(owner=trainer_user)
    told = EnrollmentFactory(run=run, employer=union).person
    other = EnrollmentFactory(run=run).person
    jobs = [Employment.objects.create(person=each, organization=union) for each in (told, other)]
    factory = Employment.objects.create(person=other, organization=OrganizationFactory())

    assert set(permissions.jobs_for(trainer_user)) == {jobs[0], factory}
    assert set(permissions.jobs_for(staff_user)) == {*jobs, factory}
