"""Who issues: names, logos, signatories and the prefix of numbers; a setting of the programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.images import get_image_model_string


def name_field(label):
    return models.CharField(label, max_length=150, blank=True)


def picture_field(label):
    return models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


def party(heading, *names):
    """Panels of one organization or signatory: pairs of names, then a picture."""
    *pairs, picture = names
    rows = [FieldRowPanel([FieldPanel(name) for name in pair]) for pair in pairs]
    return MultiFieldPanel([*rows, FieldPanel(picture)], heading=heading)


@register_setting(icon="success")
class IssuerSettings(BaseGenericSetting):
    """What every new certificate says about its issuer; issued ones stay as they are.

    Personal data: names and signatures of the signatories, as long as they sign.
    """

    serial_prefix = models.CharField(
        _("first letters of the numbers"),
        max_length=12,
        default="SALA",
        help_text=_("RWL gives RWL-2026-000001. A new prefix begins a new series."),
    )
    name_en = models.CharField(_("name in English"), max_length=150, default="Training programme")
    name_km = models.CharField(_("name in Khmer"), max_length=150, default="កម្មវិធីបណ្តុះបណ្តាល")
    logo = picture_field(_("logo"))
    partner_name_en = name_field(_("partner's name in English"))
    partner_name_km = name_field(_("partner's name in Khmer"))
    partner_logo = picture_field(_("partner's logo"))
    signatory_1_en = name_field(_("name in English"))
    signatory_1_km = name_field(_("name in Khmer"))
    signatory_1_role_en = name_field(_("position in English"))
    signatory_1_role_km = name_field(_("position in Khmer"))
    signature_1 = picture_field(_("picture of the signature"))
    signatory_2_en = name_field(_("name in English"))
    signatory_2_km = name_field(_("name in Khmer"))
    signatory_2_role_en = name_field(_("position in English"))
    signatory_2_role_km = name_field(_("position in Khmer"))
    signature_2 = picture_field(_("picture of the signature"))
    contact = models.CharField(
        _("how to reach the issuer"),
        max_length=200,
        blank=True,
        help_text=_("Shown on the check page: a telephone number, an office, an e-mail."),
    )
    needs_name_check = models.BooleanField(
        _("names are confirmed first"),
        default=False,
        help_text=_("Nothing is printed until a trainer has confirmed how the name is written."),
    )

    panels = [
        FieldPanel("serial_prefix"),
        FieldPanel("needs_name_check"),
        party(_("Programme"), ("name_en", "name_km"), "logo"),
        party(_("Partner"), ("partner_name_en", "partner_name_km"), "partner_logo"),
        party(
            _("First signatory"),
            ("signatory_1_en", "signatory_1_km"),
            ("signatory_1_role_en", "signatory_1_role_km"),
            "signature_1",
        ),
        party(
            _("Second signatory"),
            ("signatory_2_en", "signatory_2_km"),
            ("signatory_2_role_en", "signatory_2_role_km"),
            "signature_2",
        ),
        FieldPanel("contact"),
    ]

    class Meta:
        verbose_name = _("issuer of certificates")
