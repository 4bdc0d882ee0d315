"""Phases of the programme: periods with a name."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.bilingual import BilingualName


class Phase(BilingualName):
    """Days of the programme under one name; no day is in two phases. Personal data: none."""

    code = models.CharField(_("code"), max_length=24, unique=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="phase_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            )
        ]

    def clean(self):
        if not (self.starts_on and self.ends_on):
            return
        shared = Phase.objects.filter(starts_on__lte=self.ends_on, ends_on__gte=self.starts_on)
        other = shared.exclude(pk=self.pk).first()
        if other:
            raise ValidationError(
                _("Some of these days are in the phase “%(name)s” already."),
                code="overlaps",
                params={"name": other.name},
            )
