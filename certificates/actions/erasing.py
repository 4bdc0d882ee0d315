"""Certificates of people who are erased: the number stays, the name and the file go."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils import timezone

from certificates.models import Certificate, Credential, HeldCertificate
from certificates.rules.wording import TITLE

NO_NAME = {"name_km": "", "name_en": "", "title": f"{TITLE['km']} · {TITLE['en']}"}


@transaction.atomic
def erase_certificates(people: Iterable[int]) -> int:
    """Empty the certificates of these people (by id); returns how many. The files go after the
    commit, and `drop_erased_files` finds those that a crash left."""
    people = list(people)
    HeldCertificate.objects.filter(completion__enrollment__person__in=people).delete()
    rows = Certificate.objects.select_for_update().filter(person__in=people, erased_on=None)
    found = list(rows.order_by("pk"))
    for row in found:
        row.facts = {**row.facts, **NO_NAME}
        row.sha256, row.erased_on = "", timezone.localdate()
        row.save(update_fields=["facts", "sha256", "erased_on"])
    Credential.objects.filter(certificate__in=found).delete()
    if found:
        transaction.on_commit(partial(drop_erased_files, [row.pk for row in found]))
    return len(found)


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
