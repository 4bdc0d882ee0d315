"""Phases of the programme and sets of targets in the admin."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, days_of
from courses.admin.menu import ORDER
from courses.admin.organizations import OrganizationChooserViewSet
from courses.admin.planning import DAYS, NAME, NAMES
from courses.admin.reach_words import Words
from courses.admin.report_forms import ChosenInline, TargetForm, part_words
from courses.admin.target_words import amount_words
from courses.admin.views import RecordView, Section
from courses.models import Phase, TargetSet
from courses.queries.figures import all_indicators
from courses.queries.records import places_found
from courses.queries.report_plans import targets_of


class PhaseViewSet(RecordViewSet):
    model = Phase
    policy = permissions.phases
    icon = "date"
    menu_label = _("Phases")
    menu_name = "training-phases"
    menu_order = ORDER["phases"]
    inspect_view_fields = ("code", "name_en", "name_km", "starts_on", "ends_on")
    list_display = (NAME, Column("code", label=_("Code"), sort_key="code"), DAYS)
    exported = (
        (_("Code"), "code"),
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("First day"), "starts_on"),
        (_("Last day"), "ends_on"),
    )
    panels = [
        FieldPanel("code"),
        NAMES,
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    def search(self, rows, words):
        return places_found(rows, words)


class TargetSetView(RecordView):
    """The set with its targets in words."""

    def get_sections(self):
        rows = list(self.object.targets.select_related("phase"))
        known, language = all_indicators(), Words().language
        told = [
            {
                "figure": f"{row.indicator} {_now(known[row.indicator].name)}",
                "of": part_words(row.part) if row.part else _now("Everything"),
                "period": str(row.phase or days_of(row.starts_on, row.ends_on)),
                "amount": amount_words(known[row.indicator], target.amount, language),
            }
            for row, target in zip(rows, targets_of(self.object, {}), strict=True)
        ]
        columns = [
            Column("figure", label=_("Figure")),
            Column("of", label=_("Of")),
            Column("period", label=_("Period")),
            Column("amount", label=_("Target")),
        ]
        return [Section(_now("Targets"), columns, told, _now("No targets yet."))]


class TargetSetViewSet(RecordViewSet):
    model = TargetSet
    policy = permissions.targets
    related = ("donor",)
    parts = ("targets",)
    icon = "success"
    menu_label = _("Targets")
    menu_name = "training-targets"
    menu_order = ORDER["targets"]
    inspect_view_class = TargetSetView
    inspect_view_fields = ("name_en", "name_km", "donor")
    copy_view_enabled = True
    list_display = (
        RecordColumn("name", label=_("Name"), sort_key="name_en"),
        Column("donor", label=_("Donor"), sort_key="donor__name_en"),
        NumberColumn("count", label=_("Targets"), accessor=lambda row: len(row.targets.all())),
    )
    exported = (
        (_("Name in English"), "name_en"),
        (_("Name in Khmer"), "name_km"),
        (_("Donor"), "donor.name"),
    )
    panels = [
        NAMES,
        FieldPanel("donor", widget=OrganizationChooserViewSet("organizations").widget_class),
        ChosenInline(
            "targets",
            row_form=TargetForm,
            heading=_("Targets"),
            label=_("Target"),
            panels=[
                FieldRowPanel([FieldPanel("indicator"), FieldPanel("amount")]),
                FieldPanel("part"),
                FieldPanel("phase"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            ],
            help_text=_(
                "A target stands beside a figure of exactly its period and its part. Choose a phase"
                " or name the days."
            ),
        ),
    ]

    def rows(self, user):
        return super().rows(user).prefetch_related("targets")

    def search(self, rows, words):
        return places_found(rows, words)
