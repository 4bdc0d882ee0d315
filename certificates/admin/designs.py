"""Designs of certificates in the admin: find, look at, edit, copy and move them as files."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.widgets.button import HeaderButton

from certificates import permissions
from certificates.admin.design_verbs import (
    AddPicture,
    ArchiveDesign,
    ChooseCourses,
    CopyDesign,
    EditDesign,
    ExportDesign,
    FromFile,
    ShowDesign,
    SketchDesign,
)
from certificates.models import Design
from certificates.queries.designs import courses_with, revisions_of
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, time_of
from courses.admin.menu import ORDER
from courses.admin.views import ListView, RecordView, Section

VERBS = {
    "sketch": SketchDesign,
    "show": ShowDesign,
    "export": ExportDesign,
    "copy_design": CopyDesign,
    "archive": ArchiveDesign,
    "courses": ChooseCourses,
}
#: Verbs without a design, by their names: label and icon of the button above the list.
ABOVE = {
    "from_file": (FromFile, _("New from a file"), "upload"),
    "add_picture": (AddPicture, _("Add picture"), "image"),
}


class DesignList(ListView):
    """What needs no design stands above the list."""

    @cached_property
    def header_buttons(self):
        if not self.viewset.policy.may(self.request.user, "change"):
            return []
        return [
            HeaderButton(label, url=reverse(self.viewset.get_url_name(name)), icon_name=icon)
            for name, (_view, label, icon) in ABOVE.items()
        ]


class DesignFilterSet(filters.RecordFilterSet):
    kind = filters.choices_of(Design, "kind")

    class Meta:
        model = Design
        fields = ["is_archived"]


class DesignRecordView(RecordView):
    """A design as it looks, with its revisions."""

    def get_facts(self):
        show = reverse(self.viewset.get_url_name("show"), args=[self.object.pk])
        look = format_html(
            '<img src="{}" alt="{}" width="640">', show, _now("The page with sample texts")
        )
        courses = ", ".join(str(course) for course in courses_with(self.object))
        return [(_("Courses"), courses), (_("Look"), look)]

    def get_sections(self):
        columns = [
            NumberColumn("number", label=_("Revision")),
            Column("saved", label=_("Saved"), accessor=lambda row: time_of(row.made_at)),
            Column("by", label=_("Saved by"), accessor=lambda row: row.made_by or ""),
            NumberColumn("printed", label=_("Certificates")),
            Column("sha256", label=_("Fingerprint"), accessor=lambda row: row.sha256[:16]),
        ]
        rows = list(revisions_of(self.object))
        return [Section(_("Revisions"), columns, rows, _("It was never saved."))]


class DesignViewSet(RecordViewSet):
    model = Design
    policy = permissions.designs
    actions = ("view", "change")
    form_fields = ()
    icon = "palette"
    menu_label = _("Designs of certificates")
    menu_name = "training-designs"
    menu_order = ORDER["certificates"] + 2
    ordering = ("name", "pk")
    filterset_class = DesignFilterSet
    index_view_class = DesignList
    edit_view_class = EditDesign
    inspect_view_class = DesignRecordView
    inspect_view_fields = ("name", "kind", "is_archived")
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        StatusTagColumn(
            "is_archived",
            label=_("Status"),
            accessor=lambda design: _("Archived") if design.is_archived else _("Offered"),
            primary=lambda design: not design.is_archived,
            sort_key="is_archived",
        ),
    )
    exported = ((_("Name"), "name"), (_("Kind"), "get_kind_display"))

    def search(self, rows, words):
        return rows.filter(name__icontains=words)

    def get_urlpatterns(self):
        verbs = [
            path(f"{name}/<str:pk>/", self.construct_view(view), name=name)
            for name, view in VERBS.items()
        ]
        above = [
            path(f"{name}/", self.construct_view(view), name=name)
            for name, (view, _label, _icon) in ABOVE.items()
        ]
        return [*super().get_urlpatterns(), *above, *verbs]

    def links(self, row, user):
        found = [(_now("Save as a file"), self.verb("export", row), "download")]
        if self.policy.may(user, "change", row):
            archive = _now("Offer again") if row.is_archived else _now("Archive")
            found += [
                (_now("Edit"), self.verb("edit", row), "edit"),
                (_now("Courses with this design"), self.verb("courses", row), "doc-full"),
                (_now("Copy"), self.verb("copy_design", row), "copy"),
                (archive, self.verb("archive", row), "folder-open-inverse"),
            ]
        return found

    def verb(self, name, row):
        return reverse(self.get_url_name(name), args=[row.pk])
