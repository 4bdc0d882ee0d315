"""Runs, sessions, enrolments and marks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DeliveryLanguage(models.TextChoices):
    KHMER = "km", _("Khmer")
    ENGLISH = "en", _("English")
    CHINESE = "zh", _("Chinese")


class EnrollmentPolicy(models.TextChoices):
    """How people come to a run."""

    OPEN = "open", _("Open: a place at once, then a waiting list")
    REQUEST = "request", _("By request: a trainer decides")
    NOMINATION = "nomination", _("By nomination: organizations name people")
    INVITATION = "invitation", _("By invitation: only trainers and staff enrol")


class WaitingRule(models.TextChoices):
    """What becomes of a seat that is free again while people wait for one."""

    SEAT = "seat", _("Goes to the first on the waiting list")
    OFFER = "offer", _("Is offered to the first on the waiting list")


class PriceBasis(models.TextChoices):
    FLAT = "flat", _("For the whole run")
    PER_PERSON = "per_person", _("For each person who came")


class RunStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class SessionStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed")


class SessionCause(models.TextChoices):
    """Why a session was cancelled or postponed, in a word that can be counted."""

    NO_POWER = "no_power", _("No electricity")
    WEATHER = "weather", _("Weather or flood")
    HOLIDAY = "holiday", _("Holiday")
    PRODUCTION = "production", _("Needed in production")
    STRIKE = "strike", _("Strike or unrest")
    TRAINER = "trainer", _("No trainer")
    VENUE = "venue", _("No room")
    FEW_PEOPLE = "few_people", _("Too few people")
    OTHER = "other", _("Something else")


class Recording(models.TextChoices):
    """Whether a session has a register of names, or only counts."""

    NAMED = "named", _("Who came, by name")
    HEADCOUNT = "headcount", _("How many came, without names")


class EnrollmentStatus(models.TextChoices):
    REQUESTED = "requested", _("Waiting for a decision")
    WAITLISTED = "waitlisted", _("On the waiting list")
    OFFERED = "offered", _("Seat offered")
    ENROLLED = "enrolled", _("Enrolled")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")
    SUBSTITUTED = "substituted", _("Somebody else came instead")
    GUEST = "guest", _("Came for a make-up")
    MERGED = "merged", _("Merged into another record")


class WithdrawalCause(models.TextChoices):
    """Why a place was given up, in a word that can be counted."""

    PRODUCTION = "production", _("Needed at work")
    NO_LEAVE = "no_leave", _("Not allowed to go")
    ILL = "ill", _("Ill")
    FAMILY = "family", _("Family")
    WAY = "way", _("No way to get there")
    OTHER_DATE = "other_date", _("Another date is better")
    LEFT_WORK = "left_work", _("Works elsewhere now")
    SAID_NO = "said_no", _("Did not want the seat that was offered")
    RAN_OUT = "ran_out", _("Did not answer the offer in time")
    OTHER = "other", _("Something else")


class EnrollmentSource(models.TextChoices):
    SELF = "self", _("Enrolled herself or himself")
    STAFF = "staff", _("Enrolled by a trainer or staff")
    IMPORT = "import", _("From a participant list")
    WALK_IN = "walk_in", _("Walk-in at the door")
    NOMINATION = "nomination", _("Nominated by an organization")
    POSTER = "poster", _("By the poster at the door")
    ROSTER = "roster", _("From a standing roster")
    SUBSTITUTE = "substitute", _("Instead of somebody else")


#: How people come by themselves, with an account or without.
BY_THEMSELVES = (EnrollmentSource.SELF, EnrollmentSource.POSTER)


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
    PAPER = "paper", _("From a paper sheet")
    SCAN = "scan", _("Card scanned")
    SELF_SCAN = "self_scan", _("Marked herself or himself by a code")


class EventKind(models.TextChoices):
    """What a tap was: a look at the person, everybody else at once, a newcomer at the door, or her
    own word."""

    MARK = "mark", _("Mark")
    DEFAULT = "default", _("Everybody else at once")
    WALK_IN = "walk_in", _("Walk-in at the door")
    SELF = "self", _("Told by herself or himself")


class QuarantineState(models.TextChoices):
    OPEN = "open", _("Waits for a decision")
    ACCEPTED = "accepted", _("Taken into the register")
    SET_ASIDE = "set_aside", _("Set aside")
