"""Marks of tasks: how a trainer marked the project or the practice of somebody on a run."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NOTE_LENGTH = 500


class TaskMarkQuerySet(models.QuerySet):
    def current(self):
        """Those that count; earlier ones and those taken back stay as history."""
        return self.filter(is_current=True)


class TaskMark(models.Model):
    """A task that was marked by the rubric of its run. A correction is a row of its own.

    `levels` holds by key of a criterion the level that was reached, counted from 0; `done_on` is
    the day on which it was handed in or observed. Personal data: result, and words of the trainer
    to the person; kept for the training record.
    """

    enrollment = models.ForeignKey("courses.Enrollment", models.PROTECT, related_name="task_marks")
    levels = models.JSONField(_("levels reached"), default=dict)
    score = models.PositiveSmallIntegerField(_("points"))
    max_score = models.PositiveSmallIntegerField(_("most points"))
    done_on = models.DateField(_("done on"))
    note = models.CharField(_("words to the person"), max_length=NOTE_LENGTH, blank=True)
    is_current = models.BooleanField(_("counts"), default=True)
    marked_at = models.DateTimeField(_("marked"), default=timezone.now)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("marked by"),
    )

    objects = TaskMarkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("mark of a task")
        verbose_name_plural = _("marks of tasks")
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment"],
                condition=Q(is_current=True),
                name="one_mark_of_a_task_counts",
            ),
            models.CheckConstraint(
                condition=Q(score__lte=F("max_score"), max_score__gte=1),
                name="task_has_no_more_points_than_there_are",
            ),
        ]

    def __str__(self):
        return str(self.enrollment)
