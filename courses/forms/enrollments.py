"""Take somebody off a run."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why, if you want to say"),
        required=False,
        max_length=200,
        help_text=_("A few words. They stay in the record of the run."),
    )
