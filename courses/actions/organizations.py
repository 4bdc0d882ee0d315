"""What happens to organizations: they are renamed, close, open again, and become part of another.

The past stays where it was: enrolments, runs, headcounts and names keep pointing at the same row.
"""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.organization_keys import keep_keys
from courses.choices import OrganizationKind, OrganizationNameKind, OrganizationStatus
from courses.exceptions import Refused
from courses.models import Organization, OrganizationName
from courses.queries.organization_facts import former_names, names_of, renamed_on
from courses.queries.organization_tree import kinds_below, standing_of
from courses.rules import khmer
from courses.rules import organizations as rules
from courses.rules.organizations import Names

REFUSALS = {
    "loop": _("This organization stands above that one already. Choose another."),
    "no_parent": _("An organization of this kind stands below no other."),
    "wrong_members": _("Organizations stand below this one that cannot stand below this kind."),
    "same_organization": _("This is one and the same organization."),
    "already_merged": _("These two organizations were merged already."),
    "merged_meanwhile": _("One of these organizations became part of another one already."),
    "closed": _("Only active organizations can be merged. Open it again first."),
    "other_kind": _("Only organizations of the same kind can be merged."),
    "stands_below": _("The one that stays stands below the other one. Move it first."),
    "merged": _("This organization became part of another one. Undo the merge first."),
    "not_yet": _("This day is still to come. Do this on that day, or later."),
    "no_name": _("Write the new name in Latin letters."),
    "same_name": _("The organization is called this already."),
    "before_last": _("The name before was used until a later day. Choose a day after it."),
    "not_closed": _("This organization is not closed."),
    "not_merged": _("This organization is not part of another one."),
    "not_renamed": _("No renaming with a date is on record."),
}


@transaction.atomic
def place_organization(organization: Organization) -> None:
    """Make sure that the organization, as it is about to be saved, may stand where it says.

    Belongs into the transaction that saves it: until that ends nobody else moves an organization,
    so that two moves at a time close no circle. Raises Refused: `loop`, `no_parent`,
    `wrong_parent`, `wrong_members`.
    """
    _lock_tree()
    kinds = kinds_below(organization)
    if organization.parent_id is None:
        reason = rules.why_not_above(organization.kind, kinds)
    else:
        parent = Organization.objects.select_related("merged_into").get(pk=organization.parent_id)
        reason = rules.why_not_below(standing_of(organization), standing_of(parent.standing), kinds)
    if reason == "wrong_parent":
        raise Refused(_wrong_parent(organization.kind), code=reason)
    if reason:
        raise _no(reason)


@transaction.atomic
def rename_organization(
    organization: Organization, new: Names, *, on: date, by: AbstractBaseUser
) -> OrganizationName:
    """Give it new names from the day `on`; the former ones stay on record until the day before and
    still find it. Returns the former name. Doing it twice is refused as `same_name`.

    Raises Refused: `no_name`, `same_name`, `not_yet`, `before_last`, `merged`.
    """
    row = _locked(organization)
    new = Names(khmer.clean(new.en), khmer.clean(new.km), khmer.clean(new.short))
    last = renamed_on(row)
    reason = rules.why_not_rename(
        names_of(row), new, on, renamed_on=last, status=row.status, today=timezone.localdate()
    )
    if reason:
        raise _no(reason)
    former = OrganizationName.objects.create(
        organization=row,
        kind=OrganizationNameKind.FORMER,
        name_en=row.name_en,
        name_km=row.name_km,
        short_name=row.short_name,
        starts_on=rules.day_after(last) if last else None,
        ends_on=rules.day_before(on),
    )
    _call(row, new)
    record(row, "organization_renamed", by=by, on=on.isoformat(), former=former.name_en)
    return former


@transaction.atomic
def undo_renaming(organization: Organization, *, by: AbstractBaseUser) -> Organization:
    """Call it again what it was called last; the new names are forgotten.

    Raises Refused `not_renamed`, and `merged`.
    """
    row = _locked(organization)
    if row.status == OrganizationStatus.MERGED:
        raise _no("merged")
    former = former_names(row).first()
    if former is None or not former.name_en:
        raise _no("not_renamed")
    names, until = names_of(former), former.ends_on
    former.delete()
    _call(row, names)
    record(row, "renaming_undone", by=by, until=until.isoformat())
    return row


@transaction.atomic
def close_organization(
    organization: Organization, *, on: date, reason: str = "", by: AbstractBaseUser
) -> Organization:
    """From now on it can be chosen nowhere; all that it has stays. A second time corrects day and
    reason. Raises Refused: `not_yet`, `merged`."""
    row = _locked(organization)
    if no := rules.why_not_close(row.status, on, today=timezone.localdate()):
        raise _no(no)
    row.status, row.closed_on = OrganizationStatus.CLOSED, on
    row.closed_reason = khmer.clean(reason)[:200]
    row.save()
    record(row, "organization_closed", by=by, on=on.isoformat())
    return row


@transaction.atomic
def reopen_organization(organization: Organization, *, by: AbstractBaseUser) -> Organization:
    """It can be chosen again. Raises Refused `not_closed`."""
    row = _locked(organization)
    if row.status != OrganizationStatus.CLOSED:
        raise _no("not_closed")
    row.status, row.closed_on, row.closed_reason = OrganizationStatus.ACTIVE, None, ""
    row.save()
    record(row, "organization_reopened", by=by)
    return row


@transaction.atomic
def merge_organizations(
    kept: Organization, other: Organization, *, on: date | None = None, by: AbstractBaseUser
) -> Organization:
    """Make `other` part of `kept` from the day `on`; without a day they were always the same one,
    entered twice. Returns `other`.

    Only the pointer is written: enrolments, runs and headcounts of `other` stay with it and name
    it; its names lead to `kept`, new entries are made for `kept`, and figures of periods that end
    on that day or later count the two as one. Raises Refused: see `rules.why_not_merge`, `not_yet`.
    """
    _lock_tree()
    kept, other = _locked(kept), _locked(other)
    reason = rules.why_not_merge(standing_of(kept), standing_of(other))
    if not reason and on and on > timezone.localdate():
        reason = "not_yet"
    if reason:
        raise _no(reason)
    other.status, other.merged_into, other.merged_on = OrganizationStatus.MERGED, kept, on
    other.save()
    day = on.isoformat() if on else None
    record(other, "organization_merged", by=by, into=kept.pk, on=day)
    record(kept, "organization_absorbed", by=by, other=other.pk, on=day)
    return other


@transaction.atomic
def undo_organization_merge(other: Organization, *, by: AbstractBaseUser) -> Organization:
    """Both are organizations of their own again, exactly as before; entries made for the kept one
    since then stay with it. Raises Refused: `not_merged`, `loop`."""
    _lock_tree()
    row = _locked(other)
    if row.status != OrganizationStatus.MERGED:
        raise _no("not_merged")
    kept = row.merged_into
    row.status, row.merged_into, row.merged_on = OrganizationStatus.ACTIVE, None, None
    place_organization(row)
    row.save()
    keep_keys(kept)
    record(row, "organization_merge_undone", by=by, other=kept.pk)
    record(kept, "organization_merge_undone", by=by, other=row.pk)
    return row


def _no(reason: str) -> Refused:
    return Refused(REFUSALS[reason], code=reason)


def _wrong_parent(kind: str):
    allowed = (str(OrganizationKind(above).label) for above in rules.ABOVE[kind])
    sentence = _("An organization of this kind can only stand below one of these: %(kinds)s.")
    return sentence % {"kinds": ", ".join(allowed)}


def _call(row: Organization, names: Names) -> None:
    row.name_en, row.name_km, row.short_name = names.en, names.km, names.short
    row.save()


def _locked(organization: Organization) -> Organization:
    return Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)


def _lock_tree() -> None:
    """One writer of the tree at a time: the lock is the row that names our model."""
    model = ContentType.objects.get_for_model(Organization)
    ContentType.objects.select_for_update(no_key=True).get(pk=model.pk)
