"""Invitations in the admin: which organization was asked for whom, until when, and what came of it.
Asking, renewing and taking people are verbs of the run's own screens."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import CodeLinkColumn, LinkColumn, NumberColumn, RecordColumn, day_of
from courses.admin.links import address, links, record_address
from courses.admin.menu import ORDER
from courses.admin.views import RecordView, Section
from courses.choices import Role
from courses.models import Invitation, InvitationState, NominationState
from courses.queries.invitations import (
    asked_of,
    invitations_found,
    on_runs_named,
    with_numbers,
    with_state,
)


class InvitationFilterSet(filters.RecordFilterSet):
    run = django_filters.CharFilter(
        label=_("Run"),
        help_text=_("Part of its code, course or host."),
        method=lambda rows, _field, words: on_runs_named(rows, words),
    )
    organization = django_filters.CharFilter(
        label=_("Organization"),
        help_text=_("Part of a name, or its acronym."),
        method=lambda rows, _field, words: asked_of(rows, words),
    )
    channel = filters.choices_of(Invitation, "channel")
    link_state = filters.among(InvitationState.choices, "link_state", _("State"))
    deadline = filters.days("deadline", _("Last day for names"))

    class Meta:
        model = Invitation
        fields = []


def state_of(row):
    return InvitationState(row.link_state).label


def roles_of(row):
    """The roles asked for, in words."""
    return ", ".join(str(Role(role).label) for role in row.roles if role in Role.values)


def _contact_person(row):
    return row.contact_name


class InvitationRecordView(RecordView):
    """An invitation with everybody whom the organization named."""

    def get_field_display_value(self, field_name, field):
        if field_name == "roles":
            return roles_of(self.object) or "–"
        value = super().get_field_display_value(field_name, field)
        return day_of(value) if field_name in ("deadline", "expires_on") else value

    def get_facts(self):
        return [(_("State"), state_of(self.viewset.rows(self.request.user).get(pk=self.object.pk)))]

    def get_sections(self):
        columns = [
            LinkColumn(
                "name",
                label=_("Name"),
                accessor="name",
                get_url=lambda row: (
                    record_address("enrolments", row.enrollment_id) if row.enrollment_id else None
                ),
            ),
            Column("sex", label=_("Sex"), accessor="get_sex_display"),
            Column("role", label=_("Role"), accessor="get_role_display"),
            Column("number", label=_("Employee number"), accessor="employee_number"),
            StatusTagColumn(
                "state",
                label=_("Status"),
                accessor="get_state_display",
                primary=lambda row: row.state == NominationState.TAKEN,
            ),
            Column("reason", label=_("Reason")),
        ]
        rows = list(self.object.nominations.all())
        return [Section(_("People who were named"), columns, rows, _("Nobody was named yet."))]


class InvitationViewSet(RecordViewSet):
    model = Invitation
    exports_people = True
    policy = permissions.invitations
    actions = ("view",)
    related = ("organization", "run__course", "run__host")
    icon = "mail"
    menu_label = _("Invitations")
    menu_name = "training-invitations"
    menu_order = ORDER["invitations"]
    ordering = ("-deadline", "-pk")
    filterset_class = InvitationFilterSet
    inspect_view_class = InvitationRecordView
    inspect_view_fields = (
        "organization",
        "run",
        "channel",
        "seats",
        "deadline",
        "roles",
        "women_percent",
        "message",
        "contact_name",
        "expires_on",
        "revoked_at",
        "last_used_at",
        "created_by",
        "created_at",
    )
    list_display = (
        RecordColumn(
            "organization",
            label=_("Organization"),
            accessor="organization.name",
            sort_key="organization__name_en",
        ),
        CodeLinkColumn(
            "run",
            label=_("Run"),
            accessor="run.code",
            sort_key="run__code",
            get_url=lambda row: record_address("runs", row.run_id),
        ),
        Column("channel", label=_("Asked"), accessor="get_channel_display", sort_key="channel"),
        NumberColumn("seats", label=_("Seats"), sort_key="seats"),
        NumberColumn("listed", label=_("Waiting"), sort_key="listed"),
        NumberColumn("taken", label=_("Taken"), sort_key="taken"),
        Column(
            "deadline",
            label=_("Last day for names"),
            accessor=lambda row: day_of(row.deadline),
            sort_key="deadline",
        ),
        StatusTagColumn(
            "link_state",
            label=_("State"),
            accessor=state_of,
            primary=lambda row: row.link_state == InvitationState.OPEN,
            sort_key="link_state",
        ),
    )
    exported = (
        (_("Organization"), "organization.name"),
        (_("Run"), "run.code"),
        (_("Course"), "run.course.code"),
        (_("First day"), "run.starts_on"),
        (_("Asked"), "get_channel_display"),
        (_("Contact person"), _contact_person),
        (_("Seats"), "seats"),
        (_("Women asked for, per cent"), "women_percent"),
        (_("Roles asked for"), roles_of),
        (_("Last day for names"), "deadline"),
        (_("Link works until"), "expires_on"),
        (_("State"), state_of),
        (_("Waiting"), "listed"),
        (_("Taken"), "taken"),
        (_("Last opened"), "last_used_at"),
    )

    def rows(self, user):
        return with_state(with_numbers(super().rows(user)), timezone.localdate())

    def search(self, rows, words):
        return invitations_found(rows, words)

    def links(self, row, user):
        names = address("courses:invitation", row.run.uuid, row.uuid)
        return links(
            (_now("Open the names"), names, "group"),
            (_now("Open the record of the run"), record_address("runs", row.run_id), "calendar"),
        )
