"""Runs, sessions, enrolments and marks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliveryLanguage(models.TextChoices):
    KHMER = "km", _("Khmer")
    ENGLISH = "en", _("English")
    CHINESE = "zh", _("Chinese")


class EnrollmentPolicy(models.TextChoices):
    """How people come to a run."""

    OPEN = "open", _("Open: a place at once, then a waiting list")
    REQUEST = "request", _("By request: a trainer decides")
    INVITATION = "invitation", _("By invitation: only trainers and staff enrol")


class RunStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class SessionStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed")


class EnrollmentStatus(models.TextChoices):
    REQUESTED = "requested", _("Waiting for a decision")
    WAITLISTED = "waitlisted", _("On the waiting list")
    ENROLLED = "enrolled", _("Enrolled")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    MERGED = "merged", _("Merged into another record")


class EnrollmentSource(models.TextChoices):
    SELF = "self", _("Enrolled herself or himself")
    STAFF = "staff", _("Enrolled by a trainer or staff")
    IMPORT = "import", _("From a participant list")
    WALK_IN = "walk_in", _("Walk-in at the door")
    NOMINATION = "nomination", _("Nominated by an organization")


class Presence(models.TextChoices):
    PRESENT = "present", _("Here")
    LATE = "late", _("Late")
    LEFT_EARLY = "left_early", _("Left early")
    EXCUSED = "excused", _("Excused")
    ABSENT = "absent", _("Absent")


#: Presences that count as attendance "A" in the reach indicators.
ATTENDED = (Presence.PRESENT, Presence.LATE, Presence.LEFT_EARLY)


class MarkSource(models.TextChoices):
    REGISTER = "register", _("Register")
    WALK_IN = "walk_in", _("Walk-in at the door")
    CORRECTION = "correction", _("Correction after closing")
    IMPORT = "import", _("Import")
