"""What changed since the facts behind the figures were made."""

from django.db import models


class FactsChange(models.Model):
    """A run of which something that figures count was written; without a run something that belongs
    to none. Triggers of the database write these rows, see `actions.change_log`, so that no way of
    writing is forgotten. `is_taken` while the facts are made anew. Personal data: none."""

    #: Stands for all runs: what changed is not known.
    EVERYTHING = -1

    run = models.BigIntegerField(null=True, db_index=True)
    is_taken = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = "change of the facts"
        verbose_name_plural = "changes of the facts"

    def __str__(self):
        return f"run {self.run}"
