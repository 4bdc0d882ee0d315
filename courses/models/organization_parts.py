"""What belongs to an organization: other names, keys for search, headcounts, ids elsewhere."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from courses.choices import OrganizationNameKind


class OrganizationName(models.Model):
    """A name that an organization has beside its current one, or had. Personal data: none.

    Both days are included; a day that is not known is empty. A former name also keeps the acronym
    of its time.
    """

    organization = ParentalKey(
        "courses.Organization", on_delete=models.CASCADE, related_name="names"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=OrganizationNameKind.choices)
    name_en = models.CharField(_("in Latin letters"), max_length=200, blank=True)
    name_km = models.CharField(_("in Khmer"), max_length=200, blank=True)
    short_name = models.CharField(_("acronym at that time"), max_length=40, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("name of an organization")
        verbose_name_plural = _("names of organizations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_en="", name_km=""),
                name="organization_name_is_not_empty",
                violation_error_message=_("Write the name in Latin letters or in Khmer."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="organization_name_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        ]

    @property
    def name(self) -> str:
        if self.name_km and (get_language() or "").startswith("km"):
            return self.name_km
        return self.name_en or self.name_km

    def __str__(self):
        return self.name


class OrganizationKey(models.Model):
    """A folded spelling by which an organization is found: one row for each of its names, for those
    of the organizations that became part of it, and for its ids. Personal data: none."""

    organization = models.ForeignKey("courses.Organization", models.CASCADE, related_name="keys")
    key = models.CharField(max_length=220, db_index=True)
    is_current = models.BooleanField(default=False)
    is_acronym = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("search key of an organization")
        verbose_name_plural = _("search keys of organizations")
        constraints = [
            models.UniqueConstraint(fields=["organization", "key"], name="organization_key_once")
        ]

    def __str__(self):
        return self.key


class OrganizationHeadcount(models.Model):
    """How many people an organization employed on a day, and who says so. Personal data: none, only
    sums. Women and men need not add up to the total; what is unknown stays empty."""

    organization = ParentalKey(
        "courses.Organization", on_delete=models.CASCADE, related_name="headcounts"
    )
    as_of = models.DateField(_("on this day"))
    total = models.PositiveIntegerField(_("people"))
    women = models.PositiveIntegerField(_("women"), null=True, blank=True)
    men = models.PositiveIntegerField(_("men"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=150)

    class Meta:
        ordering = ["-as_of", "-pk"]
        verbose_name = _("headcount")
        verbose_name_plural = _("headcounts")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "as_of", "source"],
                name="headcount_once_for_day_and_source",
                violation_error_message=_("This source gives a headcount for that day already."),
            ),
            models.CheckConstraint(
                condition=Q(total__gte=Coalesce(F("women"), 0) + Coalesce(F("men"), 0)),
                name="women_and_men_are_not_more_than_all",
                violation_error_message=_("Women and men together cannot be more than all people."),
            ),
        ]

    def __str__(self):
        return f"{self.as_of}: {self.total}"


class OrganizationId(models.Model):
    """The number of an organization in somebody else's register. Personal data: none."""

    organization = ParentalKey(
        "courses.Organization", on_delete=models.CASCADE, related_name="external_ids"
    )
    scheme = models.CharField(
        _("whose register"),
        max_length=60,
        help_text=_("Whose number it is, always spelt the same."),
    )
    value = models.CharField(_("number"), max_length=60)

    class Meta:
        ordering = ["scheme", "value"]
        verbose_name = _("number in another register")
        verbose_name_plural = _("numbers in other registers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="external_id_names_one_organization",
                violation_error_message=_("Another organization has this number."),
            )
        ]

    def __str__(self):
        return f"{self.scheme} {self.value}"
