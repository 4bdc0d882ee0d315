"""Tests of courses in the admin: facts, and the questions of both forms in two languages."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn
from courses.admin.item_analysis import TEST_NAME
from courses.admin.menu import ORDER
from courses.models import KnowledgeTest
from courses.queries.records import titles_found


class TestFilterSet(filters.RecordFilterSet):
    course = filters.courses("course")

    class Meta:
        model = KnowledgeTest
        fields = ["is_archived"]


class TestViewSet(RecordViewSet):
    model = KnowledgeTest
    policy = permissions.tests
    related = ("course",)
    icon = "form"
    menu_label = _("Pre-tests and post-tests")
    menu_name = "training-tests"
    menu_order = ORDER["tests"]
    filterset_class = TestFilterSet
    inspect_view_fields = (
        *("title_en", "title_km", "course", "max_score", "pass_percent", "minutes", "is_archived"),
    )
    list_display = (
        RecordColumn("title", label=_("Title"), sort_key="title_en"),
        Column("course", label=_("Course"), accessor="course.title", sort_key="course__code"),
        NumberColumn("questions", label=_("Questions"), accessor=lambda row: len(row.asked)),
        NumberColumn("max_score", label=_("Most points")),
        NumberColumn("pass_percent", label=_("Pass mark, per cent")),
        StatusTagColumn(
            "is_archived",
            label=_("Status"),
            accessor=lambda row: _("Archived") if row.is_archived else _("Offered"),
            primary=lambda row: not row.is_archived,
        ),
    )
    exported = (
        (_("Title in English"), "title_en"),
        (_("Title in Khmer"), "title_km"),
        (_("Course"), "course.title"),
        (_("Most points"), "max_score"),
        (_("Pass mark, per cent"), "pass_percent"),
        (_("Minutes"), "minutes"),
    )
    panels = [
        FieldPanel("course"),
        FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_km")]),
        FieldRowPanel([FieldPanel("max_score"), FieldPanel("pass_percent"), FieldPanel("minutes")]),
        MultiFieldPanel(
            [FieldPanel("questions_a_en"), FieldPanel("questions_a_km")],
            heading=_("Form A"),
            help_text=_(
                "Both forms should be as hard as each other: half of the people have A before the"
                " training and B after it, the other half B and then A. Runs that have begun their"
                " test keep the questions with which they began."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel("questions_b_en"), FieldPanel("questions_b_km")], heading=_("Form B")
        ),
        FieldPanel("is_archived"),
    ]

    def links(self, row, user):
        if not self.policy.may(user, "change"):
            return []
        return [(_("How the questions work"), reverse(TEST_NAME, args=[row.pk]), "view")]

    def search(self, rows, words):
        return titles_found(rows, words)
