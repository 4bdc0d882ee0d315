"""Sessions in the admin: find, read and export them. Marks are made in the register."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import (
    CodeColumn,
    LinkColumn,
    NumberColumn,
    RecordColumn,
    person_name,
    time_of,
)
from courses.admin.links import record_address, session_links
from courses.admin.menu import ORDER
from courses.admin.views import RecordView, Section
from courses.choices import SessionStatus
from courses.models import Session
from courses.queries.organization_facts import name_then, with_name_then
from courses.queries.records import sessions_found, with_presence


class SessionFilterSet(filters.RecordFilterSet):
    course = filters.courses("run__course")
    status = filters.choices_of(Session, "status")
    province = filters.provinces("run__province")
    starts_at = filters.days("starts_at", _("Day"))

    class Meta:
        model = Session
        fields = []


class SessionRecordView(RecordView):
    """A session with its marks."""

    def get_facts(self):
        return [(_("Run"), self.object.run.code), (_("Course"), self.object.run.course.title)]

    def get_sections(self):
        columns = [
            LinkColumn(
                "name",
                label=_("Name"),
                accessor=lambda mark: person_name(mark.enrollment.person),
                get_url=lambda mark: record_address("enrolments", mark.enrollment_id),
            ),
            StatusTagColumn("presence", label=_("Presence"), accessor="get_presence_display"),
            BooleanColumn("is_self_reported", label=_("Self-reported")),
            NumberColumn("credited_minutes", label=_("Minutes credited")),
            Column("reason", label=_("Reason")),
            Column("marked", label=_("Marked"), accessor=lambda mark: time_of(mark.marked_at)),
        ]
        marks = self.object.attendances.standing().select_related("enrollment__person")
        marks = marks.order_by("enrollment__person__sort_key", "pk")
        return [Section(_("Marks"), columns, list(marks), _("Nobody is marked yet."))]


def _host(session):
    """Who hosted the run, by the name of that time."""
    return name_then(session, session.run.host)


class SessionViewSet(RecordViewSet):
    model = Session
    policy = permissions.sessions
    actions = ("view", "change")
    related = ("run__course", "run__host", "run__province")
    icon = "date"
    menu_label = _("Sessions")
    menu_name = "training-sessions"
    menu_order = ORDER["sessions"]
    ordering = ("-starts_at", "-pk")
    filterset_class = SessionFilterSet
    inspect_view_class = SessionRecordView
    inspect_view_fields = (
        "title",
        "starts_at",
        "ends_at",
        "planned_minutes",
        "recording",
        "status",
        "status_cause",
        "status_reason",
        "venue",
        "cascade_of",
        "closed_at",
        "closed_by",
    )
    list_display = (
        RecordColumn(
            "starts_at",
            label=_("Begins"),
            accessor=lambda session: time_of(session.starts_at),
            sort_key="starts_at",
        ),
        CodeColumn("run", label=_("Run"), accessor="run.code", sort_key="run__code"),
        Column("course", label=_("Course"), accessor="run.course.title"),
        Column("host", label=_("Host organization"), accessor=_host),
        Column("province", label=_("Province"), accessor="run.province"),
        NumberColumn("planned_minutes", label=_("Minutes"), sort_key="planned_minutes"),
        NumberColumn("here", label=_("Here")),
        NumberColumn("enrolled", label=_("Enrolled")),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda session: session.status == SessionStatus.HELD,
            sort_key="status",
        ),
    )
    exported = (
        (_("Run"), "run.code"),
        ("UUID", lambda session: str(session.uuid)),
        (_("Course"), "run.course.code"),
        (_("Title"), "title"),
        (_("Host organization"), _host),
        (_("Province"), "run.province.name"),
        (_("Begins"), "starts_at"),
        (_("Ends"), "ends_at"),
        (_("Planned minutes"), "planned_minutes"),
        (_("Here"), "here"),
        (_("Enrolled"), "enrolled"),
        (_("Status"), "get_status_display"),
        (_("Register closed"), "closed_at"),
    )
    panels = [FieldPanel("title")]

    def rows(self, user):
        return with_name_then(with_presence(super().rows(user)), "run__host", "run__starts_on")

    def search(self, rows, words):
        return sessions_found(rows, words)

    def links(self, row, user):
        return session_links(row)
