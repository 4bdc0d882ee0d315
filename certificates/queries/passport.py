"""The papers in the training record that a person shows to others."""

from django.utils.translation import override

from certificates.models import Certificate
from certificates.queries.facts import check_url
from courses.adapters.paper.facts import Words
from courses.models import Person
from courses.queries.paper import words_in
from courses.queries.passport import Paper


def papers_in_passport(person: Person) -> list[Paper]:
    """Hook `courses_passport_papers`: what is in force for her enrolments. One query."""
    rows = Certificate.objects.filter(person=person, enrollment__isnull=False).in_force()
    rows = rows.only("enrollment_id", "kind", "serial", "issued_on", "expires_on", "code")
    return [
        Paper(
            enrollment_id=row.enrollment_id,
            kind=_kind(row),
            serial=row.serial,
            issued_on=row.issued_on,
            expires_on=row.expires_on,
            check=check_url(row.code),
        )
        for row in rows.order_by("issued_on", "pk")
    ]


def _kind(row: Certificate) -> Words:
    def say(language: str) -> str:
        with override(language):
            return str(row.get_kind_display())

    return words_in(say)
