"""Reports that are made and sent by themselves, and what became of each."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.choices import (
    DeliveryStatus,
    ReportEvery,
    ReportLanguage,
    ReportProblem,
    ScheduledFile,
)


class ReportSchedule(models.Model):
    """When a template becomes a report, and where that goes: to a mailbox or into a folder.

    Personal data: the address of the mailbox, which may be of a person. Kept as long as the
    schedule.
    """

    template = models.ForeignKey(
        "courses.ReportTemplate",
        models.PROTECT,
        related_name="schedules",
        verbose_name=_("report template"),
    )
    every = models.CharField(
        _("how often"), max_length=10, choices=ReportEvery.choices, default=ReportEvery.QUARTER
    )
    begins_on = models.DateField(
        _("from"), help_text=_("The first report is of the period in which this day lies.")
    )
    days_after = models.PositiveSmallIntegerField(
        _("days after the period"),
        default=14,
        help_text=_("So many days after the last day of the period, so that late sheets are in."),
    )
    mailbox = models.EmailField(
        _("mailbox"),
        blank=True,
        help_text=_("The files go there by e-mail, marked as internal. Or name a folder."),
    )
    folder = models.SlugField(
        _("folder"),
        blank=True,
        help_text=_("A folder with this name in the private files of the site."),
    )
    file_format = models.CharField(
        _("which files"), max_length=10, choices=ScheduledFile.choices, default=ScheduledFile.BOTH
    )
    language = models.CharField(
        _("language"),
        max_length=4,
        choices=[each for each in ReportLanguage.choices if each[0] != ReportLanguage.BOTH],
        default=ReportLanguage.ENGLISH,
    )
    is_active = models.BooleanField(_("is made by itself"), default=True)

    class Meta:
        ordering = ["template__name", "pk"]
        verbose_name = _("scheduled report")
        verbose_name_plural = _("scheduled reports")
        constraints = [
            models.CheckConstraint(
                condition=(Q(mailbox="") & ~Q(folder="")) | (~Q(mailbox="") & Q(folder="")),
                name="schedule_has_a_mailbox_or_a_folder",
                violation_error_message=_("Name either a mailbox or a folder."),
            )
        ]

    def __str__(self):
        return f"{self.template} · {self.get_every_display()}"

    @property
    def goes_to(self) -> str:
        return self.mailbox or self.folder


class ReportDelivery(models.Model):
    """A report of a schedule for one period: made once, and what became of it.

    Personal data: where it was sent, which may be the mailbox of a person. Kept as long as the
    schedule.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    schedule = models.ForeignKey(
        ReportSchedule,
        models.CASCADE,
        related_name="deliveries",
        verbose_name=_("made by the schedule"),
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    snapshot = models.OneToOneField(
        "courses.ReportSnapshot",
        models.PROTECT,
        null=True,
        related_name="delivery",
        verbose_name=_("frozen report"),
    )
    status = models.CharField(
        _("state"), max_length=8, choices=DeliveryStatus.choices, default=DeliveryStatus.WAITING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    sent_to = models.CharField(_("sent to"), max_length=254, blank=True)
    problem = models.CharField(max_length=16, blank=True, choices=ReportProblem.choices)
    detail = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("report made by a schedule")
        verbose_name_plural = _("reports made by schedules")
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "starts_on"], name="schedule_reports_a_period_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="delivered_period_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return f"{self.schedule}: {self.starts_on:%Y-%m-%d}"
