"""Enrolments: a person on a run, with job and place as they were then."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.choices import (
    EnrollmentSource,
    EnrollmentStatus,
    ParallelForm,
    Role,
    Sector,
    WithdrawalCause,
)


class EnrollmentQuerySet(models.QuerySet):
    def enrolled(self):
        return self.filter(status=EnrollmentStatus.ENROLLED)

    def waiting(self):
        """Waiting list in its order."""
        return self.filter(status=EnrollmentStatus.WAITLISTED).order_by("status_since", "pk")

    def standing(self):
        """All but those that were merged into another enrolment of the same person."""
        return self.exclude(status=EnrollmentStatus.MERGED)

    def offered(self):
        """Who was offered a free seat and has not answered yet."""
        return self.filter(status=EnrollmentStatus.OFFERED)

    def holding_seats(self, now=None):
        """Who uses a seat of the run, or is asked whether to take one; with `now` only those with
        time left to answer."""
        asked = Q(status=EnrollmentStatus.OFFERED)
        if now is not None:
            asked &= Q(offer_ends_at__gt=now)
        return self.filter(Q(status=EnrollmentStatus.ENROLLED) | asked)

    def run_out(self, now):
        """Offers that nobody answered in time."""
        return self.offered().filter(offer_ends_at__lte=now)

    def requested(self):
        return self.filter(status=EnrollmentStatus.REQUESTED).order_by("status_since", "pk")


class Enrollment(models.Model):
    """A person on a run. Role, employer, sector and province are snapshots: later changes of the
    person leave them alone. `confirmed_at` is when the person last got a seat, whatever became of
    it; `offer_ends_at` until when a seat is offered; who came instead of another `substitutes` her,
    and takes over the moment in which she got the seat. `first_form` is the form of the test that
    is hers at the beginning; the other one is hers at the end.
    Personal data: the job at the time; kept for the training record.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(
        "courses.CourseRun", models.PROTECT, related_name="enrollments", verbose_name=_("run")
    )
    person = models.ForeignKey(
        "courses.Person", models.PROTECT, related_name="enrollments", verbose_name=_("person")
    )
    status = models.CharField(_("status"), max_length=12, choices=EnrollmentStatus.choices)
    status_since = models.DateTimeField(_("since"), default=timezone.now)
    status_cause = models.CharField(
        _("cause"), max_length=12, choices=WithdrawalCause.choices, blank=True
    )
    status_reason = models.CharField(_("reason"), max_length=200, blank=True)
    source = models.CharField(_("came by"), max_length=12, choices=EnrollmentSource.choices)
    role = models.CharField(_("role"), max_length=30, choices=Role.choices, blank=True)
    employer = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enrollments",
        verbose_name=_("organization"),
    )
    employer_text = models.CharField(
        _("organization as told"),
        max_length=150,
        blank=True,
        help_text=_("When the organization is not in the list."),
    )
    sector = models.CharField(_("sector"), max_length=20, choices=Sector.choices, blank=True)
    province = models.ForeignKey(
        "courses.Province",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enrollments",
        verbose_name=_("province of the workplace"),
    )
    invitation = models.ForeignKey(
        "courses.Invitation",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="enrollments",
        verbose_name=_("nominated by invitation"),
    )
    confirmed_at = models.DateTimeField(_("got a seat"), null=True, blank=True, editable=False)
    offer_ends_at = models.DateTimeField(_("offered until"), null=True, blank=True, editable=False)
    substitutes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="substitute",
        verbose_name=_("came instead of"),
    )
    reservation = models.ForeignKey(
        "courses.SeatReservation",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="enrollments",
        verbose_name=_("uses a seat kept for"),
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_enrollments",
        verbose_name=_("merged into"),
    )
    task_done_on = models.DateField(_("task done on"), null=True, blank=True)
    first_form = models.CharField(
        _("first form of the test"),
        max_length=1,
        choices=ParallelForm.choices,
        blank=True,
        editable=False,
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="person_once_per_run"),
            models.CheckConstraint(
                condition=Q(status=EnrollmentStatus.MERGED, merged_into__isnull=False)
                | ~Q(status=EnrollmentStatus.MERGED) & Q(merged_into=None),
                name="merged_enrollment_says_into_which",
            ),
            models.CheckConstraint(
                condition=Q(status=EnrollmentStatus.OFFERED, offer_ends_at__isnull=False)
                | ~Q(status=EnrollmentStatus.OFFERED) & Q(offer_ends_at=None),
                name="offered_seat_says_until_when",
            ),
        ]
        indexes = [models.Index(fields=["run", "status"], name="enrollment_of_run")]

    def __str__(self):
        return f"{self.person} – {self.run}"
