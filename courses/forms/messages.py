"""A trainer's own words to everybody on a run."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.messages import LONGEST_NEWS


class WriteForm(forms.Form):
    """`form` is made when the form is shown, so that a double click writes once."""

    form = forms.UUIDField(widget=forms.HiddenInput)
    text_km = forms.CharField(
        label=_("Message in Khmer"),
        required=False,
        max_length=LONGEST_NEWS,
        widget=forms.Textarea(attrs={"rows": 5, "lang": "km"}),
    )
    text_en = forms.CharField(
        label=_("Message in English"),
        required=False,
        max_length=LONGEST_NEWS,
        widget=forms.Textarea(attrs={"rows": 5, "lang": "en"}),
        help_text=_("Leave one empty, and everybody gets the other."),
    )

    @staticmethod
    def first_answers():
        return {"form": uuid.uuid4()}
