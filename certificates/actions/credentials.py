"""Sign certificates: the credential of each, and what its QR code holds."""

import json
from datetime import date
from functools import cached_property

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.adapters.keys import Key, NoSigningKey
from certificates.choices import Kind, Status
from certificates.models import Certificate, Credential
from certificates.queries.facts import check_url
from certificates.queries.identity import (
    check_base,
    issuer_did,
    signs_credentials,
    status_list_url,
    stolen_keys,
    todays_key,
)
from certificates.rules.credential import Addresses, Attended, credential
from certificates.rules.identity import method_of
from certificates.rules.proofs import moment, proven
from certificates.rules.scanned import Scanned, body, message, written
from certificates.rules.status_lists import place_of, status_list
from courses.exceptions import Refused
from courses.models import Completion, Outcome

#: How many certificates are signed in one transaction.
AT_ONCE = 200


class Signer:
    """Signs what one transaction issues; without a folder of keys it makes nothing.

    Raises Refused `no_key` where keys are wanted and none signs today.
    """

    def __init__(self):
        self.outcomes: dict[int, list[tuple[str, str]]] = {}

    @cached_property
    def key(self) -> Key:
        try:
            return todays_key()
        except NoSigningKey as error:
            sentence = _("No key signs certificates today, so none can be issued.")
            raise Refused(sentence, code="no_key") from error

    @cached_property
    def did(self) -> str:
        return issuer_did()

    def sign(self, certificate: Certificate, credited_minutes: int) -> Credential | None:
        """The credential of a certificate that is still to be saved, or was never signed."""
        if not signs_credentials():
            return None
        document = credential(
            certificate.facts,
            Attended(
                course_code=code_of(certificate),
                credited_minutes=credited_minutes,
                outcomes=self._outcomes_of(certificate.course_id),
                is_statement=certificate.kind == Kind.ATTENDANCE,
                year=certificate.year,
            ),
            self._addresses(certificate),
            issued_on=certificate.issued_on,
            expires_on=certificate.expires_on,
            zone=timezone.get_current_timezone(),
        )
        signed = proven(
            document,
            method=method_of(self.did, self.key.id),
            created=timezone.now(),
            sign=self.key.sign,
        )
        text = json.dumps(signed, ensure_ascii=False, indent=1)
        return Credential(certificate=certificate, key=self.key.id, document=text)

    def scan(self, certificate: Certificate) -> str:
        """What the QR code holds: the address, and signed facts behind it where there are keys."""
        facts = certificate.facts
        if not signs_credentials():
            return facts["scan"]
        content = body(
            Scanned(
                course=code_of(certificate),
                name_en=facts["name_en"],
                name_km=facts["name_km"],
                issued_on=certificate.issued_on,
                expires_on=certificate.expires_on,
                first_day=date.fromisoformat(facts["first_day"]),
                last_day=date.fromisoformat(facts["last_day"]),
                minutes=facts["minutes"],
                is_statement=certificate.kind == Kind.ATTENDANCE,
                is_yearly=certificate.year is not None,
            ),
            self.key.public,
        )
        signature = self.key.sign(message(certificate.code, content))
        return f"{facts['scan']}#{written(content + signature)}"

    def _addresses(self, certificate: Certificate) -> Addresses:
        series, place = place_of(certificate.serial)
        base = check_base()
        return Addresses(
            did=self.did,
            site=f"{base}/",
            check=check_url(certificate.code),
            course=f"{base}/{_stands_for(certificate)}/",
            status_list=status_list_url(series),
            status_place=place,
        )

    def _outcomes_of(self, course: int) -> list[tuple[str, str]]:
        if course not in self.outcomes:
            rows = Outcome.objects.filter(courses=course)
            self.outcomes[course] = list(rows.values_list("slug", "name_en"))
        return self.outcomes[course]


def code_of(certificate: Certificate) -> str:
    """The code of the course; a statement of a whole year has none."""
    return certificate.course.code if certificate.course else ""


def _stands_for(certificate: Certificate) -> str:
    """Below the check page, where what the certificate stands for is explained."""
    if certificate.year is None:
        return f"course/{certificate.course.code}"
    return "/".join(filter(None, ["year", str(certificate.year), code_of(certificate)]))


def sign_unsigned() -> int:
    """Sign certificates in force that were issued before there was a key, and those anew whose key
    was stolen; their files stay as they are. Returns how many. Idempotent."""
    if not signs_credentials():
        return 0
    done = 0
    while count := _sign_some():
        done += count
    return done


@transaction.atomic
def _sign_some() -> int:
    to_sign = Q(credential=None) | Q(credential__key__in=stolen_keys())
    rows = Certificate.objects.in_force().filter(to_sign).select_for_update(of=("self",))
    some = list(rows.select_related("course").order_by("pk")[:AT_ONCE])
    completions = Completion.objects.in_bulk(
        [row.enrollment_id for row in some if row.year is None], field_name="enrollment_id"
    )
    signer, signed = Signer(), []
    for row in some:
        found = completions.get(row.enrollment_id)
        signed.append(signer.sign(row, found.credited_minutes if found else row.facts["minutes"]))
    Credential.objects.filter(certificate__in=some).delete()
    return len(Credential.objects.bulk_create(signed))


def signed_status_list(series: str) -> str:
    """The list of one series of numbers as it is now; empty for a series that does not exist.
    Raises NoSigningKey."""
    rows = Certificate.objects.filter(serial__startswith=f"{series}-")
    if not signs_credentials() or not rows.exists():
        return ""
    taken_back = rows.exclude(status=Status.VALID).values_list("serial", flat=True)
    places = [place for found, place in map(place_of, taken_back) if found == series]
    now, did, key = timezone.now(), issuer_did(), todays_key()
    document = status_list(status_list_url(series), did, places, since=moment(now))
    signed = proven(document, method=method_of(did, key.id), created=now, sign=key.sign)
    return json.dumps(signed)
