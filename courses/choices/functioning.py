"""The four answers of the Washington Group Short Set on Functioning."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Difficulty(models.IntegerChoices):
    """In the words and with the numbers of the Washington Group; never shortened."""

    NONE = 1, _("No, no difficulty")
    SOME = 2, _("Yes, some difficulty")
    A_LOT = 3, _("Yes, a lot of difficulty")
    CANNOT = 4, _("Cannot do it at all")
