"""Organizations in the admin, and the window in which one is chosen."""

from django import forms
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.actions.organizations import place_organization
from courses.admin import filters
from courses.admin.base import RecordChooserViewSet, RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn
from courses.admin.menu import ORDER
from courses.admin.organization_record import OrganizationRecordView
from courses.admin.organization_verbs import (
    CloseView,
    MergeView,
    RenameView,
    ReopenView,
    UndoMergeView,
    UndoRenamingView,
)
from courses.admin.views import AddView, ChangeView
from courses.choices import OrganizationStatus
from courses.exceptions import Refused
from courses.models import Organization
from courses.queries.organization_facts import ids_in_words, names_in_words, with_workers
from courses.queries.organizations import best_first
from courses.queries.records import organizations_found
from courses.rules import khmer

NAMES = ("name_en", "name_km", "short_name")


class OrganizationFilterSet(filters.RecordFilterSet):
    kind = filters.choices_of(Organization, "kind")
    sector = filters.choices_of(Organization, "sector")
    province = filters.provinces("province")
    status = filters.choices_of(Organization, "status")

    class Meta:
        model = Organization
        fields = []


class OrganizationForm(WagtailAdminModelForm):
    """Names without what nobody can see."""

    def clean(self):
        answers = super().clean()
        for name in NAMES:
            answers[name] = khmer.clean(answers.get(name) or "")
        return answers


class StandsRight:
    """Saves an organization where it may stand; a "no" is told at the field."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Refused as no:
            self.produced_error_message = self.get_error_message()
            form.add_error("parent", forms.ValidationError(no.sentence, code=no.code))
            return self.form_invalid(form)

    def save_instance(self):
        place_organization(self.form.instance)
        return super().save_instance()


class OrganizationAddView(StandsRight, AddView):
    pass


class OrganizationChangeView(StandsRight, ChangeView):
    pass


class OrganizationViewSet(RecordViewSet):
    model = Organization
    policy = permissions.organizations
    related = ("province", "parent__merged_into")
    parts = ("names", "keys", "headcounts", "external_ids")
    icon = "site"
    menu_label = _("Organizations")
    menu_name = "training-organizations"
    menu_order = ORDER["organizations"]
    archive_hint = _("Close it instead: it can no longer be chosen, and reports keep it.")
    filterset_class = OrganizationFilterSet
    add_view_class = OrganizationAddView
    edit_view_class = OrganizationChangeView
    inspect_view_class = OrganizationRecordView
    inspect_view_fields = ("name_en", "name_km", "short_name", "kind", "sector", "province")
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        Column("short_name", label=_("Acronym"), sort_key="short_name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("sector", label=_("Sector"), accessor="get_sector_display", sort_key="sector"),
        Column("province", label=_("Province"), sort_key="province"),
        Column("parent", label=_("Belongs to"), accessor=lambda row: _parent(row) or ""),
        NumberColumn("workers", label=_("People employed"), sort_key="workers"),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda row: row.status == OrganizationStatus.ACTIVE,
            sort_key="status",
        ),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Acronym"), "short_name"),
        (_("Other and former names"), names_in_words),
        (_("Kind"), "get_kind_display"),
        (_("Sector"), "get_sector_display"),
        (_("Province"), "province.name"),
        (_("Belongs to"), lambda row: getattr(_parent(row), "name", "")),
        (_("Numbers in other registers"), ids_in_words),
        (_("People employed"), "workers"),
        (_("Women"), "workers_women"),
        (_("Men"), "workers_men"),
        (_("Headcount of the day"), "workers_on"),
        (_("Source of the headcount"), "workers_source"),
        (_("Status"), "get_status_display"),
        (_("Closed on"), "closed_on"),
        (_("Merged into"), "merged_into.name"),
        (_("Merged on"), "merged_on"),
    )
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_km")]),
                    FieldPanel("short_name"),
                ],
                heading=_("Name"),
                help_text=_(
                    "Correct a spelling here. When the organization was given another name, use"
                    " “Rename” on its record, so that the past keeps the former one."
                ),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("kind"),
                    FieldPanel("sector"),
                    FieldPanel("province"),
                    FieldPanel("parent"),
                    FieldPanel("is_national"),
                    FieldPanel("logo"),
                ],
                heading=_("What and where"),
            ),
            InlinePanel("names", heading=_("Other names"), label=_("Name")),
            InlinePanel(
                "headcounts",
                heading=_("People employed"),
                label=_("Headcount"),
                help_text=_("A number for a day, and who says so. Earlier numbers stay."),
            ),
            InlinePanel("external_ids", heading=_("Numbers in other registers"), label=_("Number")),
        ],
        base_form_class=OrganizationForm,
    )

    def rows(self, user):
        rows = super().rows(user).select_related("merged_into")
        return with_workers(rows).prefetch_related("names", "external_ids")

    def search(self, rows, words):
        return organizations_found(rows, words)

    @cached_property
    def verbs(self):
        """Views that do one verb with one organization, by the names of their addresses."""
        views = {
            "rename": RenameView,
            "undo_renaming": UndoRenamingView,
            "close": CloseView,
            "reopen": ReopenView,
            "merge": MergeView,
            "undo_merge": UndoMergeView,
        }
        return {name: self.construct_view(view) for name, view in views.items()}

    def chooser_widget(self):
        return OrganizationChooserViewSet("organizations").widget_class()

    def get_urlpatterns(self):
        verbs = (
            path(f"{name.replace('_', '-')}/<str:pk>/", view, name=name)
            for name, view in self.verbs.items()
        )
        return [*super().get_urlpatterns(), *verbs]

    def links(self, row, user):
        if not self.policy.may(user, "change", row):
            return []
        words = {
            OrganizationStatus.ACTIVE: [
                (_now("Rename…"), "rename", "edit"),
                (_now("Close…"), "close", "lock"),
                (_now("Merge…"), "merge", "group"),
            ],
            OrganizationStatus.CLOSED: [(_now("Open again…"), "reopen", "lock-open")],
            OrganizationStatus.MERGED: [(_now("Undo the merge…"), "undo_merge", "undo")],
        }[row.status]
        return [
            (label, reverse(self.get_url_name(name), args=[row.pk]), icon)
            for label, name, icon in words
        ]


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
        return best_first(organizations_found(rows, words), words)


def _parent(row):
    return row.parent and row.parent.standing
