"""Course runs: one delivery of a course, its half-day sessions and its trainers."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.choices import DeliveryLanguage, EnrollmentPolicy, RunStatus, SessionStatus
from courses.models.course import CompletionRule


class CourseRunQuerySet(models.QuerySet):
    def listed(self):
        """Runs that the public may see: planned and not private."""
        return self.filter(status=RunStatus.PLANNED, is_listed=True)

    def upcoming_on(self, day):
        return self.filter(ends_on__gte=day)

    def led_by(self, user):
        return self.filter(
            pk__in=RunTrainer.objects.filter(person__user=user).values("run")
        ) | self.filter(owner=user)


class CourseRun(CompletionRule):
    """One delivery of a course, with its own frozen copy of the completion rule.

    `starts_on` and `ends_on` repeat the first and last session that was not cancelled.
    Personal data: none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=24, unique=True, editable=False)
    course = models.ForeignKey("courses.Course", models.PROTECT, related_name="runs")
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
    status = models.CharField(
        _("status"), max_length=12, choices=RunStatus.choices, default=RunStatus.PLANNED
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True, editable=False)
    ends_on = models.DateField(_("last day"), null=True, blank=True, editable=False)
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
        ]
        indexes = [models.Index(fields=["course", "starts_on"], name="run_of_course")]

    def __str__(self):
        return self.code


class RunTrainer(models.Model):
    """A trainer of a run. Personal data: who trained."""

    run = models.ForeignKey(CourseRun, models.CASCADE, related_name="run_trainers")
    person = models.ForeignKey("courses.Person", models.PROTECT, related_name="run_trainings")
    is_lead = models.BooleanField(_("leads the run"), default=False)

    class Meta:
        ordering = ["-is_lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="trainer_once_per_run"),
            models.UniqueConstraint(
                fields=["run"],
                condition=models.Q(is_lead=True),
                name="one_lead_trainer_per_run",
            ),
        ]


class SessionQuerySet(models.QuerySet):
    def taking_place(self):
        return self.filter(status__in=[SessionStatus.PLANNED, SessionStatus.HELD])

    def held(self):
        return self.filter(status=SessionStatus.HELD)


class Session(models.Model):
    """A half-day (or shorter) slot of a run. Personal data: none."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(CourseRun, models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=150, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    planned_minutes = models.PositiveSmallIntegerField(_("planned minutes"))
    status = models.CharField(
        _("status"), max_length=12, choices=SessionStatus.choices, default=SessionStatus.PLANNED
    )
    status_reason = models.CharField(_("reason"), max_length=200, blank=True)
    closed_at = models.DateTimeField(_("register closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="session_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(planned_minutes__gte=1), name="session_has_minutes"
            ),
            models.UniqueConstraint(
                fields=["run", "starts_at"],
                condition=~models.Q(status__in=["cancelled", "postponed"]),
                name="one_session_at_a_time_in_a_run",
            ),
        ]
        indexes = [models.Index(fields=["starts_at"], name="session_start")]

    def __str__(self):
        return f"{self.run} {timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    @property
    def day(self):
        """The local calendar day of the session."""
        return timezone.localtime(self.starts_at).date()

    @property
    def is_closed(self):
        return self.closed_at is not None
