"""Issue, withdraw and replace certificates, and find the ones that are missing."""

import hashlib
import secrets

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.actions.audit import record
from certificates.adapters.typesetting import TypesettingError, render
from certificates.choices import HoldReason, RevocationReason, Status
from certificates.models import Certificate, HeldCertificate, NumberSeries
from certificates.queries.facts import check_url, current_issuer, expiry_of, pictures, printed_facts
from certificates.rules.codes import new_code
from courses.actions.announcing import announce_certificate
from courses.choices import EnrollmentStatus
from courses.exceptions import Refused
from courses.models import Completion

DESIGN = "completion"
RELATED = (
    "enrollment__run__course",
    "enrollment__run__province",
    "enrollment__person",
)


def issue_certificate(completion: Completion, *, by: AbstractBaseUser | None) -> Certificate:
    """Print and number the certificate of a met completion; a second call returns the same one.

    What cannot be printed is kept on hold with its reason, and nothing else is written. Raises
    Refused: `not_completed`, `erased`, `no_certificate`, `was_revoked`, or a `HoldReason`.
    """
    try:
        return _issue(completion, by=by)
    except TypesettingError as error:
        reason = error.code if error.code in HoldReason.values else HoldReason.NOT_PRINTED
        hold_certificate(completion, reason, str(error.detail))
        raise Refused(HoldReason(reason).label, code=reason) from error


@transaction.atomic
def _issue(completion: Completion, *, by: AbstractBaseUser | None) -> Certificate:
    completion = (
        Completion.objects.select_for_update(of=("self",))
        .select_related(*RELATED)
        .get(pk=completion.pk)
    )
    _refuse_unfit(completion)
    former = list(Certificate.objects.filter(enrollment=completion.enrollment_id))
    for certificate in former:
        if certificate.status == Status.VALID:
            return certificate
    if former:
        raise Refused(
            _("This certificate was withdrawn. It is not issued again by itself."),
            code="was_revoked",
        )
    certificate = _print(completion)
    HeldCertificate.objects.filter(completion=completion).delete()
    record(certificate, "issued", by=by)
    announce_certificate(
        certificate.enrollment, number=certificate.serial, link=check_url(certificate.code)
    )
    return certificate


def _refuse_unfit(completion: Completion) -> None:
    is_merged = completion.enrollment.status == EnrollmentStatus.MERGED
    if is_merged or not completion.is_met:
        raise Refused(_("The course is not completed yet."), code="not_completed")
    if completion.enrollment.person.erased_at:
        raise Refused(_("This person is erased, so nothing can be printed."), code="erased")
    if not completion.enrollment.run.course.gives_certificate:
        raise Refused(_("This course ends without a certificate."), code="no_certificate")


def _print(completion: Completion) -> Certificate:
    """Number, facts and file of a new certificate, saved. Runs inside the caller's transaction."""
    issuer = current_issuer()
    today = timezone.localdate()
    enrollment = completion.enrollment
    if not (enrollment.person.name_km or enrollment.person.name_latin):
        raise TypesettingError(HoldReason.NO_NAME, enrollment.person.card_code)
    code = new_code(secrets.token_bytes)
    serial = _next_serial(issuer.serial_prefix, today.year)
    facts = printed_facts(completion, issuer, serial=serial, code=code, issued_on=today)
    pdf = render(DESIGN, facts, pictures(issuer)).pdf
    certificate = Certificate(
        code=code,
        serial=serial,
        enrollment=enrollment,
        person=enrollment.person,
        course=enrollment.run.course,
        design=DESIGN,
        facts=facts,
        issued_on=today,
        expires_on=expiry_of(completion),
        sha256=hashlib.sha256(pdf).hexdigest(),
    )
    certificate.file.save(f"{code}.pdf", ContentFile(pdf), save=False)
    certificate.save()
    return certificate


def _next_serial(prefix: str, year: int) -> str:
    """RWL-2026-000001; the locked row gives every number once, and a rollback gives it back."""
    locked = NumberSeries.objects.select_for_update()
    series = locked.filter(prefix=prefix, year=year).first()
    if series is None:
        NumberSeries.objects.get_or_create(prefix=prefix, year=year)
        series = locked.get(prefix=prefix, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{prefix}-{year}-{series.last:06d}"


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
        reason = error.code if error.code in HoldReason.values else HoldReason.NOT_PRINTED
        raise Refused(HoldReason(reason).label, code=reason) from error


@transaction.atomic
def _replace(certificate: Certificate, *, by: AbstractBaseUser) -> Certificate:
    old = _in_force(certificate)
    old.status, old.status_on = Status.REPLACED, timezone.localdate()
    old.save(update_fields=["status", "status_on"])
    completion = Completion.objects.select_related(*RELATED).get(enrollment=old.enrollment_id)
    new = _print(completion)
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
    issued = held = 0
    for completion in missing.order_by("met_on", "pk"):
        try:
            issue_certificate(completion, by=by)
            issued += 1
        except Refused:
            held += 1
    return issued, held
