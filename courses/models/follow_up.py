"""What somebody did with a course some months later, and the tries to ask her."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import AppliedEvidence, CallOutcome, FollowUpWay


class FollowUp(models.Model):
    """Three questions to somebody who completed a run; made with the first try or message.

    `token_sha256` is the fingerprint of the address that a message holds, which is made of `uuid`
    and the secret of the site. Personal data: what the person answered; kept for the record.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    enrollment = models.OneToOneField(
        "courses.Enrollment", models.PROTECT, related_name="follow_up"
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    asked_on = models.DateField(_("asked by message on"), null=True)
    answered_on = models.DateField(_("answered on"), null=True)
    way = models.CharField(_("way"), max_length=8, choices=FollowUpWay.choices, blank=True)
    has_applied = models.BooleanField(_("has used it at work"), null=True)
    practice = models.TextField(_("what the person does differently"), blank=True)
    hindrance = models.TextField(_("what stood in the way"), blank=True)
    evidence = models.CharField(
        _("how sure"), max_length=8, choices=AppliedEvidence.choices, blank=True
    )
    evidence_note = models.CharField(_("who has seen what"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_on=None, has_applied=None, way="", evidence="")
                | models.Q(answered_on__isnull=False, has_applied__isnull=False),
                name="a_follow_up_is_answered_or_not",
            ),
            models.CheckConstraint(
                condition=~models.Q(evidence="verified") | models.Q(has_applied=True),
                name="what_was_seen_was_done",
            ),
        ]

    def __str__(self):
        return str(self.enrollment)


class FollowUpTry(models.Model):
    """A call that brought no answers. Personal data: that somebody tried, and what came of it."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="tries")
    outcome = models.CharField(_("what came of it"), max_length=12, choices=CallOutcome.choices)
    tried_at = models.DateTimeField(auto_now_add=True)
    tried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("try to reach somebody")
        verbose_name_plural = _("tries to reach somebody")

    def __str__(self):
        return self.get_outcome_display()
