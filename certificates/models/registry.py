"""What the registry counts, and what it published on each day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CheckCount(models.Model):
    """How often the check page gave an answer on a day; never which code. Personal data: none."""

    day = models.DateField(_("day"))
    answer = models.CharField(_("answer"), max_length=10)
    count = models.PositiveIntegerField(_("number of checks"), default=0)

    class Meta:
        verbose_name = _("count of checks")
        verbose_name_plural = _("counts of checks")
        constraints = [
            models.UniqueConstraint(fields=["day", "answer"], name="one_count_a_day_and_answer")
        ]

    def __str__(self):
        return f"{self.day} · {self.answer}"


class DailyList(models.Model):
    """The signed list of the numbers that were issued or changed on a day, as it was published; it
    names the one before it, so that none can be left out or changed later. Personal data: none.
    """

    day = models.DateField(_("day"), unique=True)
    content = models.TextField(_("signed content"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)

    class Meta:
        ordering = ["-day"]
        verbose_name = _("daily list")
        verbose_name_plural = _("daily lists")

    def __str__(self):
        return str(self.day)
