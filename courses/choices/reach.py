"""Words of the reach figures and of the reports made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgeBand(models.TextChoices):
    """How old somebody was in the year of the session."""

    UNDER_18 = "under_18", _("Under 18")
    TO_24 = "18_24", _("18 to 24")
    TO_34 = "25_34", _("25 to 34")
    TO_44 = "35_44", _("35 to 44")
    TO_54 = "45_54", _("45 to 54")
    OLDER = "55_over", _("55 and over")


class Constituent(models.TextChoices):
    """Which side of the three a role is on (indicator R27)."""

    GOVERNMENT = "government", _("Government")
    EMPLOYERS = "employers", _("Employers")
    WORKERS = "workers", _("Workers")
    OTHER = "other", _("Others")


class ReportLanguage(models.TextChoices):
    """In which language the files of a report are."""

    ENGLISH = "en", _("English")
    KHMER = "km", _("Khmer")
    BOTH = "both", _("English and Khmer")


class ReportEvery(models.TextChoices):
    """How often a report is made by itself."""

    MONTH = "month", _("Every month")
    QUARTER = "quarter", _("Every quarter")
    HALF_YEAR = "half_year", _("Every half-year")
    YEAR = "year", _("Every year")


class ScheduledFile(models.TextChoices):
    """What is sent."""

    PDF = "pdf", _("PDF file")
    XLSX = "xlsx", _("Workbook (XLSX)")
    BOTH = "both", _("PDF and workbook")


class DeliveryStatus(models.TextChoices):
    """What became of a report that is made by itself."""

    WAITING = "waiting", _("Not sent yet")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent to where it goes")
    UNSURE = "unsure", _("May have been sent")
    FAILED = "failed", _("Not sent")


class ReportProblem(models.TextChoices):
    """Why a report did not arrive, in a sentence for staff."""

    NO_FACTS = "no_facts", _("The figures are being made for the first time. It is tried again.")
    NOT_PRINTED = "not_printed", _("The PDF could not be made. Ask who looks after the system.")
    NOT_MADE = "not_made", _("The report could not be made. Ask who looks after the system.")
    NO_FOLDER = "no_folder", _("The folder could not be written. It is tried again.")
    NOT_ALLOWED = "not_allowed", _("Reports may not be sent to mailboxes of this domain.")
    BAD_ADDRESS = "bad_address", _("The mailbox does not exist. Correct it and send once more.")
    REFUSED = "refused", _("The mail server refused it. Ask who looks after the system.")
    NO_CONNECTION = "no_connection", _("The mail server did not answer. It is tried again.")
    BUSY = "busy", _("The mail server asked to wait. It is tried again.")
    NO_ANSWER = (
        "no_answer",
        _("The mail server did not say whether it took the report. Ask, or send once more."),
    )
    INTERRUPTED = (
        "interrupted",
        _("The work broke off while the report was being sent. Ask, or send once more."),
    )
