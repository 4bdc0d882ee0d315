"""Files that prove a session: what they show, and why one is not taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    SHEET = "sheet", _("Signed attendance sheet")
    PHOTO = "photo", _("Photo of the session")


class EvidenceProblem(models.TextChoices):
    """Why a file is not kept as evidence."""

    EMPTY = "empty", _("This file is empty. Take the picture again.")
    TOO_LARGE = "too_large", _("This file is too large. Make the picture smaller, or scan it anew.")
    NOT_TAKEN = (
        "not_taken",
        _("This is neither a picture nor a PDF that can be read. Take a photo of the sheet, or scan"
          " it as PDF."),
    )  # fmt: skip
