"""Provinces and venues: where people work and where training happens."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.bilingual import BilingualName


class Province(BilingualName):
    """A province or the capital; 25 rows arrive with the migrations.

    Personal data: none.
    """

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    is_capital = models.BooleanField(_("is the capital"), default=False)
    aliases = models.CharField(_("other spellings"), max_length=200, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("province")
        verbose_name_plural = _("provinces")


class Venue(BilingualName):
    """A place where sessions are held. Personal data: none."""

    province = models.ForeignKey(Province, models.PROTECT, verbose_name=_("province"))
    organization = models.ForeignKey(
        "courses.Organization",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="venues",
        verbose_name=_("organization that owns the place"),
    )
    directions = models.CharField(_("how to get there"), max_length=250, blank=True)

    class Meta:
        ordering = ["name_en", "pk"]
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
