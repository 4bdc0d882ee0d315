"""Messages: what people are told about their training, in which words, and what became of it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.choices import (
    OPEN_MESSAGES,
    TROUBLED_MESSAGES,
    MessageChannel,
    MessageKind,
    MessageProblem,
    MessageStatus,
)


class MessageTemplate(models.Model):
    """The words for one kind of message, in both languages.

    Names in braces stand for what is put in; see `courses.rules.messages`. The discreet words go to
    phones that others use too. Personal data: none.
    """

    kind = models.CharField(
        _("kind"), max_length=20, choices=MessageKind.choices, unique=True, editable=False
    )
    subject_en = models.CharField(_("subject in English"), max_length=150)
    body_en = models.TextField(_("text in English"))
    discreet_en = models.TextField(_("English text for a shared phone"))
    subject_km = models.CharField(_("subject in Khmer"), max_length=150)
    body_km = models.TextField(_("text in Khmer"))
    discreet_km = models.TextField(_("Khmer text for a shared phone"))
    changed_at = models.DateTimeField(_("changed"), null=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("changed by"),
    )

    class Meta:
        ordering = ["kind"]
        verbose_name = _("words of messages")
        verbose_name_plural = _("words of messages")

    def __str__(self):
        return str(self.get_kind_display())


class MessageQuerySet(models.QuerySet):
    def open(self):
        """Nothing has left the house yet."""
        return self.filter(status__in=OPEN_MESSAGES)

    def troubled(self):
        """Failed, or nobody knows."""
        return self.filter(status__in=TROUBLED_MESSAGES)

    def due(self, moment):
        """Those that may be sent now, the oldest first."""
        rows = self.filter(status=MessageStatus.QUEUED, not_before__lte=moment)
        return rows.order_by("not_before", "pk")

    def ready(self):
        """Texts that wait to be pasted."""
        return self.filter(status=MessageStatus.TO_PASTE)


class Message(models.Model):
    """One text for one person about one event.

    `key` says which event of which person: it is made once, and a gateway gets it with every
    attempt. `not_before` is when it may leave, `useless_after` when it is not worth sending any
    more. `claimed_at` is when a worker took it. Personal data: whom it told, where and what; the
    words and the address are emptied some months after.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(_("about"), max_length=20, choices=MessageKind.choices)
    person = models.ForeignKey(
        "courses.Person", models.CASCADE, related_name="messages", verbose_name=_("person")
    )
    run = models.ForeignKey(
        "courses.CourseRun", models.CASCADE, related_name="messages", verbose_name=_("run")
    )
    enrollment = models.ForeignKey(
        "courses.Enrollment",
        models.CASCADE,
        related_name="messages",
        verbose_name=_("enrolment"),
    )
    session = models.ForeignKey(
        "courses.Session", models.SET_NULL, null=True, related_name="+", verbose_name=_("session")
    )
    language = models.CharField(_("language"), max_length=8)
    channel = models.CharField(_("by"), max_length=8, choices=MessageChannel.choices)
    address = models.CharField(_("address"), max_length=254, blank=True)
    is_discreet = models.BooleanField(_("for a shared phone"), default=False)
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    body = models.TextField(_("text"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=MessageStatus.choices)
    not_before = models.DateTimeField(default=timezone.now)
    useless_after = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.CharField(
        _("problem"), max_length=20, choices=MessageProblem.choices, blank=True
    )
    problem_detail = models.CharField(_("the server's words"), max_length=200, blank=True)
    receipt = models.CharField(_("receipt"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                condition=models.Q(status=MessageStatus.QUEUED),
                name="message_waits",
            ),
            models.Index(fields=["status", "claimed_at"], name="message_status"),
            models.Index(fields=["run", "status"], name="message_of_run"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} – {self.run}"


class CalendarFeed(models.Model):
    """The secret address under which a trainer's calendar program finds her sessions.

    Only the fingerprint of the token is kept. Personal data: that the user has one, and when it was
    last read.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="training_calendar"
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"))
    last_used_at = models.DateTimeField(_("last read"), null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")

    def __str__(self):
        return str(self.user)
