"""Participant lists between their upload and the decision about them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import ImportStatus


class ImportBatchQuerySet(models.QuerySet):
    def committed(self):
        return self.filter(status=ImportStatus.COMMITTED)

    def standing(self):
        """All but those that were put aside or taken back."""
        return self.exclude(status__in=(ImportStatus.DISCARDED, ImportStatus.UNDONE))


class ImportBatch(models.Model):
    """One file with people for one run. Nothing else changes until it is committed.

    `content` is the list as it was read, `outcomes` holds one entry for each of its rows after
    committing, `made` one for each about what to undo: `{"enrollment", "person"}` by id, the person
    only where she is new, and `entry` of the ledger where an earlier enrolment was written over.
    `rows_done` counts the rows that were looked at since `started_at`; `failure` is the code of why
    the people were not added. `forgotten` names the rows, as `[sheet, number]`, of people who were
    erased: the same file read again leaves them blank. `started_by` is who last had its people
    added. Personal data: the file, names, sex, birth years, phones and jobs as in it. The file is
    dropped when its people are added; everything when the list is put aside, and its people at
    `emptied_at`, some time after the run; those who went, when it is undone.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey("courses.CourseRun", models.CASCADE, related_name="imports")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    started_by = models.ForeignKey(
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
    file = models.BinaryField(default=b"")
    content = models.JSONField(default=dict)
    outcomes = models.JSONField(default=list)
    made = models.JSONField(default=list)
    started_at = models.DateTimeField(_("started"), null=True)
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    failure = models.CharField(_("failure"), max_length=40, blank=True)
    forgotten = models.JSONField(default=list, editable=False)
    emptied_at = models.DateTimeField(null=True, editable=False)
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
                condition=~models.Q(status__in=["discarded", "undone"]),
                name="file_once_per_run",
            )
        ]

    def __str__(self):
        return self.filename


class ColumnChoice(models.Model):
    """What a column with this heading holds in the lists of an organization, as somebody said.

    `heading` is the heading as `courses.rules.participant_columns.words_of` compares it.
    Personal data: none.
    """

    organization = models.ForeignKey(
        "courses.Organization", models.CASCADE, related_name="column_choices"
    )
    heading = models.CharField(_("heading"), max_length=200)
    kind = models.CharField(_("what the column holds"), max_length=20)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("choice for a column")
        verbose_name_plural = _("choices for columns")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "heading"], name="heading_once_per_organization"
            )
        ]

    def __str__(self):
        return f"{self.heading}: {self.kind}"
