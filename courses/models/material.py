"""Materials for trainers: guides, slides and hand-outs of a course, kept from the public."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from swapper import get_model_name
from wagtail.documents import get_document_model_string

from courses.models.bilingual import TitleOfLanguage


class CourseMaterial(TitleOfLanguage, models.Model):
    """A private page or a document that trainers need for a course, or for one of its sessions.

    `session_number` counts the sessions of a run from 1; without it the material is for all of
    them. Personal data: none.
    """

    course = models.ForeignKey(
        "courses.Course", models.CASCADE, related_name="materials", verbose_name=_("course")
    )
    title_en = models.CharField(_("title in English"), max_length=150)
    title_km = models.CharField(_("title in Khmer"), max_length=150, blank=True)
    session_number = models.PositiveSmallIntegerField(
        _("for session number"),
        null=True,
        blank=True,
        help_text=_("Leave empty when it is for the whole course."),
    )
    document = models.ForeignKey(
        get_document_model_string(),
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
        help_text=_("Put it into a collection that the public cannot see."),
    )
    page = models.ForeignKey(
        get_model_name("wagtailcore", "Page"),
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("A page whose privacy lets trainers in."),
    )

    class Meta:
        ordering = ["session_number", "title_en", "pk"]
        verbose_name = _("material for trainers")
        verbose_name_plural = _("materials for trainers")
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, page=None)
                | Q(document=None, page__isnull=False),
                name="material_is_a_document_or_a_page",
                violation_error_message=_("Choose either a document or a page."),
            ),
            models.CheckConstraint(
                condition=Q(session_number=None) | Q(session_number__gte=1),
                name="material_counts_sessions_from_one",
            ),
        ]

    def __str__(self):
        return self.title
