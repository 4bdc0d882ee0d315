"""The list of an organization: added once, within the seats, changed until the last day."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from courses.actions.nomination_taking import take_nominations
from courses.actions.nominations import (
    Nominee,
    change_nomination,
    nominate_people,
    withdraw_nomination,
)
from courses.choices import EnrollmentStatus, RunStatus
from courses.exceptions import Refused
from courses.models import Channel, NominationState
from tests.factories import (
    AttendanceFactory,
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
DARA = Nominee(name_km="សុខ ដារា", sex="male", role="worker")


@pytest.fixture
def invitation():
    return InvitationFactory(seats=2)


def refusal(act, *args):
    with pytest.raises(Refused) as no:
        act(*args)
    return no.value.code


def too_late(invitation):
    yesterday = timezone.localdate() - timedelta(days=1)
    type(invitation).objects.filter(pk=invitation.pk).update(deadline=yesterday)


def test_the_same_row_sent_twice_names_nobody_twice(invitation):
    rows = [(uuid4(), DARA), (uuid4(), Nominee(given_name_latin="Theary"))]
    assert len(nominate_people(invitation, rows)) == 2
    assert nominate_people(invitation, rows) == []
    assert sorted(row.name for row in invitation.nominations.all()) == ["Theary", "សុខ ដារា"]


def test_more_names_than_seats_add_nobody(invitation):
    NominationFactory(invitation=invitation)
    rows = [(uuid4(), DARA), (uuid4(), DARA)]
    assert refusal(nominate_people, invitation, rows) == "no_seats_left"
    assert invitation.nominations.count() == 1


def test_who_is_off_the_list_uses_no_seat(invitation):
    for state in (NominationState.WITHDRAWN, NominationState.REFUSED):
        NominationFactory(invitation=invitation, state=state)
    assert len(nominate_people(invitation, [(uuid4(), DARA), (uuid4(), DARA)])) == 2


def test_after_the_last_day_nothing_changes(invitation):
    row = NominationFactory(invitation=invitation)
    too_late(invitation)
    row.invitation.refresh_from_db()
    assert refusal(nominate_people, invitation, [(uuid4(), DARA)]) == "too_late"
    assert refusal(change_nomination, row, DARA) == "too_late"
    assert refusal(withdraw_nomination, row) == "too_late"


def test_a_cancelled_run_takes_no_names(invitation):
    invitation.run.status = RunStatus.CANCELLED
    invitation.run.save()
    assert refusal(nominate_people, invitation, [(uuid4(), DARA)]) == "run_cancelled"


def test_a_name_is_changed_while_it_waits(invitation, staff_user):
    row = NominationFactory(invitation=invitation)
    assert change_nomination(row, DARA).name == "សុខ ដារា"
    take_nominations(invitation, [row], by=staff_user)
    assert refusal(change_nomination, row, DARA) == "taken_already"


def test_taking_off_gives_the_place_back_and_twice_is_refused(invitation, staff_user):
    row = NominationFactory(invitation=invitation)
    take_nominations(invitation, [row], by=staff_user)
    place = invitation.run.enrollments.get()
    withdraw_nomination(row)
    place.refresh_from_db()
    assert place.status == EnrollmentStatus.WITHDRAWN
    assert refusal(withdraw_nomination, row) == "taken_off"


def test_who_came_stays_on_the_list(invitation, staff_user):
    row = NominationFactory(invitation=invitation)
    (row,) = take_nominations(invitation, [row], by=staff_user)
    session = SessionFactory(run=invitation.run, status="held")
    AttendanceFactory(session=session, enrollment=row.enrollment)
    assert refusal(withdraw_nomination, row) == "has_attended"
    row.refresh_from_db()
    assert row.state == NominationState.TAKEN


def test_a_place_by_another_way_stays_when_the_organization_takes_its_name_off(
    invitation, staff_user
):
    place = EnrollmentFactory(run=invitation.run, person=PersonFactory(),
                              employer=invitation.organization)  # fmt: skip
    row = named_as(place.person, invitation)
    (row,) = take_nominations(invitation, [row], by=staff_user)
    assert (row.enrollment, row.is_shared) == (place, True)
    withdraw_nomination(row)
    place.refresh_from_db()
    assert place.status == EnrollmentStatus.ENROLLED


def test_a_place_that_two_organizations_named_goes_to_the_other_one(invitation, staff_user):
    union = InvitationFactory(run=invitation.run, channel=Channel.UNION)
    ours = NominationFactory(invitation=invitation, birth_year=1990, phone="012345678")
    theirs = NominationFactory(invitation=union, birth_year=1990, phone="012345678")
    (ours,) = take_nominations(invitation, [ours], by=staff_user)
    (theirs,) = take_nominations(union, [theirs], by=staff_user)
    assert (theirs.enrollment, theirs.is_shared) == (ours.enrollment, True)
    withdraw_nomination(ours)
    place = invitation.run.enrollments.get()
    theirs.refresh_from_db()
    assert (place.status, place.invitation, theirs.is_shared) == ("enrolled", union, False)


def named_as(person, invitation):
    return NominationFactory(
        invitation=invitation,
        name_km=person.name_km,
        family_name_latin=person.family_name_latin,
        given_name_latin=person.given_name_latin,
        sex=person.sex,
    )
