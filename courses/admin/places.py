"""Venues in the admin, and the window in which one is chosen."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordChooserViewSet, RecordViewSet
from courses.admin.columns import RecordColumn
from courses.admin.menu import ORDER
from courses.models import Venue
from courses.queries.records import places_found


class VenueFilterSet(filters.RecordFilterSet):
    province = filters.provinces("province")

    class Meta:
        model = Venue
        fields = []


class VenueViewSet(RecordViewSet):
    model = Venue
    policy = permissions.venues
    related = ("province", "organization")
    icon = "home"
    menu_label = _("Venues")
    menu_name = "training-venues"
    menu_order = ORDER["venues"]
    filterset_class = VenueFilterSet
    inspect_view_fields = ("name_en", "name_km", "province", "organization", "directions")
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        Column("province", label=_("Province"), sort_key="province"),
        Column("organization", label=_("Organization")),
        Column("directions", label=_("How to get there")),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Province"), "province.name"),
        (_("Organization"), "organization.name"),
        (_("How to get there"), "directions"),
    )
    panels = [
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_km")]),
        FieldPanel("province"),
        FieldPanel("organization"),
        FieldPanel("directions"),
    ]

    def search(self, rows, words):
        return places_found(rows, words)


class VenueChooserViewSet(RecordChooserViewSet):
    model = Venue
    policy = permissions.venues
    related = ("province",)
    icon = "home"
    choose_one_text = _("Choose a venue")
    choose_another_text = _("Choose another venue")
    edit_item_text = _("Edit this venue")

    def search(self, rows, words):
        return places_found(rows, words)
