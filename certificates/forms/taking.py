"""What somebody takes away of the papers of a run, and what for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.choices import ExportPurpose
from courses.forms.exports import PurposeForm

PRINTER, ISSUED = "pdf", "zip"


class TakeForm(PurposeForm):
    """Handing papers out is part of the training, so that is offered first."""

    file_format = forms.ChoiceField(
        label=_("In which form"),
        choices=[
            (PRINTER, _("One PDF for the printer, a page for each person")),
            (ISSUED, _("The issued files, one for each person, packed as ZIP")),
        ],
        initial=PRINTER,
        widget=forms.RadioSelect,
    )
    field_order = ["file_format", "purpose", "detail"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["purpose"].initial = ExportPurpose.DELIVERY
