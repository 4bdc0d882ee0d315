"""The address that a person gets in a message and under which she opens one certificate."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaperLink(models.Model):
    """Opens one certificate, without a login, until it expires. Only the fingerprint of its token
    is kept: the token is made anew from `uuid` and the secret of the site when a message leaves.

    Personal data: that she was told, and when she opened it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    certificate = models.ForeignKey(
        "certificates.Certificate", models.CASCADE, related_name="links"
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("opens until"))
    last_used_at = models.DateTimeField(_("last opened"), null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("address of a certificate")
        verbose_name_plural = _("addresses of certificates")

    def __str__(self):
        return str(self.certificate)
