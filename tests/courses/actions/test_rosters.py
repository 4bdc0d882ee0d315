"""A standing roster comes onto a run."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.attendance import mark_attendance
from courses.actions.enrollment import withdraw
from courses.actions.rosters import enroll_roster
from courses.exceptions import Refused
from courses.models import Roster
from courses.queries.attending import RosterCount, roster_count
from tests.factories import (
    CourseRunFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def union(db):
    return OrganizationFactory(kind="federation", sector="", province_id="12")


@pytest.fixture
def roster(db):
    return Roster.objects.create(name_en="Contact group")


def member(roster, **values):
    return roster.members.create(person=PersonFactory(), **values)


def test_everybody_who_belongs_to_it_comes_for_her_organization(roster, union, user):
    one, other = member(roster, organization=union), member(roster, organization=union)
    member(roster, organization=union, is_alternate=True)
    member(roster, ends_on=TODAY - timedelta(days=1))
    member(roster, starts_on=TODAY + timedelta(days=1))
    run = CourseRunFactory(roster=roster)

    placed = enroll_roster(run, by=user)

    assert [place.person for place in placed] == [one.person, other.person]
    assert {(place.source, place.employer, place.province_id) for place in placed} == {
        ("roster", union, "12")
    }


def test_doing_it_twice_adds_who_is_new_and_brings_nobody_back(roster, user):
    gone = member(roster)
    run = CourseRunFactory(roster=roster)
    withdraw(enroll_roster(run, by=user)[0], by=user)
    new = member(roster)

    assert [place.person for place in enroll_roster(run, by=user)] == [new.person]
    assert run.enrollments.get(person=gone.person).status == "withdrawn"
    assert enroll_roster(run, by=user) == []


def test_organizations_are_counted_once_and_people_each(roster, union, user):
    members = [member(roster, organization=union) for _n in range(2)]
    member(roster, organization=OrganizationFactory())
    run = CourseRunFactory(roster=roster)
    session = SessionFactory(run=run, hour=0)
    for place in enroll_roster(run, by=user):
        if place.person in [each.person for each in members]:
            mark_attendance(session, place, "present", by=user)

    assert roster_count(run) == RosterCount(people=2, organizations=1, all_organizations=2)
    assert roster_count(CourseRunFactory()) is None


def test_a_run_without_a_roster_says_so(user):
    with pytest.raises(Refused) as no:
        enroll_roster(CourseRunFactory(), by=user)
    assert no.value.code == "no_roster"
