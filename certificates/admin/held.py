"""Certificates on hold in the admin: what stands in the way, and another try."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from certificates import permissions
from certificates.admin.verbs import RetryView
from certificates.models import HeldCertificate
from certificates.queries.records import held_found
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import CodeColumn, RecordColumn, person_name, time_of
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.quality_kinds import Kind
from courses.admin.views import RecordView
from courses.permissions import contacts


class HeldFilterSet(filters.RecordFilterSet):
    reason = filters.choices_of(HeldCertificate, "reason")
    course = filters.courses("completion__enrollment__run__course")

    class Meta:
        model = HeldCertificate
        fields = []


class HeldRecordView(RecordView):
    """What stands in the way of one certificate."""

    def get_facts(self):
        enrollment = self.object.completion.enrollment
        return [
            (_("Person"), enrollment.person),
            (_("Run"), enrollment.run),
            (_("Detail"), self.object.detail),
            (_("Since"), self.object.since),
        ]


class HeldViewSet(RecordViewSet):
    model = HeldCertificate
    exports_people = True
    policy = permissions.held
    actions = ("view",)
    form_fields = ()
    related = ("completion__enrollment__person", "completion__enrollment__run__course")
    icon = "warning"
    menu_label = _("Certificates on hold")
    menu_name = "training-held"
    menu_order = ORDER["certificates"] + 1
    ordering = ("-since", "-pk")
    filterset_class = HeldFilterSet
    inspect_view_fields = ("reason",)
    inspect_view_class = HeldRecordView
    list_display = (
        RecordColumn(
            "person",
            label=_("Name"),
            accessor=lambda held: person_name(held.completion.enrollment.person),
            sort_key="completion__enrollment__person__sort_key",
        ),
        CodeColumn("run", label=_("Run"), accessor="completion.enrollment.run.code"),
        Column("reason", label=_("What stands in the way"), accessor="get_reason_display"),
        Column("detail", label=_("Detail")),
        Column("since", label=_("Since"), accessor=lambda held: time_of(held.since)),
    )
    exported = (
        (_("Card code"), "completion.enrollment.person.card_code"),
        (_("Khmer name"), "completion.enrollment.person.name_km"),
        (_("Latin name"), "completion.enrollment.person.name_latin"),
        (_("Run"), "completion.enrollment.run.code"),
        (_("What stands in the way"), "get_reason_display"),
        (_("Detail"), "detail"),
        (_("Since"), "since"),
    )

    def search_for(self, user, rows, words):
        return held_found(rows, words, contacts.phones_for(user))

    @cached_property
    def retry_view(self):
        return self.construct_view(RetryView)

    def get_urlpatterns(self):
        retry = path("retry/<str:pk>/", self.retry_view, name="retry")
        return [*super().get_urlpatterns(), retry]

    def links(self, row, user):
        person = record_address("people", row.completion.enrollment.person_id)
        found = [(_now("Open the person"), person, "user")]
        if self.policy.may(user, "change", row):
            retry = reverse(self.get_url_name("retry"), args=[row.pk])
            found.append((_now("Try again"), retry, "rotate"))
        return found


def kind_held():
    """Hook `register_training_quality`."""
    return Kind(
        "held",
        _("Certificates on hold"),
        HeldCertificate.objects.all,
        lambda held: person_name(held.completion.enrollment.person),
        lambda held: record_address("held", held.pk),
        run="completion__enrollment__run",
        related=("completion__enrollment__person",),
    )
