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


class Typeface(models.TextChoices):
    """The fonts that a design may use, as staff choose them."""

    KM_TITLE = "km-title", _("Khmer title (Moul)")
    KM = "km", _("Khmer (Battambang)")
    KM_BOLD = "km-bold", _("Khmer, bold (Battambang)")
    EN = "en", _("Latin (Noto Serif)")
    EN_MEDIUM = "en-medium", _("Latin, stronger (Noto Serif)")
    EN_BOLD = "en-bold", _("Latin, bold (Noto Serif)")
    EN_ITALIC = "en-italic", _("Latin, slanted (Noto Serif)")
    EN_CAPITALS = "en-capitals", _("Latin capitals (Noto Serif)")
    NUMBER = "number", _("Numbers and codes (Noto Sans)")


class Paper(models.TextChoices):
    """Sizes of pages by width and height in millimetres."""

    A4_ACROSS = "297x210", _("A4, landscape")
    A4_UPRIGHT = "210x297", _("A4, portrait")
    A5_ACROSS = "210x148", _("A5, landscape")
    A5_UPRIGHT = "148x210", _("A5, portrait")
    A3_ACROSS = "420x297", _("A3, landscape")
    LETTER_ACROSS = "279x216", _("US Letter, landscape")
    LETTER_UPRIGHT = "216x279", _("US Letter, portrait")


#: What a text of a design may name, besides the rows of a table.
FIELD_WORDS = {
    "title": _("Title of the paper"),
    "name": _("Name of the person"),
    "course": _("Title of the course"),
    "facts": _("Dates, hours and place in one line"),
    "dates": _("Dates"),
    "venue": _("Venue"),
    "hours": _("Hours attended"),
    "workplace": _("Workplace at that time"),
    "subject": _("First topic of the course"),
    "until": _("Last valid day"),
    "renew": _("Reminder to refresh"),
    "issued": _("Day of issue"),
    "org_1": _("Programme"),
    "org_2": _("Partner"),
    "sign_1": _("First signatory"),
    "role_1": _("Position of the first signatory"),
    "sign_2": _("Second signatory"),
    "role_2": _("Position of the second signatory"),
    "serial": _("Number"),
    "code": _("Check code"),
    "check_site": _("Address of the check page"),
    "total": _("Number of courses"),
    "sum": _("Sum of hours"),
    "made": _("Courses completed"),
}
