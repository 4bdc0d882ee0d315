"""Names and titles in English and Khmer on language-neutral records."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class BilingualName(models.Model):
    """A record with an English and a Khmer name; `name` follows the active language."""

    name_en = models.CharField(_("English name"), max_length=200)
    name_km = models.CharField(_("Khmer name"), max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def name(self):
        if self.name_km and (get_language() or "").startswith("km"):
            return self.name_km
        return self.name_en

    def __str__(self):
        return self.name


class TitleOfLanguage:
    """`title` is `title_km` or `title_en`, by the active language."""

    @property
    def title(self):
        if self.title_km and (get_language() or "").startswith("km"):
            return self.title_km
        return self.title_en
