"""Whose papers are issued, and whose names are right."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ChosenForm(forms.Form):
    """Some of the people on the screen, by the numbers that the screen gave them."""

    chosen = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": _("Tick at least one person.")}
    )

    def __init__(self, *args, offered=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(each, each) for each in offered]
