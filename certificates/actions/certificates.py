"""Issue, withdraw and replace certificates, and find the ones that are missing."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.actions.audit import record
from certificates.actions.press import RELATED, Press
from certificates.adapters.typesetting import TypesettingError
from certificates.choices import HoldReason, RevocationReason, Status
from certificates.models import Certificate, HeldCertificate
from certificates.queries.facts import check_url
from courses.actions.announcing import announce_certificate
from courses.actions.audit import record_each
from courses.choices import EnrollmentStatus
from courses.exceptions import Refused
from courses.models import Completion

#: How many certificates are printed in one transaction.
AT_ONCE = 20


@dataclass(frozen=True)
class Outcome:
    """What came of one completion: its certificate, or the refusal that says why it has none."""

    completion: int
    certificate: Certificate | None = None
    refusal: Refused | None = None


def issue_certificate(completion: Completion, *, by: AbstractBaseUser | None) -> Certificate:
    """Print and number the certificate of a met completion; a second call returns the same one.

    What cannot be printed is kept on hold with its reason, and nothing else is written. Raises
    Refused: `not_completed`, `erased`, `no_certificate`, `was_revoked`, or a `HoldReason`.
    """
    (outcome,) = issue_certificates([completion.pk], by=by)
    if outcome.refusal:
        raise outcome.refusal
    return outcome.certificate


def issue_certificates(
    completions: Iterable[int], *, by: AbstractBaseUser | None
) -> Iterator[Outcome]:
    """Issue many by the ids of their completions, with an outcome for each in that order; see
    `issue_certificate`. A few at a time are in one transaction, so that others may write too.
    Completions that are gone have no outcome."""
    completions = list(dict.fromkeys(completions))
    for start in range(0, len(completions), AT_ONCE):
        yield from _issue(completions[start : start + AT_ONCE], by=by)


@transaction.atomic
def _issue(ids: list[int], *, by: AbstractBaseUser | None) -> list[Outcome]:
    locked = Completion.objects.select_for_update(of=("self",)).select_related(*RELATED)
    completions = {each.pk: each for each in locked.filter(pk__in=ids).order_by("pk")}
    enrollments = [each.enrollment_id for each in completions.values()]
    former: dict[int, list[Certificate]] = {}
    for certificate in Certificate.objects.filter(enrollment__in=enrollments):
        former.setdefault(certificate.enrollment_id, []).append(certificate)
    press = Press()
    outcomes = [
        _outcome(press, completions[pk], former.get(completions[pk].enrollment_id, ()), by=by)
        for pk in ids
        if pk in completions
    ]
    printed = press.keep()
    done = [each.completion for each in outcomes if each.certificate in printed]
    HeldCertificate.objects.filter(completion__in=done).delete()
    record_each(((each, {}) for each in printed), "issued", by=by, app="certificates")
    for each in printed:
        announce_certificate(each.enrollment, number=each.serial, link=check_url(each.code))
    return outcomes


def _outcome(
    press: Press,
    completion: Completion,
    former: Collection[Certificate],
    *,
    by: AbstractBaseUser | None,
) -> Outcome:
    try:
        valid = _valid_one(completion, former)
        return Outcome(completion.pk, valid or press.print(completion))
    except TypesettingError as error:
        reason = _hold_reason(error)
        hold_certificate(completion, reason, str(error.detail))
        return Outcome(completion.pk, refusal=Refused(reason.label, code=reason))
    except Refused as refusal:
        return Outcome(completion.pk, refusal=refusal)


def _valid_one(completion: Completion, former: Collection[Certificate]) -> Certificate | None:
    """The certificate that is in force. Raises Refused where none may be issued."""
    is_merged = completion.enrollment.status == EnrollmentStatus.MERGED
    if is_merged or not completion.is_met:
        raise Refused(_("The course is not completed yet."), code="not_completed")
    if completion.enrollment.person.erased_at:
        raise Refused(_("This person is erased, so nothing can be printed."), code="erased")
    if not completion.enrollment.run.course.gives_certificate:
        raise Refused(_("This course ends without a certificate."), code="no_certificate")
    for certificate in former:
        if certificate.status == Status.VALID:
            return certificate
    if former:
        raise Refused(
            _("This certificate was withdrawn. It is not issued again by itself."),
            code="was_revoked",
        )
    return None


def _hold_reason(error: TypesettingError) -> HoldReason:
    return HoldReason(error.code if error.code in HoldReason.values else HoldReason.NOT_PRINTED)


@transaction.atomic
def hold_certificate(completion: Completion, reason: str, detail: str) -> HeldCertificate:
    """Keep what stands in the way of printing, for staff to mend."""
    held, _is_new = HeldCertificate.objects.update_or_create(
        completion=completion, defaults={"reason": reason, "detail": detail[:250]}
    )
    return held


@transaction.atomic
def revoke_certificate(
    certificate: Certificate, reason: RevocationReason, *, by: AbstractBaseUser
) -> Certificate:
    """Withdraw a certificate; the check page says when and why. Raises Refused `not_valid`."""
    certificate = _in_force(certificate)
    certificate.status, certificate.status_on = Status.REVOKED, timezone.localdate()
    certificate.revocation_reason = reason
    certificate.save(update_fields=["status", "status_on", "revocation_reason"])
    record(certificate, "revoked", by=by, reason=str(reason))
    return certificate


def replace_certificate(certificate: Certificate, *, by: AbstractBaseUser) -> Certificate:
    """Print it anew with today's names; both know of each other, the old code says so.

    Raises Refused: `not_valid`, or a `HoldReason`; then the old one stays in force.
    """
    try:
        return _replace(certificate, by=by)
    except TypesettingError as error:
        reason = _hold_reason(error)
        raise Refused(reason.label, code=reason) from error


@transaction.atomic
def _replace(certificate: Certificate, *, by: AbstractBaseUser) -> Certificate:
    old = _in_force(certificate)
    old.status, old.status_on = Status.REPLACED, timezone.localdate()
    old.save(update_fields=["status", "status_on"])
    completion = Completion.objects.select_related(*RELATED).get(enrollment=old.enrollment_id)
    press = Press()
    new = press.print(completion)
    press.keep()
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])
    record(old, "replaced", by=by, successor=new.serial)
    record(new, "issued", by=by, replaces=old.serial)
    return new


def _in_force(certificate: Certificate) -> Certificate:
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if certificate.status != Status.VALID or certificate.erased_on:
        raise Refused(_("This certificate is not in force any more."), code="not_valid")
    return certificate


def catch_up_certificates(*, by: AbstractBaseUser | None = None) -> tuple[int, int]:
    """Issue what is missing, for instance after a crash; returns (issued, held). Idempotent."""
    missing = Completion.objects.met().filter(
        enrollment__run__course__gives_certificate=True,
        enrollment__certificates__isnull=True,
        enrollment__person__erased_at=None,
    )
    ids = missing.order_by("met_on", "pk").values_list("pk", flat=True)
    refused = [outcome.refusal is not None for outcome in issue_certificates(ids, by=by)]
    return refused.count(False), refused.count(True)
