"""What an organization tells about the people whom it names, row by row."""

import uuid
from base64 import b64decode, b64encode

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.nominations import Nominee
from courses.choices import Role, Sex
from courses.exceptions import Refused
from courses.forms.enrol import NAME_PARTS_AT_MOST, TakePartForm
from courses.models import Channel, Invitation, Nomination
from courses.rules import khmer
from courses.rules.participant_rows import ParsedRow
from courses.rules.told import told_name

ROWS_AT_ONCE = 10
ROWS_OF_A_LIST = 100
#: Bytes of a file that a page carries along; a list of a hundred people needs far less.
KEPT_AT_MOST = 1024 * 1024


class NomineeForm(forms.Form):
    """One person. The name may be written in Khmer, in Latin letters, or in both."""

    name = forms.CharField(
        label=_("Name"),
        max_length=250,
        error_messages={"required": _("Write the name in Khmer or Latin letters.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"), error_messages={"required": _("Choose one. “Not stated” is fine.")}
    )
    role = forms.ChoiceField(
        label=_("What she or he does"),
        error_messages={"required": _("Choose what is nearest.")},
    )
    phone = forms.CharField(
        label=_("Phone, if known"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    employee_number = forms.CharField(
        label=_("Employee number, if there is one"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    workplace = forms.CharField(
        label=_("Workplace, if she or he wants it known"),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_year = forms.CharField(
        label=_("Year of birth, if known"),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    clean_birth_year = TakePartForm.clean_birth_year
    clean_phone = TakePartForm.clean_phone

    def __init__(self, *args, invitation: Invitation, **options):
        super().__init__(*args, **options)
        self.fields["sex"].choices = [("", _("Choose one")), *Sex.choices]
        self.fields["role"].choices = role_choices(invitation)
        hidden = "workplace" if invitation.channel == Channel.EMPLOYER else "employee_number"
        del self.fields[hidden]

    def clean_name(self):
        name = told_name(self.cleaned_data["name"])
        if name.is_empty:
            raise forms.ValidationError(_("Write the name in Khmer or Latin letters."))
        for part, longest in NAME_PARTS_AT_MOST.items():
            if len(getattr(name, part)) > longest:
                raise forms.ValidationError(_("This name is too long. Shorten it a little."))
        return name

    def nominee(self) -> Nominee:
        answers, name = self.cleaned_data, self.cleaned_data["name"]
        return Nominee(
            name_km=name.name_km,
            family_name_latin=name.family_name_latin,
            given_name_latin=name.given_name_latin,
            sex=answers["sex"],
            role=answers["role"],
            birth_year=answers["birth_year"],
            phone=answers["phone"],
            employee_number=khmer.clean(answers.get("employee_number", "")),
            employer_text=khmer.clean(answers.get("workplace", "")),
        )

    @staticmethod
    def answers_of(row: Nomination) -> dict:
        """The form as filled in for somebody on the list."""
        return {
            "name": " ".join(filter(None, (row.name_km, row.name_latin))),
            "sex": row.sex,
            "role": row.role,
            "phone": row.phone,
            "employee_number": row.employee_number,
            "workplace": row.employer_text,
            "birth_year": row.birth_year,
        }

    @staticmethod
    def answers_of_list(row: ParsedRow) -> dict:
        """The form as filled in from a row of a file."""
        return {
            "name": " ".join(filter(None, (row.name_km, row.name_latin))),
            "sex": row.sex,
            "role": row.role,
            "phone": ", ".join(phone.raw for phone in row.phones)[:60],
            "employee_number": row.employee_number,
            "workplace": row.organization,
            "birth_year": row.birth_year,
        }


def role_choices(invitation: Invitation) -> list[tuple]:
    """The roles asked for, then all others, after an empty one."""
    asked = [Role(role) for role in invitation.roles if role in Role.values]
    rest = [role for role in Role if role not in asked]
    return [("", _("Choose one")), *((role.value, role.label) for role in asked + rest)]


class NomineeRows(forms.BaseFormSet):
    """Several people at once; empty rows do not count. `form` is made anew with every sheet, so
    that sending it twice names nobody twice."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.use_required_attribute = False

    def nominees(self) -> list[tuple[uuid.UUID, Nominee]]:
        """The rows that were filled in, each with its key."""
        sheet = self.sheet
        return [
            (uuid.uuid5(sheet, form.prefix), form.nominee())
            for form in self.forms
            if form.has_changed()
        ]

    @property
    def sheet(self) -> uuid.UUID:
        """The key of this sheet, from the browser or new."""
        if not hasattr(self, "_sheet"):
            try:
                self._sheet = uuid.UUID(self.data.get("sheet", ""))
            except ValueError:
                self._sheet = uuid.uuid4()
        return self._sheet

    def clean(self):
        if not any(form.has_changed() for form in self.forms):
            raise forms.ValidationError(_("Write at least one name."))


def nominee_rows(invitation: Invitation, data=None, initial=(), rows: int = 3) -> NomineeRows:
    """A sheet with `rows` empty rows, or with the rows that are sent or given."""
    factory = forms.formset_factory(
        NomineeForm,
        formset=NomineeRows,
        extra=len(initial) or rows,
        max_num=ROWS_OF_A_LIST,
        absolute_max=ROWS_OF_A_LIST,
    )
    sheet = factory(data, prefix="people", form_kwargs={"invitation": invitation})
    for form, answers in zip(sheet.forms, initial, strict=False):
        form.initial = answers
    return sheet


class KeptListForm(forms.Form):
    """A file that the browser holds between two pages, as text."""

    filename = forms.CharField(max_length=255, required=False)
    held = forms.CharField(max_length=2 * KEPT_AT_MOST)

    @classmethod
    def of(cls, filename: str, data: bytes) -> "KeptListForm":
        kept = cls({"filename": filename[-255:], "held": b64encode(data).decode("ascii")})
        kept.content = data
        return kept

    @property
    def can_be_kept(self) -> bool:
        return len(self.content) <= KEPT_AT_MOST

    def checked(self) -> "KeptListForm":
        """The very form, if the browser can hold the file. Raises Refused `too_large_to_ask`."""
        if not self.can_be_kept:
            raise Refused(
                _("Some columns of this list have unusual names, and the file is too large to ask"
                  " about them. Leave pictures and empty sheets out, and choose it again."),
                code="too_large_to_ask",
            )  # fmt: skip
        return self

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.data.get("filename", "")

    def clean_held(self):
        try:
            self.content = b64decode(self.cleaned_data["held"], validate=True)
        except ValueError:
            raise forms.ValidationError("not a file", code="not_a_file") from None
        return self.cleaned_data["held"]


class ListForm(forms.Form):
    """The file with the names."""

    file = forms.FileField(
        label=_("The list"),
        help_text=_("An XLSX, ODS or CSV file with a row that names its columns."),
        error_messages={"required": _("Choose the file with the list.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )
