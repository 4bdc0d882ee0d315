"""How far an action of a factory is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActionState(models.TextChoices):
    """Done means that somebody has seen it."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done, with evidence")
    DROPPED = "dropped", _("Dropped")
