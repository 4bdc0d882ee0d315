"""An organization names people for a run, changes them and takes them off, until its deadline."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record_invitation
from courses.actions.enrollment import GONE, withdraw
from courses.actions.imports import remember_columns
from courses.choices import RunStatus, Sex
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, Invitation, Nomination, NominationState
from courses.rules.nominations import AskedFor, why_not_add, why_not_change

REFUSALS = {
    "run_cancelled": _("This course was called off. The list can no longer be changed."),
    "too_late": _("The last day for changes is over. Ask the trainer if something is wrong."),
    "no_seats_left": _(
        "There are not enough seats for all these names. Take somebody off the list first, or ask"
        " the trainer for more seats."
    ),
    "taken_off": _("This person is off the list already."),
    "taken_already": _(
        "This person has a place already. To send somebody else, take this name off and add"
        " another."
    ),
    "has_attended": _("This person came to the course already and stays on the list."),
}


@dataclass(frozen=True)
class Nominee:
    """A person as the organization writes her; `key` is the same for the same row of a form."""

    name_km: str = ""
    family_name_latin: str = ""
    given_name_latin: str = ""
    sex: str = Sex.NOT_STATED
    role: str = ""
    birth_year: int | None = None
    phone: str = ""
    employee_number: str = ""
    employer_text: str = ""

    def values(self) -> dict:
        return asdict(self)


def asked_for(invitation: Invitation) -> AskedFor:
    """The facts about an invitation whose run is loaded. One query."""
    return AskedFor(
        seats=invitation.seats,
        used=invitation.nominations.counting().count(),
        deadline=invitation.deadline,
        is_cancelled=invitation.run.status == RunStatus.CANCELLED,
        is_closed=invitation.run.status == RunStatus.CLOSED,
    )


@transaction.atomic
def nominate_people(
    invitation: Invitation, nominees: Sequence[tuple[uuid.UUID, Nominee]]
) -> list[Nomination]:
    """Put people on the list of the organization; all or none. Each comes with the key of its row:
    a key that is on the list already (a double click) adds nobody.

    Whether somebody is known or on the run by another way plays no part. Locks the invitation, so
    that seats are never oversold. Raises Refused: `run_cancelled`, `too_late`, `no_seats_left`.
    """
    invitation = _locked(invitation)
    known = set(invitation.nominations.values_list("form_key", flat=True))
    new = {key: nominee for key, nominee in nominees if key not in known}
    if not new:
        return []
    reason = why_not_add(asked_for(invitation), len(new), today=timezone.localdate())
    if reason:
        raise Refused(REFUSALS[reason], code=reason)
    rows = [
        Nomination(invitation=invitation, form_key=key, **nominee.values())
        for key, nominee in new.items()
    ]
    Nomination.objects.bulk_create(rows)
    record_invitation(invitation, "nominated", by=None, people=len(rows))
    return rows


@transaction.atomic
def change_nomination(nomination: Nomination, nominee: Nominee) -> Nomination:
    """Correct what was written about somebody who waits for the trainer.

    Raises Refused: `run_cancelled`, `too_late`, `taken_already`, `taken_off`.
    """
    invitation = _locked(nomination.invitation)
    nomination = invitation.nominations.select_for_update().get(pk=nomination.pk)
    _check_open(invitation, nomination)
    if nomination.state == NominationState.TAKEN:
        raise Refused(REFUSALS["taken_already"], code="taken_already")
    for name, value in nominee.values().items():
        setattr(nomination, name, value)
    nomination.save()
    record_invitation(invitation, "nomination_changed", by=None, nomination=nomination.pk)
    return nomination


@transaction.atomic
def withdraw_nomination(nomination: Nomination) -> Nomination:
    """Take somebody off the list; her place goes with it, unless she has it by another way too.

    Raises Refused: `run_cancelled`, `too_late`, `taken_off`, `has_attended`.
    """
    CourseRun.objects.select_for_update().get(pk=nomination.invitation.run_id)
    invitation = _locked(nomination.invitation)
    nomination = invitation.nominations.select_for_update().get(pk=nomination.pk)
    _check_open(invitation, nomination)
    place, nomination.enrollment = nomination.enrollment, None
    nomination.state = NominationState.WITHDRAWN
    if place and place.attendances.attended().exists():
        raise Refused(REFUSALS["has_attended"], code="has_attended")
    nomination.save()
    if place and not nomination.is_shared:
        _give_up(place)
    record_invitation(invitation, "nomination_withdrawn", by=None, nomination=nomination.pk)
    return nomination


@transaction.atomic
def name_columns(invitation: Invitation, kinds: Mapping[str, str]) -> None:
    """Remember for the lists of the organization what its contact says that their columns hold.
    Raises Refused: `run_cancelled`, `too_late`."""
    invitation = _locked(invitation)
    reason = why_not_change(asked_for(invitation), today=timezone.localdate())
    if reason:
        raise Refused(REFUSALS[reason], code=reason)
    remember_columns(invitation.organization, kinds)
    record_invitation(invitation, "columns_chosen", by=None)


def _give_up(place: Enrollment) -> None:
    """The place goes to another organization that named the same person, else it is free."""
    heir = place.nominations.filter(state=NominationState.TAKEN).first()
    if heir:
        heir.is_shared = False
        heir.save(update_fields=["is_shared"])
        place.invitation_id = heir.invitation_id
        place.save(update_fields=["invitation"])
    elif place.status not in GONE:
        withdraw(place, by=None)


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("run")
    return rows.get(pk=invitation.pk)


def _check_open(invitation: Invitation, nomination: Nomination) -> None:
    reason = why_not_change(asked_for(invitation), today=timezone.localdate())
    if reason is None and nomination.state in (NominationState.WITHDRAWN, NominationState.REFUSED):
        reason = "taken_off"
    if reason:
        raise Refused(REFUSALS[reason], code=reason)
