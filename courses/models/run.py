"""Course runs: one delivery of a course."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.choices import DeliveryLanguage, EnrollmentPolicy, RunStatus, WaitingRule
from courses.models.course import CompletionRule
from courses.models.run_parts import RunTrainer
from courses.models.session import SessionTrainer


class CourseRunQuerySet(models.QuerySet):
    def listed(self):
        """Runs that the public may see: planned and not private."""
        return self.filter(status=RunStatus.PLANNED, is_listed=True)

    def upcoming_on(self, day):
        return self.filter(ends_on__gte=day)

    def led_by(self, user):
        """Runs that the user trains on, in all sessions or in one, or planned."""
        return self.filter(
            Q(pk__in=RunTrainer.objects.filter(person__user=user).values("run"))
            | Q(pk__in=SessionTrainer.objects.filter(person__user=user).values("session__run"))
            | Q(owner=user)
        )


class CourseRun(CompletionRule):
    """One delivery of a course, with its own frozen copy of the completion rule.

    `starts_on` and `ends_on` repeat the first and last session that was not cancelled. `told_plan`
    marks the days, times and place that participants know, and `calendar_sequence` counts its
    changes, so that a calendar program knows which invitation is the newest.
    Personal data: none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=24, unique=True, editable=False)
    course = models.ForeignKey(
        "courses.Course", models.PROTECT, related_name="runs", verbose_name=_("course")
    )
    host = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        related_name="hosted_runs",
        verbose_name=_("host organization"),
    )
    venue = models.ForeignKey(
        "courses.Venue",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name=_("venue"),
    )
    province = models.ForeignKey(
        "courses.Province", models.PROTECT, related_name="runs", verbose_name=_("province")
    )
    delivery_language = models.CharField(
        _("spoken language"),
        max_length=8,
        choices=DeliveryLanguage.choices,
        default=DeliveryLanguage.KHMER,
    )
    capacity = models.PositiveSmallIntegerField(_("seats"), default=25)
    enrollment_policy = models.CharField(
        _("how people enrol"),
        max_length=12,
        choices=EnrollmentPolicy.choices,
        default=EnrollmentPolicy.OPEN,
    )
    is_listed = models.BooleanField(_("shown in the catalogue"), default=True)
    roles = models.JSONField(
        _("roles that may take part"),
        default=list,
        blank=True,
        help_text=_("Leave empty when everybody may take part."),
    )
    is_for_host_only = models.BooleanField(
        _("only for people of the host organization"), default=False
    )
    waiting_rule = models.CharField(
        _("a free seat"),
        max_length=8,
        choices=WaitingRule.choices,
        default=WaitingRule.SEAT,
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to answer an offer"), default=48, help_text=_("Then the next one is asked.")
    )
    status = models.CharField(
        _("status"), max_length=12, choices=RunStatus.choices, default=RunStatus.PLANNED
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True, editable=False)
    ends_on = models.DateField(_("last day"), null=True, blank=True, editable=False)
    pattern = models.ForeignKey(
        "courses.DeliveryPattern",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="runs",
        verbose_name=_("planned by the pattern"),
    )
    copied_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        verbose_name=_("copied from"),
    )
    roster = models.ForeignKey(
        "courses.Roster",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name=_("standing roster"),
    )
    projects = models.ManyToManyField(
        "courses.Project", related_name="runs", blank=True, verbose_name=_("projects")
    )
    external_reference = models.CharField(
        _("reference elsewhere"),
        max_length=60,
        blank=True,
        help_text=_("The number of a factory visit or of a partner's own record."),
    )
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    told_plan = models.CharField(max_length=32, blank=True, editable=False)
    trainers = models.ManyToManyField(
        "courses.Person", through="courses.RunTrainer", related_name="led_runs"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="planned_runs",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CourseRunQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("course run")
        verbose_name_plural = _("course runs")
        permissions = [
            ("see_all_training", _("Can see all training records")),
            ("see_area_training", _("Can see the training records of some provinces")),
            ("manage_all_training", _("Can manage all training records")),
            ("export_training", _("Can export training records")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(capacity__gte=1), name="run_has_at_least_one_seat"
            ),
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="run_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(offer_hours__gte=1), name="offer_leaves_time_to_answer"
            ),
        ]
        indexes = [models.Index(fields=["course", "starts_on"], name="run_of_course")]

    def __str__(self):
        return self.code
