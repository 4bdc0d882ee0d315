"""Look-ups of people outside the own runs: who, on which day, how often; never the words typed."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, day_of
from courses.admin.menu import ORDER
from courses.models import LookUp


class LookUpFilterSet(filters.RecordFilterSet):
    period = filters.days("day", _("Day"))

    class Meta:
        model = LookUp
        fields = []


class LookUpViewSet(RecordViewSet):
    model = LookUp
    policy = permissions.look_ups
    actions = ("view",)
    related = ("user",)
    icon = "search"
    menu_label = _("Look-ups of people")
    menu_name = "training-lookups"
    menu_order = ORDER["lookups"]
    ordering = ("-day", "-times", "-pk")
    filterset_class = LookUpFilterSet
    inspect_view_fields = ("day", "user", "times", "people", "held_back")
    list_display = (
        RecordColumn("day", label=_("Day"), accessor=lambda row: day_of(row.day), sort_key="day"),
        Column("user", label=_("By"), accessor="user"),
        NumberColumn("times", label=_("Look-ups outside the own runs"), sort_key="times"),
        NumberColumn("people", label=_("People shown"), sort_key="people"),
        NumberColumn("held_back", label=_("Held back"), sort_key="held_back"),
    )
    exported = (
        (_("Day"), "day"),
        (_("By"), "user"),
        (_("Look-ups outside the own runs"), "times"),
        (_("People shown"), "people"),
        (_("Held back"), "held_back"),
    )

    def search(self, rows, words):
        name = f"user__{LookUp.user.field.related_model.USERNAME_FIELD}__icontains"
        return rows.filter(**{name: words})
