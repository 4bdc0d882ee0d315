"""Choosing the file of a participant list."""

from django import forms
from django.utils.translation import gettext_lazy as _

HOST, AS_WRITTEN = "host", "as_written"


class ParticipantListForm(forms.Form):
    """A file, and where its people work. What is in the file is judged by the action."""

    file = forms.FileField(
        label=_("The list"),
        help_text=_("An XLSX, ODS or CSV file, just as the workplace sent it."),
        error_messages={"required": _("Choose the file with the list.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )
    workplace = forms.ChoiceField(
        label=_("Where these people work"),
        widget=forms.RadioSelect,
        initial=HOST,
        error_messages={"required": _("Say where these people work.")},
    )

    def __init__(self, *args, run, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workplace"].choices = [
            (HOST, _("All at %(host)s") % {"host": run.host.name}),
            (AS_WRITTEN, _("As the list says, or not known")),
        ]

    @property
    def works_at_host(self) -> bool:
        return self.cleaned_data["workplace"] == HOST
