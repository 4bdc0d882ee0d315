"""A trainer decides about named people: known people are found, twice is once, nothing leaks."""

import pytest

from courses.actions.enrollment import withdraw
from courses.actions.merging import merge_people, undo_merge
from courses.actions.nomination_taking import refuse_nominations, take_nominations
from courses.choices import EnrollmentSource, EnrollmentStatus
from courses.models import Channel, Employment, Enrollment, Nomination, NominationState, Person
from tests.factories import (
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    return InvitationFactory()


def test_somebody_new_is_registered_and_enrolled_by_the_invitation(invitation, staff_user):
    row = NominationFactory(invitation=invitation, employee_number="E-7", phone="012 345 678")
    (row,) = take_nominations(invitation, [row], by=staff_user)
    place = row.enrollment
    assert (row.state, row.is_shared) == (NominationState.TAKEN, False)
    assert (place.source, place.invitation) == (EnrollmentSource.NOMINATION, invitation)
    assert (place.employer, place.role) == (invitation.organization, "worker")
    assert place.person.employments.get().employee_number == "E-7"
    assert take_nominations(invitation, [row], by=staff_user) == []
    assert Enrollment.objects.count() == 1


def test_the_run_decides_who_waits(staff_user):
    invitation = InvitationFactory(run__capacity=1)
    rows = [NominationFactory(invitation=invitation, name_km=name) for name in ("កក កក", "ខខ ខខ")]
    taken = take_nominations(invitation, rows, by=staff_user)
    assert [row.enrollment.status for row in taken] == ["enrolled", "waitlisted"]


def test_a_union_says_where_somebody_works_or_does_not(staff_user, invitation):
    union = InvitationFactory(run=invitation.run, channel=Channel.UNION)
    factory = invitation.organization
    texts = (factory.name_en, "A small workshop", "")
    rows = [
        NominationFactory(invitation=union, name_km=f"សុខ {text[:3]}ក", employer_text=text)
        for text in texts
    ]
    taken = take_nominations(union, rows, by=staff_user)
    places = [row.enrollment for row in taken]
    assert [(place.employer, place.employer_text) for place in places] == [
        (factory, ""), (None, "A small workshop"), (None, ""),
    ]  # fmt: skip


def test_who_is_known_is_not_registered_twice(invitation, staff_user):
    person = PersonFactory()
    Employment.objects.create(
        person=person, organization=invitation.organization, employee_number="E-1"
    )
    row = NominationFactory(invitation=invitation, name_km=person.name_km, employee_number="E-1")
    (row,) = take_nominations(invitation, [row], by=staff_user)
    assert row.enrollment.person == person
    assert Person.objects.count() == 1


def test_a_request_is_answered_by_taking_the_name(invitation, staff_user):
    place = EnrollmentFactory(
        run=invitation.run, employer=invitation.organization, status=EnrollmentStatus.REQUESTED
    )
    row = as_written(place.person, invitation)
    (row,) = take_nominations(invitation, [row], by=staff_user)
    assert (row.enrollment, row.enrollment.status, row.is_shared) == (place, "enrolled", True)


def test_who_trains_on_the_run_is_not_taken(invitation, staff_user):
    trainer = PersonFactory()
    Employment.objects.create(
        person=trainer, organization=invitation.organization, employee_number="E-1"
    )
    invitation.run.run_trainers.create(person=trainer)
    row = as_written(trainer, invitation, employee_number="E-1")
    (row,) = take_nominations(invitation, [row], by=staff_user)
    assert (row.state, row.enrollment) == (NominationState.REFUSED, None)


def test_who_comes_back_by_one_organization_stays_gone_for_the_other(invitation, staff_user):
    union = InvitationFactory(run=invitation.run, channel=Channel.UNION)
    facts = {"birth_year": 1990, "phone": "012345678"}
    theirs = NominationFactory(invitation=union, **facts)
    (theirs,) = take_nominations(union, [theirs], by=staff_user)
    withdraw(theirs.enrollment, by=staff_user)
    (ours,) = take_nominations(
        invitation, [NominationFactory(invitation=invitation, **facts)], by=staff_user
    )
    theirs.refresh_from_db()
    assert ours.enrollment.invitation == invitation
    assert (theirs.state, theirs.enrollment) == (NominationState.REFUSED, None)


def test_turning_down_tells_the_reason_to_those_who_wait_only(invitation, staff_user):
    rows = [NominationFactory(invitation=invitation) for _ in range(2)]
    take_nominations(invitation, rows[:1], by=staff_user)
    assert refuse_nominations(invitation, rows, " Too many managers ", by=staff_user) == 1
    assert list(Nomination.objects.values_list("state", "reason")) == [
        ("taken", ""),
        ("refused", "Too many managers"),
    ]


def test_names_of_another_organization_are_left_alone(invitation, staff_user):
    foreign = NominationFactory()
    assert take_nominations(invitation, [foreign], by=staff_user) == []
    assert refuse_nominations(invitation, [foreign], by=staff_user) == 0


def test_a_merge_takes_the_nomination_along_and_an_undo_brings_it_back(invitation, staff_user):
    (row,) = take_nominations(invitation, [NominationFactory(invitation=invitation)], by=staff_user)
    kept = EnrollmentFactory(run=invitation.run)
    before = row.enrollment
    merge = merge_people(kept.person, before.person, by=staff_user)
    row.refresh_from_db()
    assert row.enrollment == kept
    undo_merge(merge, by=staff_user)
    row.refresh_from_db()
    assert row.enrollment == before


def as_written(person, invitation, **facts):
    return NominationFactory(
        invitation=invitation,
        name_km=person.name_km,
        family_name_latin=person.family_name_latin,
        given_name_latin=person.given_name_latin,
        sex=person.sex,
        **facts,
    )
