"""Organizations in the admin, and the window in which one is chosen."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordChooserViewSet, RecordViewSet
from courses.admin.columns import CodeLinkColumn, RecordColumn, days_of
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.views import RecordView, Section
from courses.models import Organization
from courses.queries.records import organizations_found


class OrganizationFilterSet(filters.RecordFilterSet):
    kind = filters.choices_of(Organization, "kind")
    sector = filters.choices_of(Organization, "sector")
    province = filters.provinces("province")

    class Meta:
        model = Organization
        fields = ["is_active"]


class OrganizationRecordView(RecordView):
    """An organization with the runs that it hosted."""

    def get_sections(self):
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
        return [Section(_("Runs hosted"), columns, rows, _("No run was hosted here yet."))]


class OrganizationViewSet(RecordViewSet):
    model = Organization
    policy = permissions.organizations
    related = ("province", "parent")
    icon = "site"
    menu_label = _("Organizations")
    menu_name = "training-organizations"
    menu_order = ORDER["organizations"]
    archive_hint = _("Untick “active” instead: it can no longer be chosen, and reports keep it.")
    filterset_class = OrganizationFilterSet
    inspect_view_class = OrganizationRecordView
    inspect_view_fields = (
        "name_en",
        "name_km",
        "short_name",
        "kind",
        "sector",
        "province",
        "parent",
        "is_active",
    )
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        Column("short_name", label=_("Acronym"), sort_key="short_name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("sector", label=_("Sector"), accessor="get_sector_display", sort_key="sector"),
        Column("province", label=_("Province"), sort_key="province"),
        Column("parent", label=_("Belongs to")),
        StatusTagColumn(
            "is_active",
            label=_("Status"),
            accessor=lambda row: _("Active") if row.is_active else _("Not active"),
            primary=lambda row: row.is_active,
            sort_key="is_active",
        ),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Acronym"), "short_name"),
        (_("Kind"), "get_kind_display"),
        (_("Sector"), "get_sector_display"),
        (_("Province"), "province.name"),
        (_("Belongs to"), "parent.name"),
        (_("Active"), "is_active"),
    )
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_km")]),
                FieldPanel("short_name"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("sector"),
                FieldPanel("province"),
                FieldPanel("parent"),
            ],
            heading=_("What and where"),
        ),
        FieldPanel("is_active"),
    ]

    def search(self, rows, words):
        return organizations_found(rows, words)


class OrganizationChooserViewSet(RecordChooserViewSet):
    model = Organization
    policy = permissions.organizations
    related = ("province",)
    icon = "site"
    choose_one_text = _("Choose an organization")
    choose_another_text = _("Choose another organization")
    edit_item_text = _("Edit this organization")

    def rows(self, user):
        return super().rows(user).active()

    def search(self, rows, words):
        return organizations_found(rows, words)
