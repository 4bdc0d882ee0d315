"""What courses serve."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GenderPillar(models.TextChoices):
    """The pillars of gender equality that a course serves; often none, sometimes several."""

    DISCRIMINATION = "discrimination", _("Discrimination")
    CARE = "care", _("Paid work and care")
    VOICE = "voice", _("Voice and representation")
    LEADERSHIP = "leadership", _("Leadership and skills")


class TaskKind(models.TextChoices):
    """What somebody does besides coming, which a trainer looks at."""

    PROJECT = "project", _("Project")
    PRACTICE = "practice", _("Observed practice")
    OTHER = "other", _("Task")
