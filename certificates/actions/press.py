"""Print new certificates of one transaction: what they share is read once."""

import hashlib
import json
import secrets
from functools import cached_property

from django.core.files.base import ContentFile
from django.utils import timezone

from certificates.actions.credentials import Signer
from certificates.actions.designs import keep_pictures, revision_of_shipped
from certificates.actions.file_signing import signed_file
from certificates.adapters.typesetting import TypesettingError, render
from certificates.choices import HoldReason, Kind, Status
from certificates.models import (
    Certificate,
    Credential,
    DesignRevision,
    NumberSeries,
    PrintingKit,
)
from certificates.queries.designs import chosen_design, newest_of, pictures_of
from certificates.queries.facts import current_issuer, pictures, printed_facts
from certificates.queries.printable import OfRun, Printable, printed_sessions
from certificates.rules.codes import new_code
from certificates.rules.sheets import fields_of
from courses.adapters.printing.fonts import fingerprints
from courses.adapters.printing.pictures import for_print
from courses.models import Completion, CourseRun, Session

#: What must be loaded with a completion to print it.
RELATED = (
    "enrollment__run__course",
    "enrollment__run__province",
    "enrollment__run__venue",
    "enrollment__person",
    "enrollment__employer",
    "enrollment__name_check",
)


class Press:
    """Prints inside the caller's transaction: `lock`, `print` what may be printed, `keep` it all.

    The locked row of the series gives every number once; what does not print takes none.
    """

    def __init__(self):
        self.today = timezone.localdate()
        self.issuer = current_issuer()
        self.printed: list[Certificate] = []
        self.renewed: list[tuple[Certificate, Certificate]] = []
        self.sessions: dict[int, list[Session]] = {}
        self.signer = Signer()
        self.signed: list[Credential] = []
        self.revisions: dict[tuple[int, bool], DesignRevision] = {}
        self.drawn: dict[int, tuple[set[str], dict[str, bytes]]] = {}

    def lock(self) -> None:
        """Wait until nobody else prints in this series: one number, one paper of a kind."""
        self.series  # noqa: B018

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        return {name: for_print(each) for name, each in pictures(self.issuer).items()}

    @cached_property
    def frozen_pictures(self) -> dict[str, str]:
        """Fingerprints of the logos and signatures, by their place; their bytes are kept."""
        return keep_pictures(self.pictures)

    @cached_property
    def series(self) -> NumberSeries:
        locked = NumberSeries.objects.select_for_update()
        which = {"prefix": self.issuer.serial_prefix, "year": self.today.year}
        series = locked.filter(**which).first()
        if series is None:
            NumberSeries.objects.get_or_create(**which)
            series = locked.get(**which)
        return series

    @cached_property
    def kit(self) -> PrintingKit:
        parts = fingerprints()
        sha256 = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        kit, _is_new = PrintingKit.objects.get_or_create(sha256=sha256, defaults={"parts": parts})
        return kit

    def revision_for(self, run: CourseRun, *, is_statement: bool) -> DesignRevision:
        """The newest revision of the design that the course has for this paper."""
        key = run.course_id, is_statement
        if key not in self.revisions:
            chosen = chosen_design(run.course, is_statement=is_statement)
            shipped = "attendance" if is_statement else "completion"
            self.revisions[key] = newest_of(chosen) if chosen else revision_of_shipped(shipped)
        return self.revisions[key]

    def of_run(self, completion: Completion) -> OfRun:
        """A completion, with the sessions of its run read once."""
        run = completion.enrollment.run
        if run.pk not in self.sessions:
            self.sessions[run.pk] = printed_sessions(run)
        return OfRun(completion, self.sessions[run.pk])

    def print(self, printable: Printable, revision: DesignRevision) -> Certificate:
        """A certificate with its file. Raises TypesettingError, also with a `HoldReason`."""
        kind = revision.design.kind
        self._check(printable, kind)
        fields, drawn = self._drawn_by(revision)
        code = new_code(secrets.token_bytes)
        serial = self._next_serial()
        facts = printed_facts(
            printable,
            self.issuer,
            kind=kind,
            fields=fields,
            serial=serial,
            code=code,
            issued_on=self.today,
        )
        used = {name: each for name, each in self.pictures.items() if name in fields}
        certificate = Certificate(
            **printable.place,
            code=code,
            serial=serial,
            kind=kind,
            design=revision.design.name,
            revision=revision,
            kit=self.kit,
            facts=facts | {"pictures": {name: self.frozen_pictures[name] for name in used}},
            issued_on=self.today,
            expires_on=printable.expiry(kind),
        )
        certificate.facts["scan"] = facts["scan"] = self.signer.scan(certificate)
        credential = self.signer.sign(certificate, printable.credited_minutes)
        document = credential.document.encode() if credential else b""
        pdf = signed_file(render(revision.sheet, facts, used, drawn, credential=document).pdf)
        certificate.sha256 = hashlib.sha256(pdf).hexdigest()
        self.signed += [credential] if credential else []
        certificate.file.save(f"{code}.pdf", ContentFile(pdf), save=False)
        self.printed.append(certificate)
        return certificate

    def renew(self, older: Certificate, newer: Certificate) -> None:
        """Of one kind only the newest stays valid: it will take the place of the older one."""
        self.renewed.append((older, newer))

    def keep(self) -> list[Certificate]:
        """Save what was printed and the last number."""
        if self.printed:
            self.series.last += len(self.printed)
            self.series.save(update_fields=["last"])
            for older, _newer in self.renewed:
                older.status, older.status_on = Status.REPLACED, self.today
                if older.pk:
                    older.save(update_fields=["status", "status_on"])
            Certificate.objects.bulk_create(self.printed)
            Credential.objects.bulk_create(self.signed)
            for older, newer in self.renewed:
                older.replaced_by = newer
                older.save(update_fields=["replaced_by"])
        return self.printed

    def _check(self, printable: Printable, kind: str) -> None:
        person = printable.person
        if not (person.name_km or person.name_latin):
            raise TypesettingError(HoldReason.NO_NAME, person.card_code)
        if kind == Kind.REFRESHER and printable.expiry(kind) is None:
            raise TypesettingError(HoldReason.NO_VALIDITY, printable.course_code)
        if self.issuer.needs_name_check and not printable.is_confirmed():
            raise TypesettingError(HoldReason.UNCHECKED, person.card_code)

    def _drawn_by(self, revision: DesignRevision) -> tuple[set[str], dict[str, bytes]]:
        """The fields that a design asks for, and the pictures that it brings."""
        if revision.pk not in self.drawn:
            self.drawn[revision.pk] = fields_of(revision.sheet), pictures_of(revision.sheet)
        return self.drawn[revision.pk]

    def _next_serial(self) -> str:
        """RWL-2026-000001."""
        number = self.series.last + len(self.printed) + 1
        return f"{self.series.prefix}-{self.series.year}-{number:06d}"
