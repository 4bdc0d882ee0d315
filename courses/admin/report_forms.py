"""What staff choose from when they set targets and make report templates."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel

from courses.admin.reach_words import EVERY, TABLES
from courses.queries.figures import all_indicators
from courses.queries.labels import Labels
from courses.rules.reach.parts import part, read_part
from courses.rules.reach.values import written

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
