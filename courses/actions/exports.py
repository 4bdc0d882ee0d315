"""Keep a record of what left the system as a file."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from courses.actions.audit import record


@transaction.atomic
def record_export(what: str, file_format: str, filters: dict, *, by: AbstractBaseUser) -> None:
    """Log who took which records away and in which form; `filters` must hold no personal names.

    The entry belongs to the account, because a file holds many records.
    """
    record(by, "exported", by=by, what=what, format=file_format, filters=filters)
