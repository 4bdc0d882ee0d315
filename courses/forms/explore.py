"""What is asked of the figures: which one, of whom, by what, compared with what."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from courses.choices import (
    AgeBand,
    DeliveryLanguage,
    GenderPillar,
    OrganizationKind,
    Role,
    Sex,
)
from courses.forms.reach import ReachForm
from courses.models import Organization, Outcome, Project, Province
from courses.rules.indicators import INDICATORS, PEOPLE, REGISTER
from courses.rules.reach import DIMENSIONS, Filters
from courses.rules.reach.values import read

COMPARISONS = {
    "": _("Nothing"),
    "before": _("The period before"),
    "year_before": _("The same days a year before"),
}
#: The fields that make the table.
CHOSEN = ("figure", "rows", "columns", "compare", "period", "start", "end")
#: What has a field of its own; the other dimensions narrow by their addresses alone.
FIELDS = (
    *("topic", "course", "outcome", "pillar", "province", "venue_province", "sector"),
    *("organization_kind", "role", "sex", "age_band", "project", "donor", "language", "national"),
)


def _choice(label, choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", _("All")), *choices])


def _row(label, rows) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(rows, label=label, required=False, empty_label=_("All"))


class ExploreForm(ReachForm):
    """The filters of the reach page and more. `words` are the dimensions by which the reader may
    break a figure down, as choices."""

    template = None
    figure = forms.ChoiceField(label=_("Figure"))
    rows = forms.ChoiceField(label=_("Rows"))
    columns = forms.ChoiceField(label=_("Columns"), required=False)
    compare = forms.ChoiceField(
        label=_("Compare with"), required=False, choices=list(COMPARISONS.items())
    )
    outcome = _row(_("Outcome"), Outcome.objects.all())
    pillar = _choice(_("Pillar of gender equality"), GenderPillar.choices)
    venue_province = _row(_("Province of the session"), Province.objects.all())
    organization_kind = _choice(_("Kind of organization"), OrganizationKind.choices)
    role = _choice(_("Role"), Role.choices)
    sex = _choice(_("Sex"), [each for each in Sex.choices if each[0] != Sex.NOT_STATED])
    age_band = _choice(_("Age"), AgeBand.choices)
    project = _row(_("Project"), Project.objects.all())
    donor = _row(_("Donor"), Organization.objects.filter(projects__isnull=False).distinct())
    language = _choice(_("Spoken language"), DeliveryLanguage.choices)
    national = _choice(
        _("Delivered by"),
        [("yes", _("National organizations")), ("no", _("International organizations"))],
    )
    field_order = (*CHOSEN, *FIELDS)

    def __init__(self, asked, today, words):
        asked = asked.copy()
        asked.setdefault("figure", PEOPLE.code)
        asked.setdefault("rows", "province")
        super().__init__(asked, today)
        names = [(each.code, f"{each.code} – {_(each.name)}") for each in _to_choose()]
        self.fields["figure"].choices = names
        self.fields["rows"].choices = words
        self.fields["columns"].choices = [("", _("None")), *words]

    def clean(self):
        super().clean()
        rows, columns = self.cleaned_data.get("rows"), self.cleaned_data.get("columns")
        if rows and rows == columns:
            self.add_error("columns", _("Rows and columns are the same. Choose another one."))

    @property
    def filters(self) -> Filters:
        asked = self.cleaned_data
        only = dict(self.by_address())
        for name in FIELDS:
            value = asked.get(name)
            if value:
                only[name] = frozenset([getattr(value, "pk", None) or read(name, value)])
        return replace(super().filters, only=only)

    def by_address(self):
        """What narrows without a field: one organization, one trainer, one month."""
        for name in DIMENSIONS:
            text = self.data.get(name)
            if name in FIELDS or not text:
                continue
            try:
                value = read(name, text)
            except ValueError as error:
                raise ValidationError(_("This address is not complete.")) from error
            if value is not None:
                yield name, frozenset([value])

    @property
    def chosen(self):
        """The fields that make the table."""
        return [self[name] for name in CHOSEN]

    @property
    def narrowing(self):
        return [self[name] for name in FIELDS]

    @property
    def is_narrowed(self) -> bool:
        return any(self.data.get(name) for name in FIELDS)

    @property
    def indicator(self):
        return REGISTER[self.cleaned_data["figure"]]

    @property
    def by(self) -> tuple[str, ...]:
        asked = self.cleaned_data
        return (asked["rows"], *([asked["columns"]] if asked["columns"] else []))


def _to_choose():
    """Money has a currency for each number, so it stands in the files alone."""
    return [indicator for indicator in INDICATORS if not indicator.is_money]
