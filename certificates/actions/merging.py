"""Certificates follow a person whose record becomes part of another one."""

from collections.abc import Mapping

from django.utils import timezone

from certificates.choices import Status
from certificates.models import Certificate
from courses.actions.ledger import Ledger
from courses.models import Person


def follow_person(
    kept: Person, absorbed: Person, folded: Mapping[int, int], ledger: Ledger
) -> None:
    """Hand the certificates of `absorbed` to `kept`, through the ledger of the merge.

    Those of a folded enrolment go to the one that counts, so that no second certificate is printed
    for it; where it has a valid one of its own, each stays on its own enrolment. Of two that are
    valid for the same course and kind, and year where it is a yearly statement, the newer one stays
    valid and replaces the other. Nothing that was printed changes.
    """
    rows = list(Certificate.objects.select_for_update().filter(person=absorbed).order_by("pk"))
    valid = list(Certificate.objects.select_for_update().in_force().filter(person=kept))
    taken = {(each.enrollment_id, each.kind) for each in valid}
    for row in rows:
        place = folded.get(row.enrollment_id, row.enrollment_id)
        if (place, row.kind) in taken:
            place = row.enrollment_id
        mine = kept.pk, *row.of_which_one_is_valid[1:]
        for other in valid:
            if row.status == Status.VALID and other.of_which_one_is_valid == mine:
                _renew(*sorted((other, row), key=_age), ledger)
        ledger.change(row, person_id=kept.pk, enrollment_id=place)


def _age(certificate: Certificate) -> tuple:
    return certificate.facts.get("last_day", ""), certificate.issued_on, certificate.pk


def _renew(older: Certificate, newer: Certificate, ledger: Ledger) -> None:
    ledger.change(
        older,
        status=Status.REPLACED,
        status_on=timezone.localdate(),
        replaced_by_id=newer.pk,
    )
