"""What people are told, by which way, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageKind(models.TextChoices):
    """The events about which people are told."""

    CONFIRMATION = "confirmation", _("A seat on a run")
    WAITLISTED = "waitlisted", _("A place on the waiting list")
    REQUESTED = "requested", _("Request received")
    DECLINED = "declined", _("Request turned down")
    OFFER = "offer", _("A seat to accept")
    SEAT = "seat", _("A seat from the waiting list")
    REMINDER = "reminder", _("Reminder")
    CHANGE = "change", _("Change of date or place")
    CANCELLATION = "cancellation", _("Run cancelled")
    WITHDRAWAL = "withdrawal", _("Taken off a run")
    CERTIFICATE = "certificate", _("Certificate issued")
    PIN_CODE = "pin_code", _("Code to choose a PIN")
    FOLLOW_UP = "follow_up", _("Some months later")
    NEWS = "news", _("A trainer's own words")


class MessageChannel(models.TextChoices):
    EMAIL = "email", _("E-mail")
    SMS = "sms", _("SMS")
    PASTE = "paste", _("Text to paste")


class MessageStatus(models.TextChoices):
    """`unsure` was handed over without an answer: sending it again might send it twice."""

    FAILED = "failed", _("Failed")
    UNSURE = "unsure", _("May have been sent")
    TO_PASTE = "to_paste", _("Ready to paste")
    QUEUED = "queued", _("Waits to be sent")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    PASTED = "pasted", _("Sent by hand")
    CANCELLED = "cancelled", _("Not needed any more")


#: Nothing has left the house yet.
OPEN_MESSAGES = (MessageStatus.QUEUED, MessageStatus.TO_PASTE)
#: Somebody should look at these.
TROUBLED_MESSAGES = (MessageStatus.FAILED, MessageStatus.UNSURE)


class MessageProblem(models.TextChoices):
    """Why a message did not leave, or why that is not known."""

    NO_CONNECTION = "no_connection", _("The server could not be reached.")
    BUSY = "busy", _("The server asks to wait.")
    BAD_ADDRESS = "bad_address", _("The server refused this address or number.")
    REFUSED = "refused", _("The server refused the message.")
    BAD_KEY = "bad_key", _("The server refused our key. Tell whoever runs this site.")
    NOT_SET_UP = "not_set_up", _("This way of sending is not set up any more.")
    NO_ANSWER = "no_answer", _("The server gave no answer, so the message may have been sent.")
    INTERRUPTED = "interrupted", _("Sending was interrupted; the message may have been sent.")
