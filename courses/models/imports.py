"""Participant lists between their upload and the decision about them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import ImportStatus


class ImportBatchQuerySet(models.QuerySet):
    def committed(self):
        return self.filter(status=ImportStatus.COMMITTED)


class ImportBatch(models.Model):
    """One file with people for one run. Nothing else changes until it is committed.

    `content` is the list as it was read, `outcomes` holds one entry for each of its rows after
    committing. `forgotten` names the rows, as `[sheet, number]`, of people who were erased: the
    same file read again leaves them blank. Personal data: names, sex, birth years, phones and jobs
    as in the file; emptied when the list is put aside.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey("courses.CourseRun", models.CASCADE, related_name="imports")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    filename = models.CharField(_("file"), max_length=150)
    sha256 = models.CharField(max_length=64, editable=False)
    works_at_host = models.BooleanField(_("everybody works at the host organization"))
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=ImportStatus.choices,
        default=ImportStatus.PREVIEWED,
    )
    content = models.JSONField(default=dict)
    outcomes = models.JSONField(default=list)
    forgotten = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(_("decided"), null=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("participant list")
        verbose_name_plural = _("participant lists")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "sha256"],
                condition=~models.Q(status="discarded"),
                name="file_once_per_run",
            )
        ]

    def __str__(self):
        return self.filename
