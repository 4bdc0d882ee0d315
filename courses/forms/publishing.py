"""What is asked before figures are prepared for the public, or withdrawn."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from courses.models import ReportSnapshot


class PrepareForm(forms.Form):
    """One of the approved reports of a whole year that are given."""

    snapshot = forms.ModelChoiceField(
        ReportSnapshot.objects.none(),
        label=_("Frozen report"),
        empty_label=_("Choose a report"),
        help_text=_(
            "Approved reports from 1 January to 31 December of one year, without filters, that"
            " count everybody."
        ),
    )

    def __init__(self, *args, reports: QuerySet, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["snapshot"].queryset = reports


class WithdrawForm(forms.Form):
    why = forms.CharField(
        label=_("Why the figures are withdrawn"),
        max_length=300,
        help_text=_("Stands on the public page instead of the figures. No names of people."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
