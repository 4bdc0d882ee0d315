"""The way in by card: a person's PIN, and every guess at it that was looked at."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PinQuerySet(models.QuerySet):
    def told(self, since):
        """Those at which somebody was found guessing since a moment."""
        return self.filter(alarm_at__gte=since)


class Pin(models.Model):
    """How one person comes in by her card: the fingerprint of her PIN, or a one-time code by which
    she chooses one.

    `version` is another one with every PIN: it ends the visits that are open. `code_key` makes the
    code together with the secret of the site, so that no readable code is stored. Personal data:
    that she has a PIN, since when, and that somebody guessed.
    """

    person = models.OneToOneField("courses.Person", models.CASCADE, related_name="pin")
    hash = models.CharField(max_length=200, blank=True)
    version = models.UUIDField(default=uuid.uuid4)
    set_at = models.DateTimeField(_("chosen"), null=True, blank=True)
    code_key = models.CharField(max_length=32, blank=True)
    code_until = models.DateTimeField(_("code holds until"), null=True, blank=True)
    code_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wrong_in_a_row = models.PositiveSmallIntegerField(_("wrong guesses in a row"), default=0)
    alarm_at = models.DateTimeField(_("somebody guessed"), null=True, blank=True, db_index=True)

    objects = PinQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("PIN of a person")
        verbose_name_plural = _("PINs of people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code_key="", code_until=None)
                | (~models.Q(code_key="") & models.Q(code_until__isnull=False)),
                name="pin_code_has_an_end",
            ),
        ]

    def __str__(self):
        return str(self.person_id)


class PinGuess(models.Model):
    """A guess at a PIN or a code of one person that was looked at, right or wrong.

    Personal data: when somebody came in, or tried to.
    """

    pin = models.ForeignKey(Pin, models.CASCADE, related_name="guesses")
    at = models.DateTimeField(db_index=True)
    is_right = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("guess at a PIN")
        verbose_name_plural = _("guesses at PINs")
        indexes = [models.Index(fields=["pin", "at"], name="pin_guess_hour")]

    def __str__(self):
        return str(self.at)
