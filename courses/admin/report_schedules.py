"""Scheduled reports in the admin: when they are due, where they go, and what became of each."""

from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn

from courses import permissions
from courses.actions.report_deliveries import TROUBLED, send_again
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, days_of, time_of
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.verbs import VerbView
from courses.admin.views import RecordView, Section
from courses.models import ReportDelivery, ReportSchedule

#: A monthly schedule of ten years.
SHOWN = 120


def state_of(row: ReportDelivery) -> str:
    return f"{row.get_status_display()}. {row.get_problem_display()}".strip(". ")


class ScheduleView(RecordView):
    """The schedule with every report that it made."""

    def get_sections(self):
        rows = self.object.deliveries.select_related("snapshot").defer(
            "snapshot__content", "snapshot__kept"
        )
        columns = [
            TitleColumn(
                "period",
                label=_("Period"),
                accessor=lambda row: days_of(row.starts_on, row.ends_on),
                get_url=lambda row: (
                    row.snapshot_id and record_address("snapshots", row.snapshot_id)
                ),
            ),
            Column("state", label=_("State"), accessor=state_of),
            Column("sent", label=_("Sent"), accessor=lambda row: time_of(row.sent_at)),
            Column("to", label=_("To"), accessor="sent_to"),
        ]
        empty = _now("No report was due yet.")
        return [Section(_now("Reports made"), columns, list(rows[:SHOWN]), empty)]


class SendAgainView(VerbView):
    """Lets what did not arrive be sent with the next round."""

    page_title = _("Send once more")
    button = _("Send once more")
    header_icon = "mail"
    warning = _(
        "What was not sent, or may have been sent, goes out with the next round. Ask first whether"
        " it arrived."
    )

    def act(self, form):
        send_again(self.object, by=self.request.user)
        return _now("It is sent with the next round."), self.address_of(self.object)


class ReportScheduleViewSet(RecordViewSet):
    model = ReportSchedule
    policy = permissions.report_schedules
    related = ("template",)
    parts = ()
    icon = "calendar-alt"
    menu_label = _("Scheduled reports")
    menu_name = "training-report-schedules"
    menu_order = ORDER["report_schedules"]
    inspect_view_class = ScheduleView
    inspect_view_fields = (
        *("template", "every", "begins_on", "days_after", "mailbox", "folder"),
        *("file_format", "language", "is_active"),
    )
    list_display = (
        RecordColumn("template", label=_("Report template"), accessor="template"),
        Column("every", label=_("How often"), accessor="get_every_display"),
        Column("to", label=_("To"), accessor="goes_to"),
        BooleanColumn("is_active", label=_("Is made by itself")),
        NumberColumn("troubles", label=_("Not sent")),
    )
    exported = (
        (_("Report template"), "template"),
        (_("How often"), "get_every_display"),
        (_("To"), "goes_to"),
        (_("Not sent"), "troubles"),
    )
    panels = [
        FieldPanel("template"),
        FieldRowPanel([FieldPanel("every"), FieldPanel("begins_on"), FieldPanel("days_after")]),
        FieldRowPanel([FieldPanel("mailbox"), FieldPanel("folder")]),
        FieldRowPanel([FieldPanel("file_format"), FieldPanel("language")]),
        FieldPanel("is_active"),
    ]

    def rows(self, user):
        troubled = Q(deliveries__status__in=TROUBLED)
        return super().rows(user).annotate(troubles=Count("deliveries", filter=troubled))

    def search(self, rows, words):
        return rows.filter(template__name__icontains=words)

    @cached_property
    def again_view(self):
        return self.construct_view(SendAgainView)

    def get_urlpatterns(self):
        again = path("again/<str:pk>/", self.again_view, name="again")
        return [*super().get_urlpatterns(), again]

    def links(self, row, user):
        if not self.policy.may(user, "change", row):
            return []
        again = reverse(self.get_url_name("again"), args=[row.pk])
        return [(_now("Send once more…"), again, "mail")]
