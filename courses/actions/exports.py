"""Keep a record of what left the system as a file."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from courses.actions.audit import record
from courses.choices import ExportPurpose
from courses.models import ExportLog, Person


@dataclass(frozen=True)
class Purpose:
    """What a file with personal data is for, and how many rows it holds."""

    purpose: ExportPurpose
    detail: str = ""
    rows: int | None = None


@transaction.atomic
def record_export(
    what: str,
    file_format: str,
    filters: dict,
    *,
    by: AbstractBaseUser | None,
    herself: Person | None = None,
) -> None:
    """Log who took which records away and in which form; `filters` must hold no personal names.

    The entry belongs to the account, because a file holds many records; to the person herself where
    she took her own record without an account.
    """
    record(by or herself, "exported", by=by, what=what, format=file_format, filters=filters)


@transaction.atomic
def record_personal_export(
    what: str,
    file_format: str,
    filters: dict,
    purpose: Purpose,
    *,
    by: AbstractBaseUser | None,
    herself: Person | None = None,
) -> ExportLog:
    """Log a file with personal data as `record_export` does, and keep what it is for."""
    record_export(what, file_format, filters, by=by, herself=herself)
    return ExportLog.objects.create(
        taken_by=by,
        what=what,
        file_format=file_format,
        filters=filters,
        rows=purpose.rows,
        purpose=ExportPurpose(purpose.purpose),
        detail=purpose.detail.strip(),
    )
