"""What people tell when they take part: who they are and where they work."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.enrollment import JobAtTheTime, newest_job
from courses.actions.people import PersonDetails
from courses.adapters.language import language
from courses.choices import Role, Sex
from courses.queries.organizations import organizations_named
from courses.rules import khmer
from courses.rules.calendar_words import digits
from courses.rules.phones import NOT_A_NUMBER, TOO_SHORT, parse_phones
from courses.rules.told import told_name, told_year

FEWEST_DIGITS = 8
NAME_PARTS_AT_MOST = {"name_km": 150, "family_name_latin": 100, "given_name_latin": 100}
YEAR_PROBLEMS = {
    "not_a_year": (
        _("Write the year in four digits, or leave it empty."),
        _("Write the year in four digits. Did you mean %(meant)s?"),
    ),
    "to_come": (
        _("%(year)s is still to come. Correct it or leave it empty."),
        _("%(year)s is still to come. Did you mean %(meant)s?"),
    ),
    "too_young": (
        _("Somebody born in %(year)s is still a child. Correct it or leave it empty."),
        _("Somebody born in %(year)s is still a child. Did you mean %(meant)s?"),
    ),
    "too_old": (
        _("%(year)s is too long ago. Correct it or leave it empty."),
        _("%(year)s is too long ago. Did you mean %(meant)s?"),
    ),
}


def role_choices(course):
    """The roles that the course is made for, then all others, after an empty one."""
    usual = [Role(role) for role in course.audience if role in Role.values]
    rest = [role for role in Role if role not in usual]
    return [("", _("Choose one")), *((role.value, role.label) for role in usual + rest)]


class JobForm(forms.Form):
    """Role and workplace on the day of enrolment."""

    role = forms.ChoiceField(
        label=_("What you do there"), error_messages={"required": _("Choose what is nearest.")}
    )
    workplace = forms.CharField(
        label=_("Where you work"),
        help_text=_("You may leave this empty. Your factory does not see that you came."),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    field_order = ["workplace", "role"]

    def __init__(self, data=None, *, course, **options):
        super().__init__(data, **options)
        self.fields["role"].choices = role_choices(course)

    def clean_workplace(self):
        return khmer.clean(self.cleaned_data["workplace"])

    def job(self) -> JobAtTheTime:
        """The job as told; a workplace that is not in the list stays as words."""
        words = self.cleaned_data["workplace"]
        employer = organizations_named([words])[words]
        return JobAtTheTime(
            role=self.cleaned_data["role"],
            employer=employer,
            employer_text="" if employer else words,
        )


class OwnJobForm(JobForm):
    """For people who are signed in: the job on file, to confirm or to change."""

    def __init__(self, data=None, *, person, course):
        self.on_file = newest_job(person)
        employer = self.on_file.employer.name if self.on_file.employer else ""
        initial = {"role": self.on_file.role, "workplace": employer}
        super().__init__(data, course=course, initial=initial)

    def job(self) -> JobAtTheTime:
        """The employer on file stays the same one when the words are left as they were."""
        if "workplace" in self.changed_data:
            return super().job()
        return JobAtTheTime(role=self.cleaned_data["role"], employer=self.on_file.employer)


class TakePartForm(JobForm):
    """For people without an account. `form` is made anew for every sheet that is shown."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As on your identity card. You can correct it before the certificate."),
        max_length=200,
        error_messages={"required": _("Write your name in Khmer or Latin letters.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=Sex.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. “Not stated” is fine.")},
    )
    birth_year = forms.CharField(
        label=_("Year you were born"),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"}),
    )
    phone = forms.CharField(
        label=_("Phone, if you have one"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    phone_is_shared = forms.BooleanField(label=_("Others use this phone too"), required=False)
    form = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    field_order = ["name", "sex", "birth_year", "workplace", "role", "phone", "phone_is_shared"]

    def clean_name(self):
        name = told_name(self.cleaned_data["name"])
        if name.is_empty:
            raise forms.ValidationError(_("Write your name in Khmer or Latin letters."))
        for part, longest in NAME_PARTS_AT_MOST.items():
            if len(getattr(name, part)) > longest:
                raise forms.ValidationError(_("This name is too long. Shorten it a little."))
        return name

    def clean_birth_year(self):
        told = told_year(self.cleaned_data["birth_year"], timezone.localdate().year)
        if told.problem:
            plain, with_meant = YEAR_PROBLEMS[told.problem]
            spoken = language()
            words = {
                "year": digits(khmer.from_khmer_digits(self.cleaned_data["birth_year"]), spoken),
                "meant": digits(told.meant or "", spoken),
            }
            raise forms.ValidationError((with_meant if told.meant else plain) % words)
        return told.year

    def clean_phone(self):
        typed = self.cleaned_data["phone"]
        phones = parse_phones(typed, conf.get("COURSES_PHONE_REGION"))
        problems = {phone.problem for phone in phones}
        if problems & {NOT_A_NUMBER, TOO_SHORT}:
            few = sum(char.isdigit() for char in typed) < FEWEST_DIGITS
            if few or NOT_A_NUMBER not in problems:
                raise forms.ValidationError(
                    _("This number is too short. Complete it or leave it empty.")
                )
            raise forms.ValidationError(
                _("This does not look like a phone number. Correct it or leave it empty.")
            )
        return typed

    @property
    def form_id(self) -> uuid.UUID:
        return self.cleaned_data.get("form") or uuid.uuid4()

    def person(self, job: JobAtTheTime) -> PersonDetails:
        answers, name = self.cleaned_data, self.cleaned_data["name"]
        return PersonDetails(
            name_km=name.name_km,
            family_name_latin=name.family_name_latin,
            given_name_latin=name.given_name_latin,
            title=name.title[:40],
            sex=answers["sex"],
            birth_year=answers["birth_year"],
            phone=answers["phone"],
            phone_is_shared=answers["phone_is_shared"],
            employer=job.employer,
            role=job.role,
        )
