"""What became of a course some months later: how people were asked, and how sure the answer is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FollowUpWay(models.TextChoices):
    LINK = "link", _("By a link in a message")
    CALL = "call", _("On the phone")
    VISIT = "visit", _("On paper or in a visit")


class AppliedEvidence(models.TextChoices):
    SELF_REPORT = "self", _("As the person says")
    VERIFIED = "verified", _("Somebody has seen it")


class CallOutcome(models.TextChoices):
    """What came of a try that brought no answers. Only a refusal ends the tries."""

    NOT_REACHED = "not_reached", _("Not reached")
    LATER = "later", _("Asked to call again")
    DEAD = "dead", _("The number does not work")
    REFUSED = "refused", _("Does not want to answer")
