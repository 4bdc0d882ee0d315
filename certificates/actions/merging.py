"""Certificates follow a person whose record becomes part of another one."""

from collections.abc import Mapping

from certificates.models import Certificate
from courses.actions.ledger import Ledger
from courses.models import Person


def follow_person(
    kept: Person, absorbed: Person, folded: Mapping[int, int], ledger: Ledger
) -> None:
    """Hand the certificates of `absorbed` to `kept`, through the ledger of the merge.

    Those of a folded enrolment go to the one that counts, so that no second certificate is printed
    for it; where it has a valid one of its own, both stay valid, each on its own enrolment.
    Nothing that was printed changes.
    """
    rows = list(Certificate.objects.select_for_update().filter(person=absorbed).order_by("pk"))
    taken = set(
        Certificate.objects.in_force()
        .filter(enrollment__in=folded.values())
        .values_list("enrollment_id", flat=True)
    )
    for row in rows:
        place = folded.get(row.enrollment_id, row.enrollment_id)
        if place in taken:
            place = row.enrollment_id
        ledger.change(row, person_id=kept.pk, enrollment_id=place)
