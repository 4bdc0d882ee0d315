"""Frozen reports: figures that were told once, and stay as they were told."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.written_once import WrittenOnceQuerySet, refuse

#: What is written afterwards, once.
APPROVAL = frozenset({"approved_at", "approved_by"})


class ReportSnapshot(models.Model):
    """A report as it was on one moment, never changed afterwards but for its approval.

    `filters` holds by dimension the chosen values, each with its `id` and its `code`; `area` the
    provinces whose runs its maker could count, None for all. `as_at` is the moment of the facts.
    `content` holds figures, tables, definitions and labels, see `queries.snapshots`; `kept` the ids
    behind the figures, see `rules.kept_ids`. `digest` is the SHA-256 of all that.
    Personal data: who froze and approved it; ids of people, which say nothing without their
    records, so that later differences can be explained. Kept as long as the history of the
    programme: a figure that was told is never taken away.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=120)
    comment = models.TextField(_("comment"), max_length=2000, blank=True)
    made_at = models.DateTimeField(_("frozen"), default=timezone.now, db_index=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("frozen by"),
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    filters = models.JSONField(_("filters"), default=dict)
    area = models.JSONField(_("provinces"), null=True)
    as_at = models.DateTimeField(_("as at"))
    content = models.JSONField()
    kept = models.BinaryField()
    digest = models.CharField(_("fingerprint"), max_length=64)
    restates = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="restatement",
        verbose_name=_("takes the place of"),
    )
    template = models.ForeignKey(
        "courses.ReportTemplate",
        models.PROTECT,
        null=True,
        related_name="snapshots",
        verbose_name=_("report template"),
    )
    approved_at = models.DateTimeField(_("approved"), null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("approved by"),
    )

    objects = WrittenOnceQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("frozen report")
        verbose_name_plural = _("frozen reports")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="frozen_period_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """Writes a new row, or the approval of one that has none."""
        if self.pk:
            written = set(kwargs.get("update_fields") or ())
            waiting = type(self).objects.filter(pk=self.pk, approved_at=None)
            if written != APPROVAL or not waiting.exists():
                refuse(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        refuse(type(self))
