"""Attendance: the current mark of a person in a session, and the events that led to it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.choices import (
    ATTENDED,
    EnrollmentStatus,
    EventKind,
    MarkSource,
    Presence,
    SessionStatus,
)
from courses.models.written_once import WrittenOnceQuerySet, refuse


class AttendanceQuerySet(models.QuerySet):
    def standing(self):
        """All but the weaker marks that a merge of two enrolments left aside."""
        return self.exclude(enrollment__status=EnrollmentStatus.MERGED)

    def attended(self):
        """Marks that count: here, late or left early, in a held session, with minutes credited."""
        return self.filter(
            presence__in=ATTENDED, session__status=SessionStatus.HELD, credited_minutes__gt=0
        )


class Attendance(models.Model):
    """The mark that holds now; `AttendanceEvent` keeps how it came about. `heads` are the ids of
    the events that stand; where they contradict each other the mark is disputed, where
    only the person herself told it, it is self-reported; see `rules.convergence`.

    Personal data: presence at a time and place; kept for the training record.
    """

    session = models.ForeignKey("courses.Session", models.PROTECT, related_name="attendances")
    enrollment = models.ForeignKey("courses.Enrollment", models.PROTECT, related_name="attendances")
    presence = models.CharField(_("presence"), max_length=12, choices=Presence.choices)
    minutes_missed = models.PositiveSmallIntegerField(_("minutes missed"), default=0)
    credited_minutes = models.PositiveSmallIntegerField(_("minutes credited"), default=0)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    heads = models.JSONField(default=list, editable=False)
    is_disputed = models.BooleanField(_("disputed"), default=False)
    is_self_reported = models.BooleanField(_("self-reported"), default=False)
    marked_at = models.DateTimeField(_("marked"))
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "enrollment"], name="one_mark_per_person_and_session"
            )
        ]

    def __str__(self):
        return f"{self.session} {self.enrollment.person}: {self.get_presence_display()}"


class AttendanceEvent(models.Model):
    """One tap or correction, never changed afterwards. Its `uuid` is made where the tap happened,
    so that a repeated delivery is the same event.

    `supersedes` holds the ids of the events that it replaces, `corrects` whether a mark was shown
    before; see `rules.convergence`. `row` is the id by which the phone knows the person, and
    `tapped_at` the clock of the phone, which went `clock_offset` seconds behind ours; `sequence`
    counts its taps. `number` and `digest` chain the events of a session, see `rules.chain`.
    Personal data: presence, and who marked it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey("courses.Session", models.PROTECT, related_name="events")
    enrollment = models.ForeignKey("courses.Enrollment", models.PROTECT, related_name="events")
    presence = models.CharField(max_length=12, choices=Presence.choices)
    minutes_missed = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=12, choices=MarkSource.choices)
    kind = models.CharField(max_length=10, choices=EventKind.choices, default=EventKind.MARK)
    supersedes = models.JSONField(default=list)
    corrects = models.BooleanField(default=False)
    device = models.ForeignKey("courses.Device", models.PROTECT, null=True, related_name="events")
    row = models.UUIDField(null=True, db_index=True)
    tapped_at = models.DateTimeField(null=True)
    clock_offset = models.IntegerField(null=True)
    sequence = models.PositiveIntegerField(null=True)
    number = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = WrittenOnceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("attendance event")
        verbose_name_plural = _("attendance events")
        indexes = [models.Index(fields=["session", "enrollment"], name="events_of_a_mark")]

    def save(self, *args, **kwargs):
        if self.pk:
            refuse(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        refuse(type(self))
