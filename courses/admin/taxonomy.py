"""Topics and outcomes in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn
from courses.admin.menu import ORDER
from courses.models import Outcome, Topic
from courses.queries.records import places_found, with_courses

NAMES = FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_km")])


class TopicViewSet(RecordViewSet):
    model = Topic
    policy = permissions.topics
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "training-topics"
    menu_order = ORDER["topics"]
    inspect_view_fields = (
        *("name_en", "name_km", "slug", "description_en", "description_km", "is_sensitive"),
    )
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        NumberColumn("courses_count", label=_("Courses")),
        Column("position", label=_("Position"), sort_key="position"),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Courses"), "courses_count"),
    )
    panels = [
        NAMES,
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("description_en"), FieldPanel("description_km")]),
        FieldRowPanel([FieldPanel("icon"), FieldPanel("position")]),
        FieldPanel("is_sensitive"),
    ]

    def rows(self, user):
        return with_courses(super().rows(user))

    def search(self, rows, words):
        return places_found(rows, words)


class OutcomeViewSet(RecordViewSet):
    model = Outcome
    policy = permissions.outcomes
    icon = "tag"
    menu_label = _("Outcomes")
    menu_name = "training-outcomes"
    menu_order = ORDER["outcomes"]
    inspect_view_fields = ("name_en", "name_km", "slug")
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        NumberColumn("courses_count", label=_("Courses")),
    )
    exported = TopicViewSet.exported
    panels = [NAMES, FieldPanel("slug")]

    def rows(self, user):
        return with_courses(super().rows(user))

    def search(self, rows, words):
        return places_found(rows, words)
