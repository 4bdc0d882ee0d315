"""Keep signed sheets and photos of a session, open them, and destroy them; each leaves a trace."""

import hashlib
from collections.abc import Iterable
from functools import partial
from typing import Any, BinaryIO

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Manager
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record
from courses.adapters.evidence_files import EvidenceError, clean_file
from courses.choices import EvidenceKind, EvidenceProblem
from courses.exceptions import Refused
from courses.models import Session, SessionEvidence
from courses.models.evidence import KeptFile
from courses.rules.khmer import clean

LONGEST_NOTE = 200


@transaction.atomic
def keep_evidence(
    session: Session, file: BinaryIO, kind: EvidenceKind, *, note: str = "", by: AbstractBaseUser
) -> SessionEvidence:
    """Keep a picture or PDF where no public address leads; the same file twice is kept once.

    Raises Refused as `keep_file` does.
    """
    session = Session.objects.select_for_update().get(pk=session.pk)
    evidence, is_new = keep_file(
        session.evidence, file, by=by, kind=kind, note=clean(note)[:LONGEST_NOTE]
    )
    if is_new:
        record(session, "evidence_kept", by=by, evidence=str(evidence.uuid), kind=str(kind))
    return evidence


def keep_file(
    files: Manager[KeptFile], file: BinaryIO, *, by: AbstractBaseUser, **words: str
) -> tuple[Any, bool]:
    """The file among those of one thing that is locked, made fit to be kept, and whether it is new.

    Raises Refused with a code of `EvidenceProblem`, or `no_private_storage`.
    """
    if conf.get("COURSES_PRIVATE_STORAGE") not in settings.STORAGES:
        raise Refused(
            _("This site has no private place for files yet. Please tell whoever runs it."),
            code="no_private_storage",
        )
    most = conf.get("COURSES_EVIDENCE_MAX_BYTES")
    content = file.read(most + 1)
    digest = hashlib.sha256(content).hexdigest()
    if kept := files.filter(sha256=digest).first():
        return kept, False
    try:
        cleaned = clean_file(content, most_bytes=most)
    except EvidenceError as error:
        raise Refused(EvidenceProblem(error.code).label, code=error.code) from error
    size, now = len(cleaned.content), timezone.now()
    owner = {files.field.name: files.instance}
    evidence = files.model(
        **owner, **words, sha256=digest, size=size, uploaded_by=by, uploaded_at=now
    )
    evidence.file.save(f"sheet.{cleaned.ending}", ContentFile(cleaned.content), save=False)
    evidence.save()
    return evidence, True


def open_evidence(evidence: SessionEvidence, *, by: AbstractBaseUser) -> File:
    """The file for somebody who looks at it, which the history of the session keeps.

    Raises FileNotFoundError where the storage has lost it; then nothing was looked at.
    """
    file = evidence.file.open("rb")
    record(evidence.session, "evidence_seen", by=by, evidence=str(evidence.uuid))
    return file


@transaction.atomic
def delete_evidence(evidence: SessionEvidence, reason: str, *, by: AbstractBaseUser) -> None:
    """Destroy a sheet or photo for ever; the reason stays. Raises Refused `no_reason`."""
    if not reason.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    _destroy(evidence, reason.strip(), by)


@transaction.atomic
def destroy_evidence(ids: Iterable[int]) -> None:
    """Destroy sheets and photos whose time is over."""
    old = SessionEvidence.objects.select_for_update(of=("self",)).select_related("session")
    for evidence in old.filter(pk__in=ids):
        _destroy(evidence, "term", None)


def _destroy(evidence: SessionEvidence, reason: str, by: AbstractBaseUser | None) -> None:
    record(
        evidence.session,
        "evidence_deleted",
        by=by,
        evidence=str(evidence.uuid),
        kind=evidence.kind,
        reason=reason,
    )
    transaction.on_commit(partial(evidence.file.storage.delete, evidence.file.name))
    evidence.delete()
