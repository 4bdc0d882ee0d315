"""Targets as they are, and as they were before each change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import ModelLogEntry

from courses.models import Target, TargetSet

#: What a page shows of a long history.
SHOWN = 50


@dataclass(frozen=True)
class Change:
    """Targets that went and that came, each as `targets_as_told` has it."""

    at: datetime
    by: AbstractBaseUser | None
    gone: list[dict]
    came: list[dict]


def targets_as_told(pk: int | None) -> list[dict]:
    """The targets of a set as plain data, with the days of their phase."""
    rows = Target.objects.filter(targets=pk).select_related("phase").order_by("sort_order", "pk")
    return [
        {
            "indicator": row.indicator,
            "part": row.part,
            "start": row.period[0].isoformat(),
            "end": row.period[1].isoformat(),
            "amount": str(row.amount),
        }
        for row in rows
    ]


def target_changes(row: TargetSet) -> Iterator[Change]:
    """The changes of a set, the newest first. One query."""
    entries = ModelLogEntry.objects.for_instance(row).filter(action="courses.targets_changed")
    for entry in entries.select_related("user").order_by("-timestamp")[:SHOWN]:
        yield Change(entry.timestamp, entry.user, entry.data["gone"], entry.data["came"])
