"""Delivery patterns: how a course is usually spread over days; runs are planned from them."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from courses.choices import Recording
from courses.models.bilingual import BilingualName


class DeliveryPattern(BilingualName, ClusterableModel):
    """One way in which a course is delivered: two days, two and two days, six weekly evenings.

    Personal data: none.
    """

    course = models.ForeignKey(
        "courses.Course", models.CASCADE, related_name="patterns", verbose_name=_("course")
    )
    is_default = models.BooleanField(_("offered first"), default=False)

    class Meta:
        ordering = ["-is_default", "pk"]
        verbose_name = _("delivery pattern")
        verbose_name_plural = _("delivery patterns")
        constraints = [
            models.UniqueConstraint(
                fields=["course"],
                condition=Q(is_default=True),
                name="one_pattern_is_offered_first",
                violation_error_message=_("Another pattern of this course is offered first."),
            )
        ]

    @property
    def minutes(self) -> int:
        """How long all its sessions train."""
        return sum(slot.minutes for slot in self.slots.all())


class PatternSlot(Orderable):
    """A session of a pattern. `days_after` counts days since the slot before it: 0 is the same day,
    1 the next training day, more the day so much later. Personal data: none."""

    pattern = ParentalKey(DeliveryPattern, on_delete=models.CASCADE, related_name="slots")
    days_after = models.PositiveSmallIntegerField(
        _("days after the session before"),
        default=0,
        help_text=_("0 is the same day, 1 the next training day, 7 a week later."),
    )
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))
    break_minutes = models.PositiveSmallIntegerField(_("break, in minutes"), default=0)
    recording = models.CharField(
        _("what is recorded"),
        max_length=10,
        choices=Recording.choices,
        default=Recording.NAMED,
    )
    title_en = models.CharField(_("title in English"), max_length=150, blank=True)
    title_km = models.CharField(_("title in Khmer"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("session of a pattern")
        verbose_name_plural = _("sessions of a pattern")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="pattern_slot_ends_after_it_starts",
                violation_error_message=_("The end must come after the start."),
            )
        ]

    @property
    def title(self):
        if self.title_km and (get_language() or "").startswith("km"):
            return self.title_km
        return self.title_en

    @property
    def counts_heads(self) -> bool:
        """Whether no names are taken in it."""
        return self.recording == Recording.HEADCOUNT

    @property
    def minutes(self) -> int:
        """How long it trains: without the break."""
        length = datetime.combine(date.min, self.ends) - datetime.combine(date.min, self.starts)
        return int(length.total_seconds() // 60) - self.break_minutes

    def __str__(self):
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"


class PublicHoliday(BilingualName):
    """Days on which no training is planned by itself. Personal data: none."""

    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("public holiday")
        verbose_name_plural = _("public holidays")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="holiday_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.UniqueConstraint(
                fields=["starts_on", "name_en"],
                name="holiday_once",
                violation_error_message=_("This holiday is there already."),
            ),
        ]
