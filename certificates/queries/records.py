"""Certificates as programme staff look for them."""

from django.db.models import Q, QuerySet

from certificates.models import Certificate, HeldCertificate
from certificates.rules.codes import normalise
from courses.queries.people import Phones, people_matching


def certificates_found(
    certificates: QuerySet[Certificate], words: str, phones: Phones
) -> QuerySet[Certificate]:
    """Those with the number, the check code, or a person who is found by the words."""
    people = people_matching(words, phones).order_by().values("pk")
    matches = Q(person__in=people) | Q(serial__icontains=words)
    code = normalise(words)
    return certificates.filter(matches | Q(code=code) if code else matches)


def held_found(
    held: QuerySet[HeldCertificate], words: str, phones: Phones
) -> QuerySet[HeldCertificate]:
    """Those of people who are found by the words, or on a run whose code holds them."""
    people = people_matching(words, phones).order_by().values("pk")
    return held.filter(
        Q(completion__enrollment__person__in=people)
        | Q(completion__enrollment__run__code__icontains=words)
    )
