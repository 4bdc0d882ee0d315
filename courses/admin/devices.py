"""Phones that keep registers without signal: whose they are, what they hold, and taking lost ones
back."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.actions.devices import revoke_device
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, time_of
from courses.admin.menu import ORDER
from courses.admin.verbs import VerbView
from courses.models import Device


class RevokeView(VerbView):
    page_title = _("Take back a lost phone")
    button = _("Take this phone back")
    header_icon = "mobile-alt"
    warning = _(
        "At its next contact the phone empties itself. Marks that it still holds are kept aside,"
        " and somebody decides about each. Its owner can sign in anew on any phone."
    )

    def is_allowed(self):
        return super().is_allowed() and self.object.revoked_at is None

    def act(self, form):
        revoke_device(self.object, by=self.request.user)
        return _now("The phone is taken back."), self.address_of(self.object)


def state_of(device):
    if device.wiped_at:
        return _now("Emptied")
    if device.is_revoked:
        return _now("Taken back")
    return _now("The clock is wrong") if device.clock_is_wrong else ""


class DeviceViewSet(RecordViewSet):
    model = Device
    policy = permissions.devices
    actions = ("view",)
    related = ("user__training_person",)
    icon = "mobile-alt"
    menu_label = _("Phones of trainers")
    menu_name = "training-phones"
    menu_order = ORDER["phones"]
    ordering = ("-last_seen", "-pk")
    inspect_view_fields = (
        "label",
        "user",
        "first_seen",
        "last_seen",
        "unsent",
        "unsent_since",
        "clock_offset",
        "revoked_at",
        "revoked_by",
        "wiped_at",
    )
    list_display = (
        RecordColumn("label", label=_("Phone"), accessor="label", sort_key="label"),
        Column("owner", label=_("Of"), accessor="owner_name"),
        NumberColumn("unsent", label=_("Marks not handed in"), sort_key="unsent"),
        Column(
            "last_seen",
            label=_("Last heard of"),
            accessor=lambda device: time_of(device.last_seen),
            sort_key="last_seen",
        ),
        Column("state", label=_("State"), accessor=state_of),
    )
    exported = (
        ("UUID", lambda device: str(device.uuid)),
        (_("Phone"), "label"),
        (_("Of"), "owner_name"),
        (_("Marks not handed in"), "unsent"),
        (_("Last heard of"), "last_seen"),
        (_("Revoked"), "revoked_at"),
        (_("Emptied"), "wiped_at"),
    )

    def search(self, rows, words):
        login = Device.user.field.related_model.USERNAME_FIELD
        return rows.filter(label__icontains=words) | rows.filter(
            **{f"user__{login}__icontains": words}
        )

    @cached_property
    def revoke_view(self):
        return self.construct_view(RevokeView)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("revoke/<str:pk>/", self.revoke_view, name="revoke"),
        ]

    def links(self, row, user):
        if row.revoked_at or not self.policy.may(user, "change", row):
            return []
        address = reverse(self.get_url_name("revoke"), args=[row.pk])
        return [(_now("Take back…"), address, "warning")]
