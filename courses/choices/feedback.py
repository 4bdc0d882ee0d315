"""What people think of a run: by which way they say it, and the five faces."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FeedbackWay(models.TextChoices):
    """`passed` is one phone that goes round the room; `paper` was counted by a trainer."""

    OWN = "own", _("On their own phones")
    PASSED = "passed", _("On one phone passed round")
    PAPER = "paper", _("On paper")


class Face(models.IntegerChoices):
    VERY_BAD = 1, pgettext_lazy("face", "Very bad")
    BAD = 2, pgettext_lazy("face", "Bad")
    FAIR = 3, pgettext_lazy("face", "Fair")
    GOOD = 4, pgettext_lazy("face", "Good")
    VERY_GOOD = 5, pgettext_lazy("face", "Very good")
