"""Links for organizations: made once, renewed, withdrawn, opened."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.invitations import (
    Terms,
    invite_organization,
    open_link,
    renew_link,
    revoke_invitation,
)
from courses.choices import OrganizationStatus, RunStatus
from courses.exceptions import Refused
from courses.models import Channel, Invitation
from tests.factories import CourseRunFactory, InvitationFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms():
    return Terms(seats=5, deadline=timezone.localdate(), roles=("worker",), women_percent=50)


def refusal(act, *args, **kwargs):
    with pytest.raises(Refused) as no:
        act(*args, **kwargs)
    return no.value.code


def test_a_link_opens_its_invitation_and_only_its_fingerprint_is_kept(terms, staff_user):
    run, factory = CourseRunFactory(), OrganizationFactory()
    invited = invite_organization(run, factory, Channel.EMPLOYER, terms, by=staff_user)
    kept = Invitation.objects.get()
    assert invited.token not in [str(value) for value in vars(kept).values()]
    assert (kept.seats, kept.roles, kept.created_by) == (5, ["worker"], staff_user)
    assert kept.expires_on == run.ends_on + timedelta(days=60)
    assert open_link(invited.token) == kept
    assert open_link(invited.token + "x") is None
    kept.refresh_from_db()
    assert kept.last_used_at is not None


@pytest.mark.parametrize(
    ("run", "organization", "changes", "code"),
    [
        ({"status": RunStatus.CANCELLED}, {}, {}, "run_cancelled"),
        ({"status": RunStatus.CLOSED}, {}, {}, "run_closed"),
        ({}, {"status": OrganizationStatus.CLOSED}, {}, "organization_gone"),
        ({}, {}, {"days": -1}, "deadline_past"),
        ({}, {}, {"days": 1}, "deadline_after_run"),
    ],
)
def test_what_cannot_be_asked(terms, staff_user, run, organization, changes, code):
    terms = replace(terms, deadline=terms.deadline + timedelta(**changes))
    run, who = CourseRunFactory(**run), OrganizationFactory(**organization)
    assert refusal(invite_organization, run, who, Channel.UNION, terms, by=staff_user) == code
    assert not Invitation.objects.exists()


def test_an_organization_is_asked_once_by_channel_and_anew_after_revoking(terms, staff_user):
    run, who = CourseRunFactory(), OrganizationFactory()
    first = invite_organization(run, who, Channel.EMPLOYER, terms, by=staff_user)
    again = (invite_organization, run, who, Channel.EMPLOYER, terms)
    assert refusal(*again, by=staff_user) == "invited_already"
    revoke_invitation(first.invitation, by=staff_user)
    assert invite_organization(run, who, Channel.EMPLOYER, terms, by=staff_user).token


def test_renewing_locks_the_old_link_out_and_brings_an_expired_one_back(staff_user):
    today = timezone.localdate()
    day = today - timedelta(days=9)
    invitation = InvitationFactory(token="old", deadline=day, expires_on=day)
    assert open_link("old") is None
    renewed = renew_link(invitation, today, by=staff_user)
    assert open_link("old") is None
    assert open_link(renewed.token) == invitation
    assert renewed.invitation.deadline == today
    assert refusal(renew_link, invitation, day, by=staff_user) == "deadline_past"


def test_a_revoked_link_is_closed_for_good(staff_user):
    invitation = InvitationFactory(token="known")
    first = revoke_invitation(invitation, by=staff_user).revoked_at
    assert revoke_invitation(invitation, by=staff_user).revoked_at == first
    assert open_link("known") is None
    assert refusal(renew_link, invitation, by=staff_user) == "revoked"
