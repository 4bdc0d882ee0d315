"""Phones that keep registers without signal, what they handed in that could not be taken, and the
links of a register's chain that are no marks."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import OTHERWISE, WHY_ASIDE, QuarantineState

#: Seconds by which a clock may differ before it is called wrong.
WRONG_BY = 300


class Device(models.Model):
    """The browser of a trainer on one phone. Its secret is kept as a fingerprint.

    `unsent` is what it still held at its last contact; `clock_offset` how many seconds its clock
    went behind ours. Personal data: whose phone it is and when it was heard of.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="training_devices",
        verbose_name=_("login"),
    )
    label = models.CharField(_("phone"), max_length=80)
    secret_hash = models.CharField(max_length=64)
    first_seen = models.DateTimeField(_("known since"), auto_now_add=True)
    last_seen = models.DateTimeField(_("last heard of"))
    unsent = models.PositiveIntegerField(_("marks not handed in"), default=0)
    unsent_since = models.DateTimeField(_("not handed in since"), null=True, blank=True)
    clock_offset = models.IntegerField(_("clock behind by seconds"), default=0)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    wiped_at = models.DateTimeField(_("emptied"), null=True, blank=True)

    class Meta:
        ordering = ["-last_seen", "-pk"]
        verbose_name = _("phone of a trainer")
        verbose_name_plural = _("phones of trainers")

    def __str__(self):
        return self.label

    @property
    def owner_name(self):
        """Whose phone it is: the name of the trainer, or of the login."""
        person = getattr(self.user, "training_person", None)
        return person.name if person else str(self.user or "")

    @property
    def clock_is_wrong(self):
        return abs(self.clock_offset) > WRONG_BY

    @property
    def is_revoked(self):
        """By staff, or because its user may not sign in any more."""
        return self.revoked_at is not None or self.user is None or not self.user.is_active


class QuarantinedEvent(models.Model):
    """A tap that was handed in and could not be taken, with the reason; never dropped by itself.

    Personal data: `payload` is the tap as it came, a walk-in's name and a reason included.
    """

    uuid = models.UUIDField(unique=True)
    device = models.ForeignKey(Device, models.PROTECT, related_name="quarantined")
    session = models.ForeignKey(
        "courses.Session", models.SET_NULL, null=True, related_name="quarantined"
    )
    payload = models.JSONField(default=dict)
    code = models.CharField(_("reason"), max_length=24)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=QuarantineState.choices,
        default=QuarantineState.OPEN,
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("mark that was not taken")
        verbose_name_plural = _("marks that were not taken")

    def __str__(self):
        return f"{self.device} {self.received_at:%Y-%m-%d} {self.code}"

    @property
    def why(self):
        """Why it was not taken, as a sentence."""
        return WHY_ASIDE.get(self.code, OTHERWISE)


class RegisterLink(models.Model):
    """A register was closed or opened again: a link of its chain between the marks, see
    `rules.chain`. Never changed. Personal data: none; the log of the site says who it was."""

    session = models.ForeignKey("courses.Session", models.CASCADE, related_name="links")
    what = models.CharField(max_length=8, choices=[("close", _("Closed")), ("reopen", _("Opened"))])
    recorded_at = models.DateTimeField()
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["session", "number"]
        verbose_name = _("link of a register")
        verbose_name_plural = _("links of registers")
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_link_in_a_place")
        ]

    def __str__(self):
        return f"{self.session} {self.number} {self.what}"
