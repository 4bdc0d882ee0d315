"""What the public check may say about a code."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from certificates.models import Certificate
from certificates.queries.identity import known_keys
from certificates.rules.scanned import tag, tag_in
from certificates.rules.verdict import initials, verdict
from courses.choices import ConsentKind
from courses.queries.consents import has_consented


@dataclass(frozen=True)
class Check:
    """The answer: a state and the printed facts; names only with the person's consent."""

    state: str
    certificate: Certificate
    name_km: str
    name_en: str
    has_name: bool
    first_day: date
    last_day: date
    stolen_on: date | None = None  # since when its signature proves nothing


def state_of(certificate: Certificate, today: date) -> str:
    """`erased`, or what `verdict` says."""
    if certificate.erased_on:
        return "erased"
    return verdict(certificate.status, certificate.expires_on, today)


def check(code: str) -> Check | None:
    """The answer for a normalised code, or None. Three queries at most."""
    certificate = (
        Certificate.objects.filter(code=code).select_related("replaced_by").first()
        if code
        else None
    )
    if certificate is None:
        return None
    facts = certificate.facts
    has_name = has_consented(certificate.person_id, ConsentKind.PUBLIC_NAME)
    shown = (lambda name: name) if has_name else initials
    return Check(
        state=state_of(certificate, timezone.localdate()),
        certificate=certificate,
        name_km=shown(facts["name_km"]),
        name_en=shown(facts["name_en"]),
        has_name=has_name,
        first_day=date.fromisoformat(facts["first_day"]),
        last_day=date.fromisoformat(facts["last_day"]),
        stolen_on=_stolen_on(certificate),
    )


def _stolen_on(certificate: Certificate) -> date | None:
    """Since when somebody else may have had the key whose signature is on the paper."""
    payload = certificate.facts["scan"].partition("#")[2]
    if not payload:
        return None
    signed_by = tag_in(payload)
    return next((key.stolen for key in known_keys() if tag(key.public) == signed_by), None)
