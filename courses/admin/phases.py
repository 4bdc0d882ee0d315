"""Phases of the programme and sets of targets in the admin."""

from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.actions.targets import note_targets
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, days_of, time_of
from courses.admin.copying import CopiedWithParts
from courses.admin.menu import ORDER
from courses.admin.organizations import OrganizationChooserViewSet
from courses.admin.planning import DAYS, NAME, NAMES
from courses.admin.reach_words import Words
from courses.admin.report_forms import ChosenInline, TargetForm, part_words
from courses.admin.target_words import amount_words
from courses.admin.views import AddView, ChangeView, RecordView, Section
from courses.models import Phase, TargetSet
from courses.queries.figures import all_indicators
from courses.queries.records import places_found
from courses.queries.target_history import target_changes, targets_as_told


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


class TargetWords:
    """Targets in words, for one page."""

    def __init__(self):
        words = Words()
        self.known, self.labels, self.language = all_indicators(), words.labels, words.language

    def __call__(self, told: dict) -> dict[str, str]:
        indicator = self.known[told["indicator"]]
        amount = Fraction(told["amount"]) / (100 if indicator.is_share else 1)
        days = (date.fromisoformat(told[name]) for name in ("start", "end"))
        return {
            "figure": f"{indicator.code} {_now(indicator.name)}",
            "of": part_words(told["part"], self.labels) if told["part"] else _now("Everything"),
            "period": days_of(*days),
            "amount": amount_words(indicator, amount, self.language),
        }


class TargetSetView(RecordView):
    """The set with its targets in words, and what they were before."""

    def get_sections(self):
        words = TargetWords()
        columns = [
            Column("figure", label=_("Figure")),
            Column("of", label=_("Of")),
            Column("period", label=_("Period")),
            Column("amount", label=_("Target")),
        ]
        rows = [words(each) for each in targets_as_told(self.object.pk)]
        changes = [
            {"at": time_of(change.at), "by": change.by or "–", "what": what, **words(each)}
            for change in target_changes(self.object)
            for what, found in ((_now("Before"), change.gone), (_now("Afterwards"), change.came))
            for each in found
        ]
        told = [
            Column("at", label=_("Changed")),
            Column("by", label=_("By")),
            Column("what", label=_("What")),
        ]
        return [
            Section(_now("Targets"), columns, rows, _now("No targets yet.")),
            Section(_now("What changed"), told + columns, changes, _now("Nothing changed yet.")),
        ]


class TargetsAddView(AddView):
    def save_instance(self):
        row = super().save_instance()
        note_targets(row, [], by=self.request.user)
        return row


class TargetsChangeView(ChangeView):
    def save_instance(self):
        before = targets_as_told(self.object.pk)
        row = super().save_instance()
        note_targets(row, before, by=self.request.user)
        return row


class TargetSetViewSet(CopiedWithParts, RecordViewSet):
    model = TargetSet
    policy = permissions.targets
    related = ("donor",)
    parts = ("targets",)
    icon = "success"
    menu_label = _("Targets")
    menu_name = "training-targets"
    menu_order = ORDER["targets"]
    add_view_class = TargetsAddView
    edit_view_class = TargetsChangeView
    inspect_view_class = TargetSetView
    inspect_view_fields = ("name_en", "name_km", "donor")
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
