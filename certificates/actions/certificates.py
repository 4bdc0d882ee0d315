"""Issue, withdraw and replace certificates, and find the ones that are missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.actions.audit import record
from certificates.actions.links import tell_of
from certificates.actions.press import RELATED, Press
from certificates.adapters.typesetting import TypesettingError
from certificates.choices import ACHIEVEMENTS, HoldReason, Kind, RevocationReason, Status
from certificates.models import Certificate, DesignRevision, HeldCertificate
from certificates.queries.designs import newest_of
from certificates.queries.papers import (
    ACHIEVEMENT,
    REFUSALS,
    STATEMENT,
    Before,
    Paper,
    papers_before,
)
from certificates.queries.printable import Printable
from certificates.queries.years import year_standings
from courses.actions.audit import record_each
from courses.exceptions import Refused
from courses.models import Completion

#: How many certificates are printed in one transaction.
AT_ONCE = 20


@dataclass(frozen=True)
class Outcome:
    """What came of one that was asked for, by its id (a completion, or a person for a year): its
    certificate, or the refusal that says why it has none."""

    asked: int
    certificate: Certificate | None = None
    refusal: Refused | None = None


def issue_certificate(completion: Completion, *, by: AbstractBaseUser | None) -> Certificate:
    """Print and number the certificate of a met completion; a second call returns the same one.

    What cannot be printed is kept on hold with its reason, and nothing else is written. Raises
    Refused: `not_completed`, `erased`, `no_certificate`, `was_revoked`, or a `HoldReason`.
    """
    return _only(issue_certificates([completion.pk], by=by))


def issue_statement(completion: Completion, *, by: AbstractBaseUser | None) -> Certificate:
    """Print and number the statement of attendance beside it, for who was there at least once.

    As `issue_certificate`. Raises Refused also: `not_over`, `not_there`.
    """
    return _only(issue_statements([completion.pk], by=by))


def issue_certificates(
    completions: Iterable[int], *, by: AbstractBaseUser | None
) -> Iterator[Outcome]:
    """Issue many by the ids of their completions, with an outcome for each in that order; see
    `issue_certificate`. A few at a time are in one transaction, so that others may write too.
    Completions that are gone have no outcome."""
    return _batches(completions, ACHIEVEMENT, by=by)


def issue_statements(
    completions: Iterable[int], *, by: AbstractBaseUser | None
) -> Iterator[Outcome]:
    """Statements of attendance as `issue_certificates` does it; see `issue_statement`."""
    return _batches(completions, STATEMENT, by=by)


def _only(outcomes: Iterator[Outcome]) -> Certificate:
    (outcome,) = outcomes
    if outcome.refusal:
        raise outcome.refusal
    return outcome.certificate


def _batches(completions: Iterable[int], paper: Paper, *, by) -> Iterator[Outcome]:
    completions = list(dict.fromkeys(completions))
    for start in range(0, len(completions), AT_ONCE):
        yield from _issue(completions[start : start + AT_ONCE], paper, by=by)


@transaction.atomic
def _issue(ids: list[int], paper: Paper, *, by: AbstractBaseUser | None) -> list[Outcome]:
    press = Press()
    press.lock()
    locked = Completion.objects.select_for_update(of=("self",)).select_related(*RELATED)
    completions = {each.pk: each for each in locked.filter(pk__in=ids).order_by("pk")}
    before = papers_before(completions.values())
    outcomes = [
        _outcome(press, completions[pk], paper, before, by=by) for pk in ids if pk in completions
    ]
    printed = press.keep()
    done = [each.asked for each in outcomes if each.certificate in printed]
    held = HeldCertificate.objects.filter(completion__in=done)
    held.filter(is_statement=paper.is_statement).delete()
    record_each(((each, {}) for each in printed), "issued", by=by, app="certificates")
    for older, newer in press.renewed:
        record(older, "replaced", by=by, successor=newer.serial)
    tell_of((each, each.enrollment) for each in printed)
    return outcomes


def _outcome(
    press: Press,
    completion: Completion,
    paper: Paper,
    before: Before,
    *,
    by: AbstractBaseUser | None,
) -> Outcome:
    try:
        if code := paper.why_not(completion, before):
            raise Refused(REFUSALS[code], code=code)
        certificate = paper.in_force(completion, before) or _print(press, completion, paper, before)
        return Outcome(completion.pk, certificate)
    except TypesettingError as error:
        reason = hold_reason(error)
        hold_certificate(completion, reason, str(error.detail), is_statement=paper.is_statement)
        return Outcome(completion.pk, refusal=Refused(reason.label, code=reason))
    except Refused as refusal:
        return Outcome(completion.pk, refusal=refusal)


def _print(press: Press, completion: Completion, paper: Paper, before: Before) -> Certificate:
    """A new certificate; what the person has of the same kind and course makes way for it."""
    revision = press.revision_for(completion.enrollment.run, is_statement=paper.is_statement)
    new = press.print(press.of_run(completion), revision)
    for older in [*before.papers, *press.printed]:
        if older is not new and older.is_valid_beside(new):
            press.renew(older, new)
    return new


def hold_reason(error: TypesettingError) -> HoldReason:
    """Why it could not be printed."""
    return HoldReason(error.code if error.code in HoldReason.values else HoldReason.NOT_PRINTED)


@transaction.atomic
def hold_certificate(
    completion: Completion, reason: str, detail: str, *, is_statement: bool = False
) -> HeldCertificate:
    """Keep what stands in the way of printing, for staff to mend."""
    held, _is_new = HeldCertificate.objects.update_or_create(
        completion=completion,
        is_statement=is_statement,
        defaults={"reason": reason, "detail": detail[:250]},
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
        reason = hold_reason(error)
        raise Refused(reason.label, code=reason) from error


@transaction.atomic
def _replace(certificate: Certificate, *, by: AbstractBaseUser) -> Certificate:
    press = Press()
    press.lock()
    old = _in_force(certificate)
    new = press.print(*_today(press, old))
    press.renew(old, new)
    press.keep()
    record(old, "replaced", by=by, successor=new.serial)
    record(new, "issued", by=by, replaces=old.serial)
    return new


def _today(press: Press, old: Certificate) -> tuple[Printable, DesignRevision]:
    """What the certificate is about, as it is known today, and the design that it has now."""
    if old.year is not None:
        (standing,) = year_standings([old.person], old.year, old.course, press.today)
        if standing.why_not:
            raise Refused(standing.sentence, code=standing.why_not)
        return standing.of_year, newest_of(old.revision.design)
    completion = Completion.objects.select_related(*RELATED).get(enrollment=old.enrollment_id)
    is_statement = old.kind == Kind.ATTENDANCE
    revision = press.revision_for(completion.enrollment.run, is_statement=is_statement)
    return press.of_run(completion), revision


def _in_force(certificate: Certificate) -> Certificate:
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if certificate.status != Status.VALID or certificate.erased_on:
        raise Refused(_("This certificate is not in force any more."), code="not_valid")
    return certificate


def catch_up_certificates(*, by: AbstractBaseUser | None = None) -> tuple[int, int]:
    """Issue what is missing, for instance after a crash; returns (issued, held). Idempotent."""
    missing = Completion.objects.met().filter(
        enrollment__run__course__gives_certificate=True,
        enrollment__person__erased_at=None,
    )
    has_one = Certificate.objects.filter(enrollment=OuterRef("enrollment"), kind__in=ACHIEVEMENTS)
    missing = missing.exclude(Exists(has_one))
    ids = missing.order_by("met_on", "pk").values_list("pk", flat=True)
    outcomes = list(issue_certificates(ids, by=by))
    held = [each for each in outcomes if each.refusal and each.refusal.code in HoldReason.values]
    return sum(each.refusal is None for each in outcomes), len(held)
