"""Kinds of organizations and what becomes of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganizationKind(models.TextChoices):
    FACTORY = "factory", _("Factory")
    GROUP = "group", _("Group of companies")
    ENTERPRISE_UNION = "enterprise_union", _("Enterprise union")
    FEDERATION = "federation", _("Union federation")
    CONFEDERATION = "confederation", _("Union confederation")
    EMPLOYERS_ASSOCIATION = "employers_association", _("Employers' association")
    MINISTRY_OFFICE = "ministry_office", _("Ministry office")
    INSTITUTE = "institute", _("Training institute")
    NGO = "ngo", _("Non-governmental organization")
    FINANCIAL_SERVICE = "financial_service", _("Financial service provider")
    DONOR = "donor", _("Donor")
    OTHER = "other", _("Other organization")


#: Kinds of which an employment tells that somebody belongs to a union.
UNIONS = (
    OrganizationKind.ENTERPRISE_UNION,
    OrganizationKind.FEDERATION,
    OrganizationKind.CONFEDERATION,
)


class OrganizationStatus(models.TextChoices):
    ACTIVE = "active", _("Active")
    CLOSED = "closed", _("Closed")
    MERGED = "merged", _("Merged into another")


class OrganizationNameKind(models.TextChoices):
    """What a name beside the current one is."""

    ALIAS = "alias", _("Other name")
    FORMER = "former", _("Former name")
    ACRONYM = "acronym", _("Acronym")


class Sector(models.TextChoices):
    """Sector of the workplace (indicator R24)."""

    GARMENT = "garment", _("Garment")
    FOOTWEAR = "footwear", _("Footwear")
    TRAVEL_GOODS = "travel_goods", _("Travel goods and bags")
    NOT_A_FACTORY = "not_a_factory", _("Not a factory")
