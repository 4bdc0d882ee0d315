"""Organizations: factories, unions, ministry offices and all who send or train people."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string

from courses.choices import OrganizationKind, OrganizationStatus, Sector
from courses.models.bilingual import BilingualName


class OrganizationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(status=OrganizationStatus.ACTIVE)

    def factories(self):
        return self.filter(kind=OrganizationKind.FACTORY)


class Organization(BilingualName, ClusterableModel):
    """A workplace or body. Personal data: none.

    A merged one points to the one that it became part of and keeps everything that points at it:
    who asks what counts today follows `standing`. Without `merged_on` the two were always the same,
    entered twice. `search_key` and the rows `keys` follow all names; `courses.rules.keys` makes
    them.
    """

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
    is_national = models.BooleanField(
        _("national"),
        default=True,
        help_text=_("Off for international organizations and those of another country."),
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Printed where the organization delivers a training."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=OrganizationStatus.choices,
        default=OrganizationStatus.ACTIVE,
        editable=False,
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    closed_reason = models.CharField(_("why it closed"), max_length=200, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_organizations",
        verbose_name=_("merged into"),
    )
    merged_on = models.DateField(_("merged on"), null=True, blank=True, editable=False)
    search_key = models.TextField(_("search key"), editable=False, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["name_en", "pk"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(pk=F("parent")), name="organization_is_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=~Q(pk=F("merged_into")), name="organization_is_not_merged_into_itself"
            ),
            models.CheckConstraint(
                condition=Q(status=OrganizationStatus.MERGED, merged_into__isnull=False)
                | ~Q(status=OrganizationStatus.MERGED) & Q(merged_into=None, merged_on=None),
                name="merged_organization_says_into_which",
            ),
            models.CheckConstraint(
                condition=Q(status=OrganizationStatus.CLOSED) | Q(closed_on=None, closed_reason=""),
                name="only_closed_organization_says_since_when",
            ),
        ]

    @property
    def standing(self) -> "Organization":
        """The organization that this one is part of today; itself where it was not merged."""
        return self.standing_on(None)

    def standing_on(self, day: date | None) -> "Organization":
        """The organization that this one was part of on a day; without a day, today."""
        row = self
        while row.merged_into_id and not (day and row.merged_on and day < row.merged_on):
            row = row.merged_into
        return row
