"""The form that takes a list of codes, pasted or as a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.rules.codes import normalise
from courses.adapters.spreadsheets import Limits, SpreadsheetError, read_workbook

MOST = 500
LIMITS = Limits(file_bytes=2_000_000)


class ListForm(forms.Form):
    codes = forms.CharField(
        label=_("Codes, one on each line"),
        required=False,
        max_length=60 * MOST,
        widget=forms.Textarea(
            attrs={"rows": 8, "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    file = forms.FileField(
        label=_("Or a file with a column of codes"),
        help_text=_("XLSX, ODS or CSV. Every cell that holds a code is checked."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt"}),
    )

    def clean(self):
        cleaned = super().clean()
        asked = [line.strip() for line in cleaned.get("codes", "").splitlines()]
        asked += self._codes_in(cleaned.get("file"))
        asked = list(dict.fromkeys(filter(None, asked)))
        if not self.errors and not asked:
            raise forms.ValidationError(_("Paste the codes, or choose a file that holds some."))
        if len(asked) > MOST:
            raise forms.ValidationError(
                _("At most %(most)s codes are checked at once. Divide the list."),
                params={"most": MOST},
            )
        cleaned["asked"] = [each[:60] for each in asked]
        return cleaned

    def _codes_in(self, file) -> list[str]:
        if not file:
            return []
        try:
            sheets = read_workbook(file.read(), LIMITS).sheets
        except SpreadsheetError as error:
            raise forms.ValidationError(
                _("This file could not be read. Save it as XLSX or CSV, or paste the codes.")
            ) from error
        cells = (str(value) for sheet in sheets for row in sheet.rows for value in row if value)
        return [cell for cell in cells if normalise(cell)]
