"""Staff find whom an organization was asked for, and what came of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.actions.groups import AREA_STAFF
from courses.actions.invitations import revoke_invitation
from courses.actions.nomination_taking import take_nominations
from courses.models import Channel, Invitation, StaffArea
from tests.factories import (
    CourseRunFactory,
    InvitationFactory,
    NominationFactory,
    OrganizationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/training/invitations/"


def found(client, **asked):
    return list(client.get(LIST, asked).context["object_list"])


@pytest.fixture
def province(db):
    """A colleague who oversees the province of the runs of the factories."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=AREA_STAFF))
    StaffArea.objects.create(user=user).provinces.set(["05"])
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def test_the_state_of_the_link_is_shown_and_filtered(staff):
    today = timezone.localdate()
    past = today - timedelta(days=1)
    made = {
        "open": InvitationFactory(),
        "shows": InvitationFactory(deadline=past),
        "over": InvitationFactory(deadline=past, expires_on=past),
        "withdrawn": InvitationFactory(revoked_at=timezone.now()),
    }
    assert reverse("training_invitations:index") == LIST
    assert set(found(staff)) == set(made.values())
    for state, invitation in made.items():
        assert found(staff, link_state=state) == [invitation]
    page = staff.get(LIST).text
    for words in ("Open for names", "Shows what became of the names", "Link over"):
        assert words in page
    days = {"deadline_from": today, "deadline_to": today}
    assert set(found(staff, **days)) == {made["open"], made["withdrawn"]}


def test_run_organization_and_channel_narrow_the_list(staff):
    factory = InvitationFactory(organization=OrganizationFactory(name_en="Palm Shade Footwear"))
    union = InvitationFactory(channel=Channel.UNION, contact_name="Ms Tep")
    assert found(staff, run=union.run.code) == [union]
    assert found(staff, organization="palm shade") == [factory]
    assert found(staff, channel="union") == [union]
    assert found(staff, q="Ms Tep") == [union]
    assert found(staff, run="no such", organization="no such") == []


def test_numbers_of_names_and_the_ways_to_the_run_and_to_people(staff, staff_user):
    invitation = InvitationFactory()
    _waiting, taken = NominationFactory.create_batch(2, invitation=invitation, name_km="")
    take_nominations(invitation, [taken], by=staff_user)
    taken.refresh_from_db()

    (row,) = found(staff)
    assert (row.listed, row.taken) == (1, 1)
    page = staff.get(reverse("training_invitations:inspect", args=[invitation.pk])).text
    for way in (
        reverse("courses:invitation", args=[invitation.run.uuid, invitation.uuid]),
        reverse("training_runs:inspect", args=[invitation.run_id]),
        reverse("training_enrolments:inspect", args=[taken.enrollment_id]),
    ):
        assert way in page
    assert "Open for names" in page and "Tep Sovannary" in page


def test_the_history_tells_what_was_done_with_the_link(staff, staff_user):
    invitation = InvitationFactory()
    revoke_invitation(invitation, by=staff_user)
    history = reverse("training_invitations:history", args=[invitation.pk])
    assert "Link of an organization withdrawn" in staff.get(history).text
    history = reverse("training_runs:history", args=[invitation.run_id])
    assert "Link of an organization withdrawn" in staff.get(history).text


def test_what_a_union_is_asked_is_hidden_from_who_only_oversees_the_province(province, staff):
    factory, union = InvitationFactory(), InvitationFactory(channel=Channel.UNION)
    elsewhere = InvitationFactory(run=CourseRunFactory(province_id="12"))

    assert set(found(staff)) == {factory, union, elsewhere}
    assert found(province) == [factory]
    assert found(province, q=union.run.code) == []
    record = reverse("training_invitations:inspect", args=[union.pk])
    assert province.get(record, follow=True).status_code == 404
    run = province.get(reverse("courses:run", args=[union.run.uuid]))
    assert run.context["invitations"] == []
    screen = reverse("courses:invitation", args=[union.run.uuid, union.uuid])
    assert province.get(screen).status_code == 404

    union.run.owner = province.user
    union.run.save()
    assert set(found(province)) == {factory, union}
    assert province.get(screen).status_code == 200


def test_the_file_holds_what_its_taker_sees(province):
    InvitationFactory(contact_name="Mr Keo")
    InvitationFactory(channel=Channel.UNION, contact_name="Ms Tep")
    answer = province.post(f"{LIST}?export=csv", {"purpose": "delivery"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "Mr Keo" in text and "Ms Tep" not in text
    assert Invitation.objects.count() == 2
