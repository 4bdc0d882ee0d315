"""Files with personal data that were taken away: who, when, what, and what for."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, time_of
from courses.admin.menu import ORDER
from courses.models import ExportLog


class ExportFilterSet(filters.RecordFilterSet):
    purpose = filters.choices_of(ExportLog, "purpose")
    period = filters.days("taken_at", _("Taken"))

    class Meta:
        model = ExportLog
        fields = []


class ExportLogViewSet(RecordViewSet):
    model = ExportLog
    policy = permissions.exports
    actions = ("view",)
    related = ("taken_by",)
    icon = "download"
    menu_label = _("Files taken away")
    menu_name = "training-files"
    menu_order = ORDER["files"]
    ordering = ("-taken_at", "-pk")
    filterset_class = ExportFilterSet
    inspect_view_fields = (
        "taken_at",
        "taken_by",
        "what",
        "file_format",
        "filters",
        "rows",
        "purpose",
        "detail",
    )
    list_display = (
        RecordColumn(
            "taken",
            label=_("Taken"),
            accessor=lambda file: time_of(file.taken_at),
            sort_key="taken_at",
        ),
        Column("by", label=_("By"), accessor="taken_by"),
        Column("what", label=_("What"), sort_key="what"),
        Column("file_format", label=_("Format")),
        NumberColumn("rows", label=_("Rows"), sort_key="rows"),
        Column("purpose", label=_("What for"), accessor="get_purpose_display", sort_key="purpose"),
        Column("detail", label=_("For what exactly")),
    )
    exported = (
        (_("Taken"), "taken_at"),
        (_("By"), "taken_by"),
        (_("What"), "what"),
        (_("Format"), "file_format"),
        (_("Rows"), "rows"),
        (_("What for"), "get_purpose_display"),
        (_("For what exactly"), "detail"),
    )

    def search(self, rows, words):
        return rows.filter(detail__icontains=words) | rows.filter(what__icontains=words)
