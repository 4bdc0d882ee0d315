"""Agree what a factory will do after a training, and close it with evidence, or drop it."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import BinaryIO
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record, record_each
from courses.actions.evidence import LONGEST_NOTE, keep_file
from courses.choices import ActionState
from courses.exceptions import Refused
from courses.models import ActionEvidence, CourseRun, FactoryAction, Organization, Topic
from courses.rules.factory_actions import Seen, why_not_agreed, why_not_done
from courses.rules.khmer import clean

NO = {
    "agreed_ahead": _("The day on which it was agreed is still to come. Correct it."),
    "due_before": _("It cannot be due before it was agreed. Correct one of the two days."),
    "due_far": _("That is more than three years ahead. Choose an earlier day."),
    "no_words": _("Write what will be done, and who is responsible."),
    "seen_ahead": _("The day on which it was seen is still to come. Correct it."),
    "seen_before": _("It was seen before it was agreed. Correct the day."),
    "nobody_saw": _("Write who has seen it."),
    "no_evidence": _("Add a photo or a PDF, or write what was seen. Without it nothing is closed."),
    "no_reason": _("Say in a few words why."),
    "not_open": _("Somebody closed or dropped this action already. Look at it first."),
    "is_open": _("This action is open already."),
    "stale": _(
        "Somebody changed this action meanwhile. Compare with how it stands now, then save again."
    ),
    "form_used": _("This form was used already. Open it anew."),
    "last_evidence": _(
        "This file alone shows that the action is done. Open the action again first."
    ),
}


@dataclass(frozen=True)
class Agreed:
    """What an organization will do; `responsible` is a role, such as the safety officer."""

    organization: Organization
    text: str
    responsible: str
    agreed_on: date
    due_on: date
    topic: Topic | None = None


@transaction.atomic
def agree_action(
    run: CourseRun, agreed: Agreed, *, by: AbstractBaseUser | None, form: UUID
) -> FactoryAction:
    """Write an action down; the same `form` twice writes one. Raises Refused: `agreed_ahead`,
    `due_before`, `due_far`, `no_words`, `form_used`."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if known := FactoryAction.objects.filter(uuid=form).first():
        _demand(known.run_id == run.pk, "form_used")
        return known
    organization = agreed.organization
    action = FactoryAction.objects.create(
        uuid=form,
        run=run,
        sector=organization.sector,
        province=organization.province,
        written_by=by,
        **_checked(agreed),
    )
    record(action, "action_agreed", by=by)
    return action


@transaction.atomic
def change_action(
    action: FactoryAction, agreed: Agreed, *, by: AbstractBaseUser, revision: int
) -> FactoryAction:
    """Correct an open action. Its sector and province are those of before unless the organization
    is another one. Raises Refused as `agree_action` does, `not_open`, and `stale` when it is not
    the `revision` that the user looked at."""
    action = _locked(action)
    _demand(action.is_open, "not_open")
    _demand(action.revision == revision, "stale")
    values = _checked(agreed)
    before = {name: getattr(action, name) for name in values}
    changed = sorted(name for name, value in values.items() if before[name] != value)
    if not changed:
        return action
    if "organization" in changed:
        values |= {"sector": agreed.organization.sector, "province": agreed.organization.province}
    days = {
        name: [before[name].isoformat(), values[name].isoformat()]
        for name in ("agreed_on", "due_on")
        if name in changed
    }
    _save(action, **values)
    record(action, "action_changed", by=by, changed=changed, **days)
    return action


@transaction.atomic
def close_action(
    action: FactoryAction, seen: Seen, file: BinaryIO | None = None, *, by: AbstractBaseUser | None
) -> FactoryAction:
    """Close it with what shows that it is done. Closing it again with the same words changes
    nothing. Raises Refused: `seen_ahead`, `seen_before`, `nobody_saw`, `no_evidence`, `not_open`,
    and as `keep_file` does."""
    action = _locked(action)
    by_whom, note = clean(seen.by), clean(seen.note)
    told = {"seen_on": seen.on, "seen_by": by_whom, "seen_note": note}
    if action.is_done and told == {name: getattr(action, name) for name in told}:
        return action
    _demand(action.is_open, "not_open")
    shown = Seen(seen.on, by_whom, note, file is not None or action.evidence.exists())
    if code := why_not_done(shown, action.agreed_on, timezone.localdate()):
        raise Refused(NO[code], code=code)
    if file is not None:
        keep_file(action.evidence, file, by=by)
    _save(action, state=ActionState.DONE, closed_by=by, **told)
    record(action, "action_done", by=by, seen_on=seen.on.isoformat())
    return action


@transaction.atomic
def drop_action(action: FactoryAction, reason: str, *, by: AbstractBaseUser) -> FactoryAction:
    """It will not be done. Raises Refused: `no_reason`, `not_open`."""
    action, reason = _locked(action), clean(reason)
    if action.state == ActionState.DROPPED and action.dropped_reason == reason:
        return action
    _demand(action.is_open, "not_open")
    _demand(bool(reason), "no_reason")
    _save(
        action,
        state=ActionState.DROPPED,
        dropped_on=timezone.localdate(),
        dropped_reason=reason,
        closed_by=by,
    )
    record(action, "action_dropped", by=by)
    return action


@transaction.atomic
def reopen_action(action: FactoryAction, reason: str, *, by: AbstractBaseUser) -> FactoryAction:
    """Open it again; its files stay. Raises Refused: `no_reason`, `is_open`."""
    action = _locked(action)
    _demand(not action.is_open, "is_open")
    _demand(bool(clean(reason)), "no_reason")
    was = action.state
    nothing = {"seen_on": None, "seen_by": "", "seen_note": "", "closed_by": None}
    _save(action, state=ActionState.OPEN, dropped_on=None, dropped_reason="", **nothing)
    record(action, "action_reopened", by=by, was=was, reason=clean(reason))
    return action


@transaction.atomic
def keep_action_file(
    action: FactoryAction, file: BinaryIO, note: str = "", *, by: AbstractBaseUser
) -> ActionEvidence:
    """Keep one more picture or PDF, whatever the state. Raises Refused as `keep_file` does."""
    action = _locked(action)
    evidence, is_new = keep_file(action.evidence, file, by=by, note=clean(note)[:LONGEST_NOTE])
    if is_new:
        record(action, "action_file_kept", by=by, evidence=str(evidence.uuid))
    return evidence


def open_action_file(evidence: ActionEvidence, *, by: AbstractBaseUser) -> File:
    """The file for somebody who looks at it, which the history of the action keeps.

    Raises FileNotFoundError where the storage has lost it.
    """
    file = evidence.file.open("rb")
    record(evidence.action, "action_file_seen", by=by, evidence=str(evidence.uuid))
    return file


@transaction.atomic
def delete_action_file(evidence: ActionEvidence, reason: str, *, by: AbstractBaseUser) -> None:
    """Destroy a file for ever. Raises Refused: `no_reason`, `last_evidence`."""
    action = _locked(evidence.action)
    _demand(bool(clean(reason)), "no_reason")
    is_last = not action.evidence.exclude(pk=evidence.pk).exists()
    _demand(not (action.is_done and is_last and not action.seen_note), "last_evidence")
    record(action, "action_file_deleted", by=by, evidence=str(evidence.uuid), reason=clean(reason))
    _destroy(evidence)


@transaction.atomic
def destroy_action_files(ids: list[int]) -> None:
    """Destroy files whose time is over; what they showed stays done."""
    rows = ActionEvidence.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    old = list(rows.select_related("action__organization"))
    told = ((each.action, {"evidence": str(each.uuid), "reason": "term"}) for each in old)
    record_each(told, "action_file_deleted", by=None)
    for evidence in old:
        _destroy(evidence)


def _destroy(evidence: ActionEvidence) -> None:
    transaction.on_commit(partial(evidence.file.storage.delete, evidence.file.name))
    evidence.delete()


def _locked(action: FactoryAction) -> FactoryAction:
    rows = FactoryAction.objects.select_for_update(of=("self",))
    return rows.select_related("organization", "topic").get(pk=action.pk)


def _demand(holds: bool, code: str) -> None:
    if not holds:
        raise Refused(NO[code], code=code)


def _checked(agreed: Agreed) -> dict:
    """The fields, cleaned. Raises Refused."""
    text, responsible = clean(agreed.text), clean(agreed.responsible)
    _demand(bool(text and responsible), "no_words")
    if code := why_not_agreed(agreed.agreed_on, agreed.due_on, timezone.localdate()):
        raise Refused(NO[code], code=code)
    return vars(agreed) | {"text": text, "responsible": responsible}


def _save(action: FactoryAction, **values: object) -> None:
    for name, value in values.items():
        setattr(action, name, value)
    action.revision += 1
    action.save()
