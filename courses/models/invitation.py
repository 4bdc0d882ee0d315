"""Invitations: an organization is asked to name people for a run, and whom it named."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.choices import Role, Sex


class Channel(models.TextChoices):
    """Who nominates, and so who may hear of it: nothing of one channel is told in the other."""

    EMPLOYER = "employer", _("As the employer")
    UNION = "union", _("As the union")


class NominationState(models.TextChoices):
    LISTED = "listed", _("Waits for a decision")
    TAKEN = "taken", _("Taken onto the run")
    REFUSED = "refused", _("Not taken")
    WITHDRAWN = "withdrawn", _("Taken off the list")


class InvitationState(models.TextChoices):
    """What the link of an invitation is good for."""

    OPEN = "open", _("Open for names")
    SHOWS = "shows", _("Shows what became of the names")
    OVER = "over", _("Link over")
    WITHDRAWN = "withdrawn", _("Link withdrawn")


class InvitationQuerySet(models.QuerySet):
    def usable_on(self, day):
        """Those whose link opens on the day."""
        return self.filter(revoked_at=None, expires_on__gte=day)


class Invitation(models.Model):
    """A link by which an organization names people for a run, without an account.

    `deadline` is the last day for changes; until `expires_on` the link still shows what became of
    the people. Only the fingerprint of the link's token is kept. Personal data: the name of the
    contact.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    run = models.ForeignKey(
        "courses.CourseRun", models.PROTECT, related_name="invitations", verbose_name=_("run")
    )
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        related_name="invitations",
        verbose_name=_("organization"),
    )
    channel = models.CharField(_("asked"), max_length=10, choices=Channel.choices)
    seats = models.PositiveSmallIntegerField(_("seats"))
    deadline = models.DateField(_("last day for names"))
    roles = models.JSONField(_("roles asked for"), default=list, blank=True)
    women_percent = models.PositiveSmallIntegerField(
        _("women asked for, per cent"), null=True, blank=True
    )
    message = models.TextField(_("message"), max_length=500, blank=True)
    contact_name = models.CharField(_("contact person"), max_length=100, blank=True)
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    expires_on = models.DateField(_("link works until"))
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last opened"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "organization", "channel"],
                condition=Q(revoked_at=None),
                name="organization_asked_once_by_channel",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="invitation_has_seats"),
            models.CheckConstraint(
                condition=Q(women_percent=None) | Q(women_percent__lte=100),
                name="women_asked_for_are_a_share",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=models.F("deadline")),
                name="link_outlives_the_deadline",
            ),
        ]

    def __str__(self):
        return f"{self.organization} – {self.run}"


class NominationQuerySet(models.QuerySet):
    def counting(self):
        """Those that use a seat of their organization."""
        return self.filter(state__in=(NominationState.LISTED, NominationState.TAKEN))

    def listed(self):
        return self.filter(state=NominationState.LISTED)


class Nomination(models.Model):
    """Somebody whom an organization named, as it wrote it. `form_key` tells a double click.

    `enrollment` is her place once a trainer took her; where she had it by another way before,
    `is_shared`, and then `had_to_wait` says whether a new person would have had to wait.
    Personal data: name, sex, year of birth, phone, job and employee number, as told by the
    organization; seen by it and by the trainers of the run.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    form_key = models.UUIDField(default=uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="nominations")
    name_km = models.CharField(_("Khmer name"), max_length=150, blank=True)
    family_name_latin = models.CharField(_("family name, Latin"), max_length=100, blank=True)
    given_name_latin = models.CharField(_("given name, Latin"), max_length=100, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex.choices, default=Sex.NOT_STATED)
    role = models.CharField(_("role"), max_length=30, choices=Role.choices, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    phone = models.CharField(_("phone"), max_length=120, blank=True)
    employee_number = models.CharField(_("employee number"), max_length=40, blank=True)
    employer_text = models.CharField(_("workplace as told"), max_length=150, blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=NominationState.choices,
        default=NominationState.LISTED,
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    enrollment = models.ForeignKey(
        "courses.Enrollment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name=_("enrolment"),
    )
    is_shared = models.BooleanField(default=False, editable=False)
    had_to_wait = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "form_key"], name="nominated_once_by_a_form"
            ),
            models.CheckConstraint(
                condition=~Q(name_km="", family_name_latin="", given_name_latin=""),
                name="nominated_person_has_a_name",
            ),
            models.CheckConstraint(
                condition=Q(state=NominationState.TAKEN, enrollment__isnull=False)
                | ~Q(state=NominationState.TAKEN) & Q(enrollment=None),
                name="taken_nomination_has_its_place",
            ),
        ]

    @property
    def name_latin(self):
        return f"{self.family_name_latin} {self.given_name_latin}".strip()

    @property
    def name(self):
        return self.name_km or self.name_latin

    def __str__(self):
        return self.name
