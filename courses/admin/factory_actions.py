"""Actions of factories in the admin: find, read, export. Writing, closing and dropping them are
verbs of the run's own screens."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import (
    CodeLinkColumn,
    NumberColumn,
    RecordColumn,
    day_of,
    number_of,
    time_of,
)
from courses.admin.links import address, links, record_address
from courses.admin.menu import ORDER
from courses.admin.views import RecordView, Section
from courses.models import FactoryAction
from courses.queries.factory_actions import actions_found, done_by, with_files
from courses.rules.factory_actions import is_overdue


class FactoryActionFilterSet(filters.RecordFilterSet):
    state = filters.choices_of(FactoryAction, "state")
    overdue = django_filters.BooleanFilter(
        label=_("Overdue"),
        method=lambda rows, _field, is_late: (
            rows.overdue_on(timezone.localdate())
            if is_late
            else rows.exclude(pk__in=rows.overdue_on(timezone.localdate()).values("pk"))
        ),
    )
    organization = django_filters.CharFilter(
        label=_("Organization"),
        help_text=_("Part of a name, or its acronym."),
        method=lambda rows, _field, words: done_by(rows, words),
    )
    course = filters.courses("run__course")
    topic = filters.topics("topic")
    sector = filters.choices_of(FactoryAction, "sector")
    province = filters.provinces("province")
    due_on = filters.days("due_on", _("Due on"))
    seen_on = filters.days("seen_on", _("Seen done on"))

    class Meta:
        model = FactoryAction
        fields = []


def state_of(row):
    if is_overdue(row.is_open, row.due_on, timezone.localdate()):
        return _now("Overdue")
    return row.get_state_display()


class FactoryActionView(RecordView):
    """An action with the files that show that it is done."""

    def get_field_display_value(self, field_name, field):
        if field_name.endswith("_on"):
            return day_of(getattr(self.object, field_name)) or "–"
        return super().get_field_display_value(field_name, field)

    def get_facts(self):
        return [(_("State"), state_of(self.object))]

    def get_sections(self):
        columns = [
            Column("at", label=_("Kept since"), accessor=lambda file: time_of(file.uploaded_at)),
            Column("note", label=_("Note")),
            NumberColumn("size", label=_("Bytes")),
        ]
        files = list(self.object.evidence.all())
        return [Section(_("Evidence"), columns, files, _("No photo or PDF is kept."))]


class FactoryActionViewSet(RecordViewSet):
    model = FactoryAction
    policy = permissions.factory_actions
    actions = ("view",)
    related = ("organization", "run__course", "topic", "province")
    icon = "tasks"
    menu_label = _("Actions of factories")
    menu_name = "training-actions"
    menu_order = ORDER["actions"]
    ordering = ("-due_on", "-pk")
    filterset_class = FactoryActionFilterSet
    inspect_view_class = FactoryActionView
    inspect_view_fields = (
        "text",
        "organization",
        "run",
        "topic",
        "responsible",
        "agreed_on",
        "due_on",
        "seen_on",
        "seen_by",
        "seen_note",
        "dropped_on",
        "dropped_reason",
        "sector",
        "province",
        "written_by",
        "closed_by",
    )
    list_display = (
        RecordColumn("text", label=_("What will be done"), accessor="text"),
        Column(
            "organization",
            label=_("Organization"),
            accessor="organization.name",
            sort_key="organization__name_en",
        ),
        CodeLinkColumn(
            "run",
            label=_("Run"),
            accessor="run.code",
            sort_key="run__code",
            get_url=lambda row: record_address("runs", row.run_id),
        ),
        Column("responsible", label=_("Who is responsible")),
        Column(
            "due_on",
            label=_("Due on"),
            accessor=lambda row: day_of(row.due_on),
            sort_key="due_on",
        ),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=state_of,
            primary=lambda row: row.is_done,
            sort_key="state",
        ),
        NumberColumn("files", label=_("Files")),
    )
    exported = (
        ("UUID", lambda row: str(row.uuid)),
        (_("What will be done"), "text"),
        (_("Organization"), "organization.name"),
        (_("Kind"), "organization.get_kind_display"),
        (_("Sector"), "get_sector_display"),
        (_("Province"), "province.name"),
        (_("Run"), "run.code"),
        (_("Course"), "run.course.code"),
        (_("Topic"), "topic.name"),
        (_("Who is responsible"), "responsible"),
        (_("Agreed on"), "agreed_on"),
        (_("Due on"), "due_on"),
        (_("State"), state_of),
        (_("Seen done on"), "seen_on"),
        (_("Seen by"), "seen_by"),
        (_("What was seen"), "seen_note"),
        (_("Files"), lambda row: number_of(row.files)),
        (_("Dropped on"), "dropped_on"),
        (_("Why it was dropped"), "dropped_reason"),
    )

    def rows(self, user):
        return with_files(super().rows(user))

    def search(self, rows, words):
        return actions_found(rows, words)

    def links(self, row, user):
        own = address("courses:action", row.run.uuid, row.uuid)
        return links(
            (_now("Open the action"), own, "edit"),
            (_now("Open the record of the run"), record_address("runs", row.run_id), "calendar"),
        )
