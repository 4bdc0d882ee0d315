"""Topics that order the catalogue, and outcome tags that reports group by."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from courses.models.bilingual import BilingualName


class Topic(BilingualName):
    """A subject of the catalogue. Personal data: none."""

    slug = models.SlugField(_("slug"), unique=True)
    description_en = models.CharField(_("English description"), max_length=250, blank=True)
    description_km = models.CharField(_("Khmer description"), max_length=250, blank=True)
    icon = models.CharField(
        _("icon"), max_length=40, blank=True, help_text=_("Name of a symbol of the icon sprite.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_(
            "For topics such as harassment, unions or disability: in public figures, counts below"
            " 10 are hidden, and zeros as well."
        ),
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    @property
    def description(self):
        if self.description_km and (get_language() or "").startswith("km"):
            return self.description_km
        return self.description_en


class Outcome(BilingualName):
    """A result of the programme that a course serves. Personal data: none."""

    slug = models.SlugField(_("slug"), unique=True)

    class Meta:
        ordering = ["slug"]
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
