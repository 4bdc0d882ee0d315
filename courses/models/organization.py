"""Organizations: factories, unions, ministry offices and all who send or train people."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import OrganizationKind, Sector
from courses.models.bilingual import BilingualName


class OrganizationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def factories(self):
        return self.filter(kind=OrganizationKind.FACTORY)


class Organization(BilingualName):
    """A workplace or body. Personal data: none."""

    kind = models.CharField(_("kind"), max_length=30, choices=OrganizationKind.choices)
    short_name = models.CharField(_("short name or acronym"), max_length=40, blank=True)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector.choices, blank=True)
    province = models.ForeignKey(
        "courses.Province", models.PROTECT, null=True, blank=True, verbose_name=_("province")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
        verbose_name=_("belongs to"),
    )
    is_active = models.BooleanField(_("active"), default=True)
    search_key = models.TextField(_("search key"), editable=False, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["name_en", "pk"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(pk=models.F("parent")),
                name="organization_is_not_its_own_parent",
            )
        ]
