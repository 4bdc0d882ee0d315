"""Completion: whether a person met the rule of a run, with the reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import EnrollmentStatus


class CompletionQuerySet(models.QuerySet):
    def met(self):
        """Completions that count: of enrolments that were not merged into another one."""
        return self.filter(is_met=True).exclude(enrollment__status=EnrollmentStatus.MERGED)


class Completion(models.Model):
    """The verdict on an enrolment, computed from marks, lessons, quizzes and tasks.

    `met_on` is the day on which the last requirement was met. `missing` lists the unmet
    requirements as `{"code": …, …numbers}`. Personal data: the result; kept for the record.
    """

    enrollment = models.OneToOneField(
        "courses.Enrollment", models.PROTECT, related_name="completion"
    )
    is_met = models.BooleanField(_("met"), default=False)
    met_on = models.DateField(_("met on"), null=True, blank=True)
    credited_minutes = models.PositiveIntegerField(_("minutes credited"), default=0)
    planned_minutes = models.PositiveIntegerField(_("minutes planned"), default=0)
    missing = models.JSONField(_("still missing"), default=list, blank=True)
    computed_at = models.DateTimeField(auto_now=True)

    objects = CompletionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("completion")
        verbose_name_plural = _("completions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_met=False, met_on__isnull=True)
                | models.Q(is_met=True, met_on__isnull=False),
                name="a_met_completion_has_a_day",
            )
        ]

    def __str__(self):
        return str(self.enrollment)
