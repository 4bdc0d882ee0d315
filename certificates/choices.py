"""Codes that are stored, with the words that people read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a paper says; a design is made for one of them."""

    COMPLETION = "completion", _("Certificate of completion")
    ATTENDANCE = "attendance", _("Statement of attendance")
    TRAINER = "trainer", _("Trainer certificate")
    REFRESHER = "refresher", _("Refresher certificate")
    YEARLY = "yearly", _("Yearly statement")


#: What the completion of a course may give; a statement of attendance goes beside it.
ACHIEVEMENTS = (Kind.COMPLETION, Kind.TRAINER, Kind.REFRESHER)


class Status(models.TextChoices):
    VALID = "valid", _("Valid")
    REVOKED = "revoked", _("Withdrawn")
    REPLACED = "replaced", _("Replaced")


class RevocationReason(models.TextChoices):
    """Why a certificate was withdrawn; the check page says it."""

    WRONG_PERSON = "wrong_person", _("It was issued to the wrong person.")
    NOT_COMPLETED = "not_completed", _("The course was not completed after all.")
    MISUSE = "misuse", _("It was misused.")
    OTHER = "other", _("The issuer withdrew it.")


class HoldReason(models.TextChoices):
    """Why a certificate could not be printed; staff mend it and try again."""

    NO_NAME = "no_name", _("The person has no name that can be printed.")
    MALFORMED = "malformed", _("A Khmer word is malformed and would print wrongly.")
    MISSING_GLYPH = "missing_glyph", _("A letter is missing in the fonts of the certificate.")
    DOES_NOT_FIT = "does_not_fit", _("A text is too long for the design.")
    UNCHECKED = "unchecked", _("Nobody has confirmed yet how the name is written.")
    NO_VALIDITY = "no_validity", _("The design needs a last valid day, and the course has none.")
    NOT_PRINTED = "not_printed", _("The certificate could not be made.")
