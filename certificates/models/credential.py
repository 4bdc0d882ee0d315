"""The signed twin of a certificate, which programs can check without asking anybody."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Credential(models.Model):
    """An Open Badges 3.0 credential, byte for byte as it is in the PDF file; only where its key was
    stolen it was signed anew with another one.

    Personal data: the name as printed; deleted when the person is erased.
    """

    certificate = models.OneToOneField(
        "certificates.Certificate", models.CASCADE, related_name="credential"
    )
    key = models.CharField(_("signing key"), max_length=40)
    document = models.TextField(_("signed document"))

    class Meta:
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")

    def __str__(self):
        return f"{self.certificate_id} · {self.key}"
