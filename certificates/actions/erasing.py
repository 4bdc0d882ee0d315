"""Certificates of people who are erased: the number stays, the name and the file go."""

import secrets
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils import timezone

from certificates.models import Certificate, Credential, HeldCertificate, NameCheck, PaperLink
from certificates.rules.erased_names import SALT_BYTES, hashes_of


@transaction.atomic
def erase_certificates(people: Iterable[int]) -> int:
    """Empty the certificates of these people (by id); returns how many. The files go after the
    commit, and `drop_erased_files` finds those that a crash left."""
    people = list(people)
    HeldCertificate.objects.filter(completion__enrollment__person__in=people).delete()
    NameCheck.objects.filter(enrollment__person__in=people).delete()
    rows = Certificate.objects.select_for_update().filter(person__in=people, erased_on=None)
    found = list(rows.order_by("pk"))
    for row in found:
        names = row.facts["name_km"], row.facts["name_en"]
        row.name_hashes = hashes_of(names, secrets.token_bytes(SALT_BYTES))
        row.facts = {**row.facts, **_nobody(row.facts)}
        row.sha256, row.erased_on = "", timezone.localdate()
        row.save(update_fields=["facts", "sha256", "erased_on", "name_hashes"])
    Credential.objects.filter(certificate__in=found).delete()
    PaperLink.objects.filter(certificate__in=found).delete()
    if found:
        transaction.on_commit(partial(drop_erased_files, [row.pk for row in found]))
    return len(found)


def _nobody(facts: dict) -> dict[str, str]:
    """What an erased certificate says instead of a person and her workplace."""
    empty = dict.fromkeys(("name_km", "name_en", "workplace_km", "workplace_en"), "")
    return empty | {"title": f"{facts['title_km']} · {facts['title_en']}"}


def drop_erased_files(certificates: Iterable[int] | None = None) -> int:
    """Delete the files of erased certificates, of all or of these; returns how many. Idempotent."""
    rows = Certificate.objects.exclude(erased_on=None).exclude(file="")
    if certificates is not None:
        rows = rows.filter(pk__in=list(certificates))
    found = list(rows)
    for row in found:
        row.file.delete(save=False)
        Certificate.objects.filter(pk=row.pk).update(file="")
    return len(found)
