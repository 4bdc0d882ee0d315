"""Links by which people show their training record to others."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class PassportShareQuerySet(models.QuerySet):
    def open_at(self, moment):
        """Links that open something at a moment."""
        return self.filter(revoked_at=None, expires_at__gt=moment)


class PassportShare(models.Model):
    """Opens the training record of one person, without a login, until it expires or she revokes it.
    Only the fingerprint of its token is kept. `uuid` is made with the form, so that a form that is
    sent twice makes one link.

    Personal data: that she showed her record to somebody, and how often it was opened.
    """

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="passport_shares")
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    shows_private = models.BooleanField(_("with courses of unions and on sensitive subjects"))
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("opens until"))
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    objects = PassportShareQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("link to a training record")
        verbose_name_plural = _("links to training records")
        constraints = [
            models.UniqueConstraint(fields=["person", "uuid"], name="a_share_once_per_form"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="a_share_ends_after_it_was_made",
            ),
        ]

    def __str__(self):
        return str(self.made_at)

    def is_open_at(self, moment):
        return self.revoked_at is None and self.expires_at > moment
