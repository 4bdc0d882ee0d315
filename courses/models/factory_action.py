"""What an organization agreed to do after a training, and what shows that it did."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.choices import ActionState, Sector
from courses.models.evidence import KeptFile


class FactoryActionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=ActionState.OPEN)

    def overdue_on(self, day):
        return self.open().filter(due_on__lt=day)


class FactoryAction(models.Model):
    """An item of the action plan of an organization, agreed on a run.

    `sector` and `province` are those of the organization when it agreed. `seen_on` is the day on
    which somebody saw that it is done; `revision` counts the changes, so that a form that was left
    open overwrites nothing. Personal data: none but who wrote and who closed it; roles are asked
    for, not names.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(
        "courses.CourseRun", models.PROTECT, related_name="factory_actions", verbose_name=_("run")
    )
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        related_name="factory_actions",
        verbose_name=_("organization"),
    )
    sector = models.CharField(_("sector"), max_length=20, choices=Sector.choices, blank=True)
    province = models.ForeignKey(
        "courses.Province", models.PROTECT, null=True, related_name="+", verbose_name=_("province")
    )
    text = models.TextField(_("what will be done"))
    topic = models.ForeignKey(
        "courses.Topic", models.SET_NULL, null=True, related_name="+", verbose_name=_("topic")
    )
    responsible = models.CharField(_("who is responsible"), max_length=150)
    agreed_on = models.DateField(_("agreed on"))
    due_on = models.DateField(_("due on"))
    state = models.CharField(
        _("state"), max_length=8, choices=ActionState.choices, default=ActionState.OPEN
    )
    seen_on = models.DateField(_("seen done on"), null=True)
    seen_by = models.CharField(_("seen by"), max_length=150, blank=True)
    seen_note = models.TextField(_("what was seen"), blank=True)
    dropped_on = models.DateField(_("dropped on"), null=True)
    dropped_reason = models.CharField(_("why it was dropped"), max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("closed by"),
    )

    objects = FactoryActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("action of a factory")
        verbose_name_plural = _("actions of factories")
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("agreed_on")), name="an_action_is_due_after_it_is_agreed"
            ),
            models.CheckConstraint(
                condition=Q(state=ActionState.DONE, seen_on__gte=F("agreed_on")) & ~Q(seen_by="")
                | ~Q(state=ActionState.DONE) & Q(seen_on=None),
                name="a_done_action_was_seen",
            ),
            models.CheckConstraint(
                condition=Q(state=ActionState.DROPPED, dropped_on__isnull=False)
                & ~Q(dropped_reason="")
                | ~Q(state=ActionState.DROPPED) & Q(dropped_on=None, dropped_reason=""),
                name="a_dropped_action_says_why",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="actions_by_state_and_day")]

    def __str__(self):
        return f"{self.organization} {self.due_on:%Y-%m-%d}"

    @property
    def is_open(self):
        return self.state == ActionState.OPEN

    @property
    def is_done(self):
        return self.state == ActionState.DONE


class ActionEvidence(KeptFile):
    """A file that shows that an action of a factory is done.

    Personal data: faces; kept until the term in COURSES_KEEP_EVIDENCE_DAYS, and seen by trainers of
    the run and staff only. The action stays done when its file goes.
    """

    action = models.ForeignKey(FactoryAction, models.PROTECT, related_name="evidence")

    class Meta:
        ordering = ["uploaded_at", "pk"]
        verbose_name = _("evidence of an action")
        verbose_name_plural = _("evidence of actions")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "sha256"], name="a_file_is_kept_once_per_action"
            )
        ]
        indexes = [models.Index(fields=["uploaded_at"], name="action_evidence_by_age")]

    def __str__(self):
        return f"{self.action} {self.uploaded_at:%Y-%m-%d}"
