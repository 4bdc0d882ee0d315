"""Delivery patterns, materials for trainers, public holidays and projects in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import BooleanColumn, Column

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, days_of, hours_of
from courses.admin.menu import ORDER
from courses.admin.organizations import OrganizationChooserViewSet
from courses.models import CourseMaterial, DeliveryPattern, Project, PublicHoliday
from courses.queries.records import places_found, titles_found

NAMES = FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_km")])
NAME = RecordColumn("name", label=_("Name"), sort_key="name_en")
DAYS = Column(
    "days",
    label=_("Days"),
    accessor=lambda row: days_of(row.starts_on, row.ends_on),
    sort_key="starts_on",
)


class PatternFilterSet(filters.RecordFilterSet):
    course = filters.courses("course")

    class Meta:
        model = DeliveryPattern
        fields = []


class MaterialFilterSet(filters.RecordFilterSet):
    course = filters.courses("course")

    class Meta:
        model = CourseMaterial
        fields = []


class PatternViewSet(RecordViewSet):
    model = DeliveryPattern
    policy = permissions.patterns
    related = ("course",)
    parts = ("slots",)
    icon = "list-ol"
    menu_label = _("Delivery patterns")
    menu_name = "training-patterns"
    menu_order = ORDER["patterns"]
    filterset_class = PatternFilterSet
    inspect_view_fields = ("name_en", "name_km", "course", "is_default")
    list_display = (
        NAME,
        Column("course", label=_("Course"), accessor="course.title", sort_key="course__code"),
        NumberColumn("sessions", label=_("Sessions"), accessor=lambda row: len(row.slots.all())),
        Column("minutes", label=_("Trained"), accessor=lambda row: hours_of(row.minutes)),
        BooleanColumn("is_default", label=_("Offered first")),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Course"), "course.title"),
        (_("Planned minutes"), "minutes"),
    )
    panels = [
        FieldPanel("course"),
        NAMES,
        FieldPanel("is_default"),
        InlinePanel(
            "slots",
            heading=_("Sessions"),
            label=_("Session"),
            min_num=1,
            panels=[
                FieldPanel("days_after"),
                FieldRowPanel(
                    [FieldPanel("starts"), FieldPanel("ends"), FieldPanel("break_minutes")]
                ),
                FieldPanel("recording"),
                FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_km")]),
            ],
            help_text=_("In the order in which they are held."),
        ),
    ]

    def rows(self, user):
        return super().rows(user).prefetch_related("slots")

    def search(self, rows, words):
        return places_found(rows, words)


class MaterialViewSet(RecordViewSet):
    model = CourseMaterial
    policy = permissions.materials
    related = ("course", "document", "page")
    icon = "doc-full-inverse"
    menu_label = _("Materials for trainers")
    menu_name = "training-materials"
    menu_order = ORDER["materials"]
    filterset_class = MaterialFilterSet
    inspect_view_fields = ("title_en", "title_km", "course", "session_number", "document", "page")
    list_display = (
        RecordColumn("title", label=_("Title"), sort_key="title_en"),
        Column("course", label=_("Course"), accessor="course.title", sort_key="course__code"),
        NumberColumn("session_number", label=_("Session")),
        Column("what", label=_("What"), accessor=lambda row: row.document or row.page),
    )
    exported = (
        (_("Title in English"), "title_en"),
        (_("Title in Khmer"), "title_km"),
        (_("Course"), "course.title"),
        (_("Session"), "session_number"),
    )
    panels = [
        FieldPanel("course"),
        FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_km")]),
        FieldPanel("session_number"),
        FieldPanel("document"),
        FieldPanel("page"),
    ]

    def search(self, rows, words):
        return titles_found(rows, words)


class HolidayViewSet(RecordViewSet):
    model = PublicHoliday
    policy = permissions.holidays
    icon = "date"
    menu_label = _("Public holidays")
    menu_name = "training-holidays"
    menu_order = ORDER["holidays"]
    inspect_view_fields = ("name_en", "name_km", "starts_on", "ends_on")
    list_display = (NAME, DAYS)
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("First day"), "starts_on"),
        (_("Last day"), "ends_on"),
    )
    panels = [NAMES, FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])]

    def rows(self, user):
        return super().rows(user).order_by("-starts_on", "pk")

    def search(self, rows, words):
        return places_found(rows, words)


class ProjectViewSet(RecordViewSet):
    model = Project
    policy = permissions.projects
    related = ("donor",)
    icon = "folder-open-inverse"
    menu_label = _("Projects")
    menu_name = "training-projects"
    menu_order = ORDER["projects"]
    inspect_view_fields = ("code", "name_en", "name_km", "donor", "starts_on", "ends_on")
    list_display = (
        NAME,
        Column("code", label=_("Code"), sort_key="code"),
        Column("donor", label=_("Donor"), sort_key="donor__name_en"),
        DAYS,
    )
    exported = (
        (_("Code"), "code"),
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Donor"), "donor.name"),
        (_("First day"), "starts_on"),
        (_("Last day"), "ends_on"),
    )
    panels = [
        FieldPanel("code"),
        NAMES,
        FieldPanel("donor", widget=OrganizationChooserViewSet("organizations").widget_class),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    def search(self, rows, words):
        return places_found(rows, words)
