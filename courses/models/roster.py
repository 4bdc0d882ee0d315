"""Standing rosters: who belongs to a group that meets again and again."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.bilingual import BilingualName


class Roster(BilingualName):
    """A group whose members come to every meeting, such as a contact group of unions.

    Personal data: none; its members are.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(
        "courses.Course",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rosters",
        verbose_name=_("course"),
        help_text=_("The series that the group usually comes to."),
    )

    class Meta:
        ordering = ["name_en", "pk"]
        verbose_name = _("standing roster")
        verbose_name_plural = _("standing rosters")


class RosterMemberQuerySet(models.QuerySet):
    def on(self, day):
        """Who belongs to the group on a day."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day)
        )


class RosterMember(models.Model):
    """A person in a group, for an organization; an alternate comes when the member cannot.

    Personal data: membership, and for which organization.
    """

    roster = models.ForeignKey(
        Roster, models.CASCADE, related_name="members", verbose_name=_("standing roster")
    )
    person = models.ForeignKey(
        "courses.Person", models.PROTECT, related_name="roster_places", verbose_name=_("person")
    )
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="roster_members",
        verbose_name=_("comes for"),
    )
    is_alternate = models.BooleanField(_("alternate"), default=False)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = RosterMemberQuerySet.as_manager()

    class Meta:
        ordering = ["is_alternate", "pk"]
        verbose_name = _("member of a roster")
        verbose_name_plural = _("members of rosters")
        constraints = [
            models.UniqueConstraint(fields=["roster", "person"], name="member_once_per_roster"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.roster}"
