"""Half-days that were missed in the own run and made up for in another run of the course."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from courses.choices import ATTENDED, EnrollmentStatus, SessionStatus
from courses.models.attendance import Attendance


class MakeUpQuerySet(models.QuerySet):
    def standing(self):
        """Those that count: she was there as a guest, in a session that was held, and has no
        minutes of her own in the half-day that she missed."""
        came_after_all = Attendance.objects.attended().filter(
            enrollment=OuterRef("enrollment"), session=OuterRef("session")
        )
        return self.filter(
            ~Exists(came_after_all),
            attendance__enrollment__status=EnrollmentStatus.GUEST,
            attendance__presence__in=ATTENDED,
            attendance__credited_minutes__gt=0,
            attendance__session__status=SessionStatus.HELD,
        )


class MakeUp(models.Model):
    """The mark (`attendance`) of a guest in another run stands for the `session` that she missed in
    the run on which she has her place (`enrollment`).

    Personal data: presence at a time and place; kept for the training record.
    """

    attendance = models.OneToOneField(
        "courses.Attendance", models.PROTECT, related_name="make_up", verbose_name=_("was there")
    )
    enrollment = models.ForeignKey(
        "courses.Enrollment", models.PROTECT, related_name="make_ups", verbose_name=_("own place")
    )
    session = models.ForeignKey(
        "courses.Session", models.PROTECT, related_name="made_up", verbose_name=_("missed")
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = MakeUpQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("make-up")
        verbose_name_plural = _("make-ups")
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "session"], name="a_missed_half_day_is_made_up_once"
            )
        ]

    def __str__(self):
        return f"{self.session} {self.enrollment.person}"
