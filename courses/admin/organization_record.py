"""The record of one organization in the admin: where it stands, its names, numbers and past."""

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin.columns import (
    CodeLinkColumn,
    LinkColumn,
    NumberColumn,
    day_of,
    days_of,
)
from courses.admin.factory_actions import state_of
from courses.admin.links import record_address
from courses.admin.views import RecordView, Section
from courses.choices import OrganizationStatus
from courses.models import Organization
from courses.queries.organization_facts import former_names
from courses.queries.organization_tree import above, absorbed_by, members_of

#: A record names this many members; the list shows all of them.
MEMBERS = 100


class OrganizationRecordView(RecordView):
    """An organization with its place in the tree, names, headcounts, ids and the runs it hosted."""

    template_name = "courses/admin/organization.html"

    def get_facts(self):
        row = self.object
        return [
            (_("Stands below"), _links(above(row))),
            (_("Status"), row.get_status_display()),
            *self._closed(row),
            *self._merged(row),
        ]

    def _closed(self, row):
        if row.status != OrganizationStatus.CLOSED:
            return []
        return [(_("Closed on"), day_of(row.closed_on)), (_("Why"), row.closed_reason)]

    def _merged(self, row):
        if row.merged_into is None:
            return []
        since = day_of(row.merged_on) or _now("Always the same, entered twice")
        return [(_("Part of"), _links([row.merged_into])), (_("Since"), since)]

    def get_sections(self):
        sections = [
            self._names(),
            self._headcounts(),
            self._ids(),
            self._members(),
            self._absorbed(),
            self._runs(),
            self._actions(),
        ]
        return [section for section in sections if section.rows or section.empty]

    def _names(self):
        columns = [
            Column("name_en", label=_("In Latin letters")),
            Column("name_km", label=_("In Khmer")),
            Column("kind", label=_("What it is"), accessor="get_kind_display"),
            Column("from", label=_("From"), accessor=lambda name: day_of(name.starts_on)),
            Column("until", label=_("Until"), accessor=lambda name: day_of(name.ends_on)),
        ]
        rows = list(self.object.names.all())
        return Section(_("Other and former names"), columns, rows, _("It has no other name."))

    def _headcounts(self):
        columns = [
            Column("day", label=_("On this day"), accessor=lambda row: day_of(row.as_of)),
            NumberColumn("total", label=_("People")),
            NumberColumn("women", label=_("Women")),
            NumberColumn("men", label=_("Men")),
            Column("source", label=_("Source")),
        ]
        rows = list(self.object.headcounts.all())
        return Section(_("People employed"), columns, rows, _("No headcount is on record."))

    def _ids(self):
        columns = [Column("scheme", label=_("Whose register")), Column("value", label=_("Number"))]
        rows = list(self.object.external_ids.all())
        return Section(_("Numbers in other registers"), columns, rows, "")

    def _members(self):
        rows = list(members_of(self.object)[:MEMBERS])
        return Section(_("Members"), _columns_of_organizations(), rows, "")

    def _absorbed(self):
        columns = [
            *_columns_of_organizations(),
            Column("on", label=_("Merged on"), accessor=lambda row: day_of(row.merged_on)),
        ]
        rows = Organization.objects.filter(pk__in=absorbed_by(self.object))
        rows = list(rows.select_related("province"))
        return Section(_("Became part of this one"), columns, rows, "")

    def _runs(self):
        columns = [
            CodeLinkColumn(
                "code", label=_("Run"), get_url=lambda run: record_address("runs", run.pk)
            ),
            Column("course", label=_("Course"), accessor="course.title"),
            Column(
                "days", label=_("Days"), accessor=lambda run: days_of(run.starts_on, run.ends_on)
            ),
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display"),
        ]
        runs = permissions.runs.rows_for(self.request.user).filter(host=self.object)
        rows = list(runs.select_related("course"))
        return Section(_("Runs hosted"), columns, rows, _("No run was hosted here yet."))

    def _actions(self):
        columns = [
            LinkColumn(
                "text",
                label=_("What will be done"),
                get_url=lambda row: record_address("actions", row.pk),
            ),
            CodeLinkColumn(
                "run",
                label=_("Run"),
                accessor="run.code",
                get_url=lambda row: record_address("runs", row.run_id),
            ),
            Column("due", label=_("Due on"), accessor=lambda row: day_of(row.due_on)),
            StatusTagColumn(
                "state", label=_("State"), accessor=state_of, primary=lambda row: row.is_done
            ),
        ]
        rows = permissions.factory_actions.rows_for(self.request.user)
        rows = rows.filter(organization=self.object).select_related("run")
        return Section(_("Action plan"), columns, list(rows.order_by("-due_on", "-pk")), "")

    def get_context_data(self, **kwargs):
        row, undo_url = self.object, ""
        may = permissions.organizations.may(self.request.user, "change", row)
        former = former_names(row).first()
        if may and former and former.name_en and not row.merged_into_id:
            undo_url = reverse(self.viewset.get_url_name("undo_renaming"), args=[row.pk])
        return super().get_context_data(
            undo_url=undo_url,
            former=former,
            renamed_until=former and day_of(former.ends_on),
            **kwargs,
        )


def _columns_of_organizations():
    return [
        LinkColumn(
            "name",
            label=_("Name"),
            get_url=lambda row: record_address("organizations", row.pk),
        ),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("province", label=_("Province")),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda row: row.status == OrganizationStatus.ACTIVE,
        ),
    ]


def _links(organizations):
    """Names that lead to their records, the nearest first."""
    return format_html_join(
        " › ",
        '<a href="{}">{}</a>',
        ((record_address("organizations", row.pk), row.name) for row in organizations),
    )
