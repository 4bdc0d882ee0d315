"""What a file with personal data is for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.choices import ExportPurpose


class PurposeForm(forms.Form):
    """Asked before every file with personal data; the answer is kept."""

    purpose = forms.ChoiceField(
        label=_("What do you need this file for?"),
        choices=ExportPurpose.choices,
        widget=forms.RadioSelect,
    )
    detail = forms.CharField(
        label=_("For what exactly"),
        max_length=200,
        required=False,
        help_text=_("A few words, for instance the report or the partner. Name no person."),
    )

    def clean(self):
        answers = super().clean()
        if answers.get("purpose") == ExportPurpose.OTHER and not answers.get("detail"):
            self.add_error("detail", _("Say in a few words what the file is for."))
        return answers
