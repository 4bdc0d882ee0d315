"""Print new certificates of one transaction: what they share is read once."""

import hashlib
import secrets
from functools import cached_property

from django.core.files.base import ContentFile
from django.utils import timezone

from certificates.actions.credentials import Signer
from certificates.adapters.typesetting import TypesettingError, render
from certificates.choices import HoldReason
from certificates.models import Certificate, Credential, NumberSeries
from certificates.queries.facts import (
    current_issuer,
    expiry_of,
    pictures,
    printed_facts,
    printed_sessions,
)
from certificates.rules.codes import new_code
from courses.models import Completion, CourseRun, Session

DESIGN = "completion"
#: What must be loaded with a completion to print it.
RELATED = (
    "enrollment__run__course",
    "enrollment__run__province",
    "enrollment__person",
)


class Press:
    """Prints inside the caller's transaction: `print` what may be printed, then `keep` it all.

    The locked row of the series gives every number once; what does not print takes none.
    """

    def __init__(self):
        self.today = timezone.localdate()
        self.issuer = current_issuer()
        self.printed: list[Certificate] = []
        self.sessions: dict[int, list[Session]] = {}
        self.signer = Signer()
        self.signed: list[Credential] = []

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        return pictures(self.issuer)

    @cached_property
    def series(self) -> NumberSeries:
        locked = NumberSeries.objects.select_for_update()
        which = {"prefix": self.issuer.serial_prefix, "year": self.today.year}
        series = locked.filter(**which).first()
        if series is None:
            NumberSeries.objects.get_or_create(**which)
            series = locked.get(**which)
        return series

    def print(self, completion: Completion) -> Certificate:
        """A certificate with its file. Raises TypesettingError, also with a `HoldReason`."""
        enrollment = completion.enrollment
        if not (enrollment.person.name_km or enrollment.person.name_latin):
            raise TypesettingError(HoldReason.NO_NAME, enrollment.person.card_code)
        code = new_code(secrets.token_bytes)
        serial = self._next_serial()
        facts = printed_facts(
            completion,
            self.issuer,
            self._sessions_of(enrollment.run),
            serial=serial,
            code=code,
            issued_on=self.today,
        )
        certificate = Certificate(
            code=code,
            serial=serial,
            enrollment=enrollment,
            person=enrollment.person,
            course=enrollment.run.course,
            design=DESIGN,
            facts=facts,
            issued_on=self.today,
            expires_on=expiry_of(completion),
        )
        facts["scan"] = self.signer.scan(certificate)
        credential = self.signer.sign(certificate, completion)
        document = credential.document.encode() if credential else b""
        pdf = render(DESIGN, facts, self.pictures, credential=document).pdf
        certificate.sha256 = hashlib.sha256(pdf).hexdigest()
        self.signed += [credential] if credential else []
        certificate.file.save(f"{code}.pdf", ContentFile(pdf), save=False)
        self.printed.append(certificate)
        return certificate

    def keep(self) -> list[Certificate]:
        """Save what was printed and the last number."""
        if self.printed:
            self.series.last += len(self.printed)
            self.series.save(update_fields=["last"])
            Certificate.objects.bulk_create(self.printed)
            Credential.objects.bulk_create(self.signed)
        return self.printed

    def _next_serial(self) -> str:
        """RWL-2026-000001."""
        number = self.series.last + len(self.printed) + 1
        return f"{self.series.prefix}-{self.series.year}-{number:06d}"

    def _sessions_of(self, run: CourseRun) -> list[Session]:
        if run.pk not in self.sessions:
            self.sessions[run.pk] = printed_sessions(run)
        return self.sessions[run.pk]
