"""What staff choose from when they set targets and make report templates."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel

from courses.admin.reach_words import EVERY, TABLES
from courses.queries.figures import all_indicators
from courses.queries.labels import Labels
from courses.rules.indicators import INDICATORS, REGISTER
from courses.rules.reach import Filters, NotCounted, Question
from courses.rules.reach.parts import part, read_part
from courses.rules.reach.values import written

ANY_DAYS = Filters(date(2000, 1, 1), date(2000, 1, 1))
#: Of what a target may be, and what a report may count alone.
PARTS = (
    *("province", "sex", "course", "topic", "outcome", "pillar", "sector", "project", "donor"),
    *("role", "age_band", "organization_kind", "venue_province", "language", "national"),
)


def indicator_choices():
    """Money has a currency for each figure, so it has no target."""
    return [
        ("", _("Choose a figure")),
        *_named(each for each in all_indicators().values() if not each.is_money),
    ]


def every_indicator():
    return [("", _("Choose a figure")), *_named(all_indicators().values())]


def _named(found):
    return [(each.code, f"{each.code} – {_now(each.name)}") for each in found]


def part_choices():
    """Every value of every dimension under the name of that, after everything together."""
    labels = Labels()
    groups = [
        (
            EVERY[name].column,
            [(part(name, value), str(label)) for value, label in labels[name].items()],
        )
        for name in PARTS
    ]
    return [("", _("Everything")), *((column, group) for column, group in groups if group)]


def some_part_choices():
    return [("", _("Choose one")), *part_choices()[1:]]


def table_choices():
    return [("", _("Choose one")), *((name, each.column) for name, each in TABLES.items())]


def part_words(text: str, labels: Labels) -> str:
    """What a part is called, with its dimension."""
    name, value = read_part(text)
    label = labels[name].get(value, written(value))
    return f"{EVERY[name].column}: {label}"


class TargetForm(WagtailAdminModelForm):
    indicator = forms.ChoiceField(label=_("Figure"), choices=indicator_choices)
    part = forms.ChoiceField(label=_("Of"), choices=part_choices, required=False)


class FigureForm(WagtailAdminModelForm):
    indicator = forms.ChoiceField(label=_("Figure"), choices=every_indicator)


class TableForm(WagtailAdminModelForm):
    dimension = forms.ChoiceField(label=_("Rows"), choices=table_choices)


def crossed_figures():
    """Those that are counted by ways: other apps tell numbers alone, and money has currencies."""
    return [("", _("Choose a figure")), *_named(each for each in INDICATORS if not each.is_money)]


def column_choices():
    """A page has no room for every organization."""
    wide = ("organization", "payer")
    names = [(name, each.column) for name, each in TABLES.items() if name not in wide]
    return [("", _("None")), *names]


class CrossForm(WagtailAdminModelForm):
    indicator = forms.ChoiceField(label=_("Figure"), choices=crossed_figures)
    rows = forms.ChoiceField(label=_("Rows"), choices=table_choices)
    columns = forms.ChoiceField(label=_("Columns"), choices=column_choices, required=False)

    def clean(self):
        """A figure is counted by some ways alone: hours, for instance, by no role."""
        told = super().clean()
        names = [told.get(name) for name in ("rows", "columns") if told.get(name)]
        if told.get("indicator") and names:
            try:
                REGISTER[told["indicator"]].way.queries(Question(ANY_DAYS, tuple(names)))
            except NotCounted as no:
                words = _now(
                    "This figure is not counted by “%(way)s”. Choose another figure or way."
                )
                self.add_error("rows", words % {"way": EVERY[no.dimension].column})
        return told


class FilterForm(WagtailAdminModelForm):
    part = forms.ChoiceField(label=_("Counts only"), choices=some_part_choices)


class ChosenInline(InlinePanel):
    """Rows of a record whose fields are of a form of their own."""

    def __init__(self, *args, row_form, **kwargs):
        super().__init__(*args, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "row_form": self.row_form}

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = self.row_form
        return options
