"""The answers for a whole list of codes."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from certificates.models import Certificate
from certificates.queries.checks import state_of
from certificates.rules.codes import normalise
from certificates.rules.verdict import initials, verdict
from courses.choices import ConsentKind
from courses.queries.consents import who_consented

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Line:
    """One line of the answer: what was asked, a state, and the certificate where there is one."""

    typed: str
    state: str
    certificate: Certificate | None = None
    name_km: str = ""
    name_en: str = ""


def check_all(typed: Collection[str]) -> list[Line]:
    """An answer for each, in their order; names only with the person's consent. Two queries."""
    codes = {text: normalise(text) for text in typed}
    rows = Certificate.objects.filter(code__in=set(codes.values()) - {""})
    found = {row.code: row for row in rows.select_related("replaced_by")}
    named = who_consented({row.person_id for row in found.values()}, ConsentKind.PUBLIC_NAME)
    today = timezone.localdate()
    return [_line(text, found.get(codes[text]), named, today) for text in typed]


def _line(typed, certificate, named, today) -> Line:
    if certificate is None:
        return Line(typed, UNKNOWN)
    shown = (lambda name: name) if certificate.person_id in named else initials
    names = {key: shown(certificate.facts[key]) for key in ("name_km", "name_en")}
    state = state_of(certificate, today)
    if state == "erased":
        worth = verdict(certificate.status, certificate.expires_on, today)
        state = state if worth == "valid" else worth
    return Line(typed, state, certificate, **names)
