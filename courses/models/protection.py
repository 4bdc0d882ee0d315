"""Protection of people: who took their data away as a file, who looked for people outside her own
runs, and whose training a user oversees."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import ExportPurpose


class ExportLog(models.Model):
    """A file with personal data that left the system.

    `filters` are codes, never words that somebody typed; `rows` is None while the file is written.
    Personal data: who took the file; kept as proof for some years.
    """

    taken_at = models.DateTimeField(_("taken"), auto_now_add=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("taken by"),
    )
    what = models.CharField(_("what"), max_length=60)
    file_format = models.CharField(_("format"), max_length=10)
    filters = models.JSONField(_("filters"), default=dict)
    rows = models.PositiveIntegerField(_("rows"), null=True)
    purpose = models.CharField(_("purpose"), max_length=20, choices=ExportPurpose.choices)
    detail = models.CharField(_("for what exactly"), max_length=200, blank=True)

    class Meta:
        ordering = ["-taken_at", "-pk"]
        verbose_name = _("file taken away")
        verbose_name_plural = _("files taken away")

    def __str__(self):
        return f"{self.what} {self.taken_at:%Y-%m-%d}"


class LookUp(models.Model):
    """How often a user looked for people outside her own runs or provinces on one day.

    `people` counts whom she was shown, every time anew; `held_back` counts look-ups beyond the
    limit. Words that she typed are not kept. Personal data: who looked; kept for a year.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("login")
    )
    day = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("look-ups"), default=0)
    people = models.PositiveIntegerField(_("people shown"), default=0)
    held_back = models.PositiveIntegerField(_("look-ups held back"), default=0)

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("look-ups of a day")
        verbose_name_plural = _("look-ups")
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="look_ups_once_a_day"),
        ]

    def __str__(self):
        return f"{self.user} {self.day}"


class StaffArea(models.Model):
    """The provinces whose training a user oversees; users without a row are not limited.

    Personal data: where a member of staff works; kept as long as the login.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="training_area",
        verbose_name=_("login"),
    )
    provinces = models.ManyToManyField(
        "courses.Province", related_name="+", verbose_name=_("provinces")
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("provinces of a member of staff")
        verbose_name_plural = _("provinces of staff")

    def __str__(self):
        return str(self.user)
