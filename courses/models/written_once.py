"""Rows that are written once and never changed afterwards."""

from django.core.exceptions import ValidationError
from django.db import models


def refuse(model: type[models.Model]) -> None:
    """Raises ValidationError."""
    raise ValidationError(f"{model.__name__}: rows are written once.")


class WrittenOnceQuerySet(models.QuerySet):
    """Neither updates nor deletes."""

    def update(self, **kwargs):
        refuse(self.model)

    def delete(self):
        refuse(self.model)
