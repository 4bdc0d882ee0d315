"""Targets: what was promised to a donor, or set by the programme itself."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from courses.models.bilingual import BilingualName


class TargetSet(BilingualName, ClusterableModel):
    """Targets that belong together. Those of no donor stand beside the figures of everybody, those
    of a donor beside the figures of that donor. Personal data: none."""

    donor = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="target_sets",
        verbose_name=_("donor"),
        help_text=_("Leave this empty for the targets of the programme itself."),
    )

    class Meta:
        ordering = ["name_en", "pk"]
        verbose_name = _("set of targets")
        verbose_name_plural = _("sets of targets")


class Target(Orderable):
    """How much of an indicator is promised for a phase or for other days, of everything or of one
    `part` of it such as "province:12" (`rules.reach.parts`). `amount` is in per cent where the
    indicator is a share. Personal data: none."""

    targets = ParentalKey(TargetSet, on_delete=models.CASCADE, related_name="targets")
    indicator = models.CharField(_("figure"), max_length=8)
    part = models.CharField(_("of whom or what"), max_length=60, blank=True)
    phase = models.ForeignKey(
        "courses.Phase",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("phase"),
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    amount = models.DecimalField(
        _("target"),
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(0)],
        help_text=_("Shares in per cent: 60 means 60 per cent."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [
            models.CheckConstraint(
                condition=Q(phase=None, starts_on__isnull=False, ends_on__gte=F("starts_on"))
                | Q(phase__isnull=False, starts_on=None, ends_on=None),
                name="target_has_a_phase_or_days",
                violation_error_message=_("Choose a phase, or a first and a last day."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="target_is_not_negative",
                violation_error_message=_("A target cannot be less than nothing."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.amount}"

    def clean(self):
        """A check constraint lets pass what is not known."""
        days = (self.starts_on, self.ends_on)
        if any(days) if self.phase_id else not all(days):
            raise ValidationError(_("Choose a phase, or a first and a last day."), code="no_period")

    @property
    def period(self):
        """The first and the last day."""
        of = self.phase or self
        return of.starts_on, of.ends_on
