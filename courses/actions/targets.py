"""Keep what targets were before they were changed."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from courses.actions.audit import record
from courses.models import TargetSet
from courses.queries.target_history import targets_as_told


@transaction.atomic
def note_targets(row: TargetSet, before: list[dict], *, by: AbstractBaseUser) -> None:
    """Log which targets of a set went and which came since it read `before`; nothing where it reads
    the same."""
    now = targets_as_told(row.pk)
    gone = [each for each in before if each not in now]
    came = [each for each in now if each not in before]
    if gone or came:
        record(row, "targets_changed", by=by, gone=gone, came=came)
