"""The form that takes a code."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CheckForm(forms.Form):
    code = forms.CharField(
        label=_("Code below the QR code"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Name on the paper, in Khmer or in Latin letters"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
