"""Writes that can be put back exactly: each row with its values before and after, as plain JSON."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model

Values = dict[str, Any]


def values_of(row: Model, names: Iterable[str] = ()) -> Values:
    """The stored values of a row (or some of them) as JSON keeps them, by attribute name."""
    wanted = set(names)
    return {
        field.attname: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if not wanted or field.attname in wanted
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


class Ledger:
    """Writes rows and notes each write as `{"model", "pk", "before", "after"}`.

    `before` is None for a row that was added, `after` for one that was removed. Neither signals nor
    `auto_now` fields take part, so that a row can be put back as it was.
    """

    def __init__(self):
        self.entries: list[dict] = []

    def change(self, row: Model, **values: Any) -> bool:
        """Write the values (by attribute name) that differ; returns whether any did."""
        new = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not new:
            return False
        before = values_of(row, new)
        type(row)._base_manager.filter(pk=row.pk).update(**new)
        for name, value in new.items():
            setattr(row, name, value)
        self.note(row, before=before, after=values_of(row, new))
        return True

    def add(self, row: Model) -> None:
        row.save(force_insert=True)
        self.note(row, before=None, after=values_of(row))

    def remove(self, row: Model) -> None:
        self.note(row, before=values_of(row), after=None)
        _delete(row)

    def note(self, row: Model, *, before: Values | None, after: Values | None) -> None:
        """Take over a write that somebody else did."""
        if before != after:
            self.entries.append(
                {"model": row._meta.label_lower, "pk": row.pk, "before": before, "after": after}
            )


def put_back(entry: dict) -> bool:
    """Undo one write, if the row still holds all that was written; returns whether it did.

    What was changed since then, or has its place taken by another row, is left as it is.
    """
    model = apps.get_model(entry["model"])
    row = model._base_manager.filter(pk=entry["pk"]).first()
    before, after = entry["before"], entry["after"]
    if (values_of(row, after or ()) if row and after else None) != after:
        return False
    try:
        with transaction.atomic():
            _write(model, row, entry["pk"], before)
    except IntegrityError:
        return False
    return True


def _write(model: type[Model], row: Model | None, pk: int, before: Values | None) -> None:
    if before is None:
        _delete(row)
        return
    values = {name: model._meta.get_field(name).to_python(plain) for name, plain in before.items()}
    if row is None:
        model(**values).save_base(raw=True, force_insert=True)
    else:
        model._base_manager.filter(pk=pk).update(**values)


def _delete(row: Model) -> None:
    type(row)._base_manager.filter(pk=row.pk).delete()
