"""Standing rosters in the admin: groups that meet again and again, and who belongs to them."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import LinkColumn, NumberColumn, RecordColumn, days_of, person_name
from courses.admin.links import address, record_address
from courses.admin.menu import ORDER
from courses.admin.views import AddView, RecordView, Section
from courses.models import Roster, RosterMember
from courses.queries.records import members_found, places_found
from courses.queries.rosters import with_members


class RosterRecordView(RecordView):
    """A roster with its members, for those who may see them."""

    def get_sections(self):
        rows = permissions.roster_members.rows_for(self.request.user)
        rows = rows.filter(roster=self.object).select_related("person", "organization")
        columns = [
            LinkColumn(
                "name",
                label=_("Name"),
                accessor=lambda member: person_name(member.person),
                get_url=lambda member: record_address("roster_members", member.pk),
            ),
            Column("organization", label=_("Comes for")),
            Column("kind", label=_("Place"), accessor=kind_of),
            Column("days", label=_("Belongs"), accessor=belongs),
        ]
        members = list(rows.order_by("is_alternate", "person__sort_key", "pk"))
        empty = _("Nobody is in this roster yet, or you may not see who is.")
        return [Section(_("Members"), columns, members, empty)]


def kind_of(member):
    return _("Alternate") if member.is_alternate else _("Member")


def belongs(member):
    return days_of(member.starts_on, member.ends_on)


class RosterViewSet(RecordViewSet):
    model = Roster
    policy = permissions.rosters
    parts = ("members",)
    related = ("course",)
    icon = "group"
    menu_label = _("Standing rosters")
    menu_name = "training-rosters"
    menu_order = ORDER["rosters"]
    inspect_view_class = RosterRecordView
    inspect_view_fields = ("name_en", "name_km", "course")
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        Column("course", label=_("Course")),
        NumberColumn("member_count", label=_("Members")),
        NumberColumn("organization_count", label=_("Organizations")),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Course"), "course.code"),
        (_("Members"), "member_count"),
        (_("Organizations"), "organization_count"),
    )
    panels = [
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_km")]),
        FieldPanel("course"),
    ]

    def rows(self, user):
        return with_members(super().rows(user))

    def search(self, rows, words):
        return places_found(rows, words)

    def links(self, row, user):
        if not permissions.roster_members.may(user, "add"):
            return []
        return [(_("Add a member"), member_address(row), "plus")]


def member_address(roster):
    return f"{address('training_roster_members:add')}?roster={roster.pk}"


class MemberFilterSet(filters.RecordFilterSet):
    roster = filters.rows(Roster.objects.all(), "roster", _("Standing roster"))
    is_alternate = django_filters.BooleanFilter(label=_("Alternate"))

    class Meta:
        model = RosterMember
        fields = []


class MemberAddView(AddView):
    """Begins with the roster from which one came."""

    def get_initial_form_instance(self):
        value = self.request.GET.get("roster", "")
        rosters = permissions.rosters.rows_for(self.request.user)
        found = rosters.filter(pk=value).first() if value.isdecimal() else None
        return RosterMember(roster=found) if found else RosterMember()


class RosterMemberViewSet(RecordViewSet):
    model = RosterMember
    add_view_class = MemberAddView
    policy = permissions.roster_members
    related = ("roster", "person", "organization")
    icon = "user"
    exports_people = True
    menu_label = _("Members of rosters")
    menu_name = "training-roster-members"
    menu_order = ORDER["roster_members"]
    ordering = ("roster__name_en", "is_alternate", "pk")
    filterset_class = MemberFilterSet
    inspect_view_fields = (
        "person",
        "roster",
        "organization",
        "is_alternate",
        "starts_on",
        "ends_on",
    )
    list_display = (
        RecordColumn(
            "person",
            label=_("Name"),
            accessor=lambda member: person_name(member.person),
            sort_key="person__sort_key",
        ),
        Column("roster", label=_("Standing roster"), sort_key="roster__name_en"),
        Column("organization", label=_("Comes for")),
        Column("kind", label=_("Place"), accessor=kind_of),
        Column("days", label=_("Belongs"), accessor=belongs),
    )
    exported = (
        (_("Standing roster"), "roster.name_en"),
        (_("Card code"), "person.card_code"),
        (_("Khmer name"), "person.name_km"),
        (_("Latin name"), "person.name_latin"),
        (_("Comes for"), "organization.name_en"),
        (_("Alternate"), "is_alternate"),
        (_("From"), "starts_on"),
        (_("Until"), "ends_on"),
    )
    panels = [
        FieldPanel("roster"),
        FieldPanel("person"),
        FieldPanel("organization"),
        FieldPanel("is_alternate"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    def search(self, rows, words):
        return members_found(rows, words)
