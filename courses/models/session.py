"""Sessions: the half-day (or shorter) slots of a run, who trained, and counts without names."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.choices import Recording, Role, SessionCause, SessionStatus


class SessionQuerySet(models.QuerySet):
    def taking_place(self):
        return self.filter(status__in=[SessionStatus.PLANNED, SessionStatus.HELD])

    def held(self):
        return self.filter(status=SessionStatus.HELD)

    def named(self):
        """Sessions with a register of names; the others only count heads."""
        return self.filter(recording=Recording.NAMED)

    def counted(self):
        """Sessions in which heads are counted and nobody's name is taken."""
        return self.filter(recording=Recording.HEADCOUNT)


class Session(models.Model):
    """A slot of a run. A postponed one points to the session that took its place.

    `cascade_of` is the completed enrolment by which the person who led it became a trainer: what
    she passes on is counted as indirect reach. `self_marking_since` is when the trainer let people
    mark themselves, see `queries.self_marking`. `chain_length` and `chain_digest` end the chain of
    its register, see `rules.chain`. Personal data: none but who led a cascade session.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey("courses.CourseRun", models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=150, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    planned_minutes = models.PositiveSmallIntegerField(_("planned minutes"))
    venue = models.ForeignKey(
        "courses.Venue",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("venue"),
        help_text=_("Only where it is not the venue of the run."),
    )
    recording = models.CharField(
        _("what is recorded"),
        max_length=10,
        choices=Recording.choices,
        default=Recording.NAMED,
    )
    status = models.CharField(
        _("status"), max_length=12, choices=SessionStatus.choices, default=SessionStatus.PLANNED
    )
    status_cause = models.CharField(
        _("cause"), max_length=12, choices=SessionCause.choices, blank=True
    )
    status_reason = models.CharField(_("reason"), max_length=200, blank=True)
    postponed_to = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="postponed_from",
        verbose_name=_("held instead"),
    )
    cascade_of = models.ForeignKey(
        "courses.Enrollment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cascade_sessions",
        verbose_name=_("passes on the training of"),
    )
    trainers = models.ManyToManyField(
        "courses.Person", through="courses.SessionTrainer", related_name="led_sessions"
    )
    notes = models.TextField(_("notes"), max_length=2000, blank=True)
    closed_at = models.DateTimeField(_("register closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )

    self_marking_since = models.DateTimeField(null=True, editable=False)
    chain_length = models.PositiveIntegerField(default=0, editable=False)
    chain_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(planned_minutes__gte=1), name="session_has_minutes"),
            models.UniqueConstraint(
                fields=["run", "starts_at"],
                condition=~Q(status__in=["cancelled", "postponed"]),
                name="one_session_at_a_time_in_a_run",
            ),
            models.CheckConstraint(
                condition=Q(cascade_of=None) | Q(recording=Recording.HEADCOUNT),
                name="cascade_session_counts_heads",
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

    @property
    def counts_heads(self):
        return self.recording == Recording.HEADCOUNT

    @property
    def is_called_off(self):
        """Cancelled or postponed: it does not take place at its time."""
        return self.status in (SessionStatus.CANCELLED, SessionStatus.POSTPONED)

    @property
    def place(self):
        """Where it is held: its own venue, else that of the run."""
        return self.venue or self.run.venue


class SessionTrainer(models.Model):
    """Who trained in one session, where it is not all trainers of the run.

    Personal data: who trained.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="session_trainers")
    person = models.ForeignKey("courses.Person", models.PROTECT, related_name="session_trainings")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="trainer_once_per_session")
        ]


class Headcount(models.Model):
    """How many people of one role were in a session without names. Personal data: none, only sums;
    never added to unique people."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="headcounts")
    role = models.CharField(_("role"), max_length=30, choices=Role.choices, blank=True)
    women = models.PositiveIntegerField(_("women"), default=0)
    men = models.PositiveIntegerField(_("men"), default=0)
    another = models.PositiveIntegerField(_("another"), default=0)
    unknown = models.PositiveIntegerField(_("not stated"), default=0)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("count of a session")
        verbose_name_plural = _("counts of sessions")
        constraints = [
            models.UniqueConstraint(fields=["session", "role"], name="role_counted_once")
        ]

    @property
    def total(self) -> int:
        return self.women + self.men + self.another + self.unknown

    def __str__(self):
        return f"{self.session}: {self.total}"
