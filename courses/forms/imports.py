"""Choosing the file of a participant list, and saying what its columns hold."""

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from courses.rules import participant_columns as kinds
from courses.rules.participant_headings import MAY_REPEAT, NOT_UNICODE, TWICE, UNKNOWN, Offered

HOST, AS_WRITTEN = "host", "as_written"
KINDS = (
    (kinds.LEFT_OUT, _("Nothing that is needed: leave it out")),
    (kinds.NAME_KM, _("Khmer name")),
    (kinds.NAME_LATIN, _("Latin name")),
    (kinds.FAMILY_KM, _("Family name, Khmer")),
    (kinds.GIVEN_KM, _("Given name, Khmer")),
    (kinds.FAMILY_LATIN, _("Family name, Latin")),
    (kinds.GIVEN_LATIN, _("Given name, Latin")),
    (kinds.TITLE, pgettext_lazy("before a name", "Title")),
    (kinds.SEX, _("Sex")),
    (kinds.TICK_FEMALE, _("A tick for women")),
    (kinds.TICK_MALE, _("A tick for men")),
    (kinds.ROLE, pgettext_lazy("at work", "Position")),
    (kinds.EMPLOYEE_NUMBER, _("Employee number")),
    (kinds.SECTION, _("Section or line")),
    (kinds.PHONE, _("Phone")),
    (kinds.BIRTH, _("Year or date of birth")),
    (kinds.ORGANIZATION, _("Workplace")),
    (kinds.NUMBER, _("Number of the row")),
)
WHY = {
    UNKNOWN: _("This heading is not known. Please say what the column holds."),
    TWICE: _("Another column seems to hold the same. Please say what this one holds."),
    NOT_UNICODE: _(
        "This column is written with an old font, not in Khmer Unicode. Leave it out, or change it"
        " to Unicode and choose the file again."
    ),
}


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


class ColumnsForm(forms.Form):
    """One question for every column that a list has: what does it hold?"""

    def __init__(self, *args, columns: tuple[Offered, ...], **kwargs):
        super().__init__(*args, **kwargs)
        self.columns = columns
        for number, column in enumerate(columns):
            self.fields[f"column{number}"] = forms.ChoiceField(
                label=column.heading or _("A column without a heading"),
                help_text=_words_about(column),
                choices=KINDS,
                initial=kinds.LEFT_OUT if column.why == NOT_UNICODE else column.kind,
            )

    def clean(self):
        chosen = [kind for kind in self.chosen.values() if kind not in MAY_REPEAT]
        twice = next((label for kind, label in KINDS if chosen.count(kind) > 1), None)
        if twice:
            raise forms.ValidationError(
                _("Two columns cannot both hold this: %(kind)s. Leave one of them out."),
                params={"kind": twice},
            )

    @property
    def chosen(self) -> dict[str, str]:
        """What each column holds, by its key."""
        return {
            column.key: self.cleaned_data.get(f"column{number}", column.kind)
            for number, column in enumerate(self.columns)
        }


def _words_about(column: Offered) -> str:
    values = gettext("For example: %(values)s") % {"values": " · ".join(column.values)}
    return " ".join(filter(None, (str(WHY.get(column.why, "")), values if column.values else "")))
