"""Courses in the admin: what is true of a course in every language."""

import django_filters
from django import forms
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import CodeLinkColumn, NumberColumn, RecordColumn, days_of, hours_of
from courses.admin.course_rule import CourseRuleView
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.rubrics import BegunRubrics, RubricField, rubric_section
from courses.admin.views import ListView, RecordView, Section
from courses.choices import GenderPillar, Role
from courses.forms.rule_change import WholeTask
from courses.models import Course
from courses.queries.records import courses_found, with_offers


class CourseFilterSet(filters.RecordFilterSet):
    topics = filters.topics("topics")
    audience = django_filters.MultipleChoiceFilter(
        label=_("Audience"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        method="made_for",
    )
    gender_pillars = django_filters.MultipleChoiceFilter(
        label=_("Pillars of gender equality"),
        choices=GenderPillar.choices,
        widget=forms.CheckboxSelectMultiple,
        method="made_for",
    )

    class Meta:
        model = Course
        fields = ["gives_certificate", "is_archived"]

    def made_for(self, rows, name, codes):
        """Codes are few and courses too: read in Python, so that every database agrees."""
        wanted = set(codes)
        meant = [pk for pk, listed in rows.values_list("pk", name) if wanted & {*listed}]
        return rows.filter(pk__in=meant)


class CourseForm(WholeTask, WagtailAdminModelForm):
    """Roles, topics, outcomes and pillars as boxes to tick."""

    audience = forms.MultipleChoiceField(
        label=_("Audience"),
        required=False,
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Roles that the course is made for."),
    )
    gender_pillars = forms.MultipleChoiceField(
        label=_("Pillars of gender equality"),
        required=False,
        choices=GenderPillar.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Reports count by them. Leave empty when the course serves none."),
    )

    task_rubric = RubricField(
        label=_("Rubric"),
        help_text=_("With a rubric a trainer marks the task. Without one it is ticked when done."),
    )

    def clean_code(self):
        return self.cleaned_data["code"].upper()


class CourseListView(ListView):
    """A trainer sees all courses and may edit some."""

    def get_edit_url(self, instance):
        if instance.pk in self.changeable:
            return super().get_edit_url(instance)

    @cached_property
    def changeable(self):
        rows = permissions.courses.changeable_by(self.request.user)
        return set(rows.values_list("pk", flat=True))


class CourseRecordView(RecordView):
    """A course with its rule and its runs."""

    def get_facts(self):
        course = self.object
        return [
            (_("Hours"), hours_of(course.planned_minutes)),
            (_("Audience"), _in_words(course.audience, Role)),
            (_("Pillars of gender equality"), _in_words(course.gender_pillars, GenderPillar)),
        ]

    def get_sections(self):
        columns = [
            CodeLinkColumn(
                "code", label=_("Run"), get_url=lambda run: record_address("runs", run.pk)
            ),
            Column("host", label=_("Host organization")),
            Column(
                "days", label=_("Days"), accessor=lambda run: days_of(run.starts_on, run.ends_on)
            ),
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display"),
        ]
        runs = permissions.runs.rows_for(self.request.user).filter(course=self.object)
        rows = list(runs.select_related("host"))
        found = [Section(_("Runs"), columns, rows, _("No run is planned yet."))]
        return [rubric_section(self.object), *found] if self.object.needs_task else found


def _in_words(codes, choices):
    """The words of a list of codes; one that is none of the choices (any more) has none."""
    return ", ".join(str(choices(code).label) for code in codes if code in choices.values)


RULE_PANEL = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("min_attendance_percent"), FieldPanel("min_sessions")]),
        FieldRowPanel([FieldPanel("min_quiz_percent"), FieldPanel("min_test_percent")]),
        FieldPanel("needs_lessons"),
        FieldPanel("needs_task"),
        FieldRowPanel([FieldPanel("task_en"), FieldPanel("task_km")]),
        FieldRowPanel([FieldPanel("task_kind"), FieldPanel("task_pass_percent")]),
        FieldPanel("task_rubric"),
    ],
    heading=_("What must be done to complete it"),
    help_text=_("Everything that is filled in must be met."),
)


def panels(rule):
    """The panels of a course, with what stands for its rule."""
    return ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("code"),
                    FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_km")]),
                    FieldPanel("planned_minutes"),
                ],
                heading=_("Course"),
                help_text=_("What is true in every language. The texts stand on its pages."),
            ),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            FieldPanel("audience"),
            FieldPanel("outcomes", widget=forms.CheckboxSelectMultiple),
            FieldPanel("gender_pillars"),
            rule,
            MultiFieldPanel(
                [FieldPanel("gives_certificate"), FieldPanel("validity_months")],
                heading=_("Certificate"),
            ),
            FieldPanel("is_archived"),
        ],
        base_form_class=CourseForm,
    )


class CourseViewSet(BegunRubrics, RecordViewSet):
    model = Course
    policy = permissions.courses
    icon = "doc-full"
    menu_label = _("Courses")
    menu_name = "training-courses"
    menu_order = ORDER["courses"]
    archive_hint = _("Tick “archived” instead: no new run can be planned, and reports keep it.")
    filterset_class = CourseFilterSet
    index_view_class = CourseListView
    inspect_view_class = CourseRecordView
    inspect_view_fields = (
        "code",
        "title_en",
        "title_km",
        "topics",
        "outcomes",
        "min_attendance_percent",
        "min_sessions",
        "min_quiz_percent",
        "min_test_percent",
        "needs_lessons",
        "needs_task",
        "task_kind",
        "task",
        "task_pass_percent",
        "gives_certificate",
        "validity_months",
        "is_archived",
    )
    list_display = (
        RecordColumn("code", label=_("Code"), sort_key="code", classname="sala-code"),
        Column("title", label=_("Title"), sort_key="title_en"),
        Column(
            "hours",
            label=_("Hours"),
            accessor=lambda course: hours_of(course.planned_minutes),
            sort_key="planned_minutes",
        ),
        NumberColumn("runs_count", label=_("Runs")),
        NumberColumn("live_pages", label=_("Pages published")),
        StatusTagColumn(
            "is_archived",
            label=_("Status"),
            accessor=lambda course: _("Archived") if course.is_archived else _("Offered"),
            primary=lambda course: not course.is_archived,
            sort_key="is_archived",
        ),
    )
    exported = (
        (_("Code"), "code"),
        (_("English title"), "title_en"),
        (_("Khmer title"), "title_km"),
        (_("Planned minutes"), "planned_minutes"),
        (_("Certificate valid for, in months"), "validity_months"),
        (_("Runs"), "runs_count"),
        (_("Pages published"), "live_pages"),
        (_("Archived"), "is_archived"),
    )
    edit_handler = panels(RULE_PANEL)

    def get_edit_view_kwargs(self, **kwargs):
        """The rule of a course that is there is changed on a screen of its own."""
        panel = panels(HelpPanel(template="courses/panels/course_rule.html"))
        panel = panel.bind_to_model(self.model)
        kwargs = {"panel": panel, "form_class": panel.get_form_class(), **kwargs}
        return super().get_edit_view_kwargs(**kwargs)

    @cached_property
    def rule_view(self):
        return self.construct_view(CourseRuleView)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("rule/<str:pk>/", self.rule_view, name="rule")]

    def links(self, row, user):
        found = super().links(row, user)
        if not self.policy.may(user, "change", row):
            return found
        address = reverse(self.get_url_name("rule"), args=[row.pk])
        return [*found, (_("Rule…"), address, "tick")]

    def rows(self, user):
        return with_offers(super().rows(user))

    def search(self, rows, words):
        return courses_found(rows, words)
