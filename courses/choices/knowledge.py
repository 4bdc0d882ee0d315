"""Knowledge tests: when they are taken, by which form, and in which way."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    """The same test before and after the training shows what was learned."""

    PRE = "pre", _("Pre-test")
    POST = "post", _("Post-test")


class ParallelForm(models.TextChoices):
    """Two forms that are as hard as each other: who had one first has the other at the end."""

    A = "A", _("Form A")
    B = "B", _("Form B")


class TakenBy(models.TextChoices):
    PHONE = "phone", _("On her own phone")
    PASSED = "passed", _("On a phone passed round")
    PAPER = "paper", _("On paper")
