"""Ask an organization to name people for a run by a link, renew the link, or withdraw it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record_invitation
from courses.actions.enrollment import REFUSALS
from courses.choices import OrganizationStatus, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Invitation, Organization

TOKEN_BYTES = 32
NOT_NOW = {RunStatus.CANCELLED: "run_cancelled", RunStatus.CLOSED: "run_closed"}


@dataclass(frozen=True)
class Terms:
    """What is asked for. `women_percent` and `roles` are advice; `seats` and `deadline` hold."""

    seats: int
    deadline: date
    roles: tuple[str, ...] = ()
    women_percent: int | None = None
    message: str = ""
    contact_name: str = ""


@dataclass(frozen=True)
class Invited:
    """An invitation and the token of its link, which can be read here and never again."""

    invitation: Invitation
    token: str


@transaction.atomic
def invite_organization(
    run: CourseRun, organization: Organization, channel: str, terms: Terms, *, by: AbstractBaseUser
) -> Invited:
    """Make the link. Raises Refused: `run_cancelled`, `run_closed`, `organization_gone`,
    `invited_already`, `deadline_past`, `deadline_after_run`."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    _check(run, organization, channel, terms)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        run=run,
        organization=organization,
        channel=channel,
        seats=terms.seats,
        deadline=terms.deadline,
        roles=list(terms.roles),
        women_percent=terms.women_percent,
        message=terms.message.strip(),
        contact_name=terms.contact_name.strip(),
        token_sha256=fingerprint(token),
        expires_on=_expiry(run, terms.deadline),
        created_by=by,
    )
    record_invitation(invitation, "organization_invited", by=by, seats=terms.seats)
    return Invited(invitation, token)


def _check(run: CourseRun, organization: Organization, channel: str, terms: Terms) -> None:
    if run.status in NOT_NOW:
        raise Refused(REFUSALS[NOT_NOW[run.status]], code=NOT_NOW[run.status])
    if organization.status != OrganizationStatus.ACTIVE:
        raise Refused(
            _("This organization is closed or part of another one. Choose another."),
            code="organization_gone",
        )
    if terms.deadline < timezone.localdate():
        raise Refused(_("This day is over. Choose a later last day."), code="deadline_past")
    if run.ends_on and terms.deadline > run.ends_on:
        raise Refused(
            _("The run is over by then. Choose an earlier last day."), code="deadline_after_run"
        )
    standing = run.invitations.filter(revoked_at=None, channel=channel)
    if standing.filter(organization=organization).exists():
        raise Refused(
            _("This organization was asked already. Renew its link instead."),
            code="invited_already",
        )


def _expiry(run: CourseRun, deadline: date) -> date:
    """The link outlives the run by a while, so that outcomes and certificates can be fetched."""
    last = max(filter(None, (run.ends_on, deadline, timezone.localdate())))
    return last + timedelta(days=conf.get("COURSES_NOMINATION_LINK_DAYS"))


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def renew_link(
    invitation: Invitation, deadline: date | None = None, *, by: AbstractBaseUser
) -> Invited:
    """Make a new link, with a later deadline where one is given; the old link and everybody who
    came in by it are locked out. Raises Refused: `revoked`, `deadline_past`."""
    run = CourseRun.objects.get(pk=invitation.run_id)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.revoked_at:
        raise Refused(
            _("This link was withdrawn. Ask the organization anew instead."), code="revoked"
        )
    if deadline and deadline < timezone.localdate():
        raise Refused(_("This day is over. Choose a later last day."), code="deadline_past")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation.deadline = deadline or invitation.deadline
    invitation.token_sha256 = fingerprint(token)
    invitation.expires_on = _expiry(run, invitation.deadline)
    invitation.save(update_fields=["deadline", "token_sha256", "expires_on"])
    record_invitation(invitation, "link_renewed", by=by)
    return Invited(invitation, token)


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: AbstractBaseUser) -> Invitation:
    """Close the link for good, at once; the names stay with the trainer. Doing it twice is once."""
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("run").get(
        pk=invitation.pk
    )  # fmt: skip
    if invitation.revoked_at is None:
        invitation.revoked_at = timezone.now()
        invitation.save(update_fields=["revoked_at"])
        record_invitation(invitation, "invitation_revoked", by=by)
    return invitation


@transaction.atomic
def open_link(token: str) -> Invitation | None:
    """The invitation of a link that works today, with the time noted; None for every other."""
    usable = Invitation.objects.usable_on(timezone.localdate())
    invitation = usable.filter(token_sha256=fingerprint(token)).first()
    if invitation:
        Invitation.objects.filter(pk=invitation.pk).update(last_used_at=timezone.now())
    return invitation
