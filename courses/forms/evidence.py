"""Adding a signed sheet or a photo to a session."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.choices import EvidenceKind


class EvidenceForm(forms.Form):
    """The file, what it shows, and a few words. What is in the file is judged by the action."""

    file = forms.FileField(
        label=_("Picture or PDF"),
        help_text=_("On a phone you can take the picture now. Up to 10 MB."),
        error_messages={"required": _("Choose a file, or take a picture.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
    )
    kind = forms.ChoiceField(
        label=_("What it shows"),
        choices=EvidenceKind.choices,
        initial=EvidenceKind.SHEET,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
