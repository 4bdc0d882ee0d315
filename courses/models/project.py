"""Projects: what a run is paid from, and for which donor it is counted."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.bilingual import BilingualName


class Project(BilingualName):
    """A project or grant; a run may belong to several. Personal data: none."""

    code = models.CharField(_("code"), max_length=24, unique=True)
    donor = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("donor"),
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="project_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            )
        ]
