"""With whom, for whom and for what money a run is delivered."""

from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from courses.actions.run_details import Background, Money
from courses.choices import PriceBasis
from courses.forms.people import OrganizationField
from courses.models import CourseRun, Project, RunFinance, RunTrainer
from courses.queries.partners import partners_of

CURRENCIES = [("USD", _("US dollar")), ("KHR", _("Riel")), ("EUR", _("Euro"))]
AMOUNTS = ("price", "waived", "direct_cost", "in_kind")
WORDS = ("currency", "payer", "basis", "waiver_reason", "invoice_reference")


def amount_field(label, **options) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_digits=12, decimal_places=2, required=False, **options
    )


class RunDetailsForm(forms.Form):
    partners = OrganizationField(
        label=_("Partners"),
        help_text=_("Who delivers the run together with the host. Their logos are printed."),
        is_many=True,
        required=False,
    )
    projects = forms.ModelMultipleChoiceField(
        label=_("Projects"),
        queryset=Project.objects.select_related("donor"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    external_reference = forms.CharField(
        label=_("Reference elsewhere"),
        help_text=_("The number of a factory visit or of a partner’s own record."),
        max_length=60,
        required=False,
    )
    payer = OrganizationField(label=_("Who pays"), required=False)
    currency = forms.ChoiceField(label=_("Currency"), choices=CURRENCIES)
    price = amount_field(_("Price"))
    basis = forms.ChoiceField(
        label=_("The price is"), choices=PriceBasis.choices, widget=forms.RadioSelect
    )
    waived = amount_field(_("Waived"))
    waiver_reason = forms.CharField(label=_("Why it is waived"), max_length=200, required=False)
    invoice_reference = forms.CharField(label=_("Invoice"), max_length=60, required=False)
    direct_cost = amount_field(_("Direct cost"))
    in_kind = amount_field(
        _("Given in kind"),
        help_text=_("Rooms, meals or working time that others gave. Never part of the income."),
    )

    def __init__(self, *args, trainers: Iterable[RunTrainer] = (), **options):
        super().__init__(*args, **options)
        self.trainers = {f"trains_for_{each.person_id}": each for each in trainers}
        for name, trainer in self.trainers.items():
            self.fields[name] = OrganizationField(
                label=trainer.person.name, initial=trainer.organization, required=False
            )

    @property
    def trains_for(self) -> list[BoundField]:
        """A field for each trainer: for whom she trains on this run."""
        return [self[name] for name in self.trainers]

    def background(self) -> Background:
        answers = self.cleaned_data
        amounts = {name: answers[name] or Decimal(0) for name in AMOUNTS}
        return Background(
            partners=tuple(answers["partners"]),
            projects=tuple(answers["projects"]),
            external_reference=answers["external_reference"],
            money=Money(**amounts, **{name: answers[name] for name in WORDS}),
            trains_for={each.person_id: answers[name] for name, each in self.trainers.items()},
        )

    @staticmethod
    def answers_of(run: CourseRun, finance: RunFinance) -> dict:
        return {
            "partners": partners_of(run),
            "projects": list(run.projects.all()),
            "external_reference": run.external_reference,
            **{name: getattr(finance, name) for name in (*AMOUNTS, *WORDS)},
        }
