"""Whose yearly statements are issued, and of what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.choices import Kind
from certificates.models import Design
from courses.models import Course, CourseRun, Roster
from courses.permissions import rosters, runs


class YearForm(forms.Form):
    """A year, some people, and whether the statement lists one course or all."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    course = forms.ModelChoiceField(
        label=_("Everybody who came to this course"),
        queryset=Course.objects.all(),
        required=False,
        empty_label=_("Any course"),
    )
    roster = forms.ModelChoiceField(
        label=_("Standing roster"),
        queryset=Roster.objects.none(),
        required=False,
        empty_label=_("No roster"),
    )
    run = forms.CharField(label=_("Code of a run"), max_length=40, required=False)
    words = forms.CharField(
        label=_("Name, card code or telephone number"), max_length=100, required=False
    )
    only = forms.BooleanField(label=_("List only this course"), required=False)
    design = forms.ModelChoiceField(
        label=_("Design"),
        queryset=Design.objects.filter(kind=Kind.YEARLY, is_archived=False),
        empty_label=_("As shipped"),
        required=False,
    )

    def __init__(self, *args, user, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["year"].choices = [(year, year) for year in years]
        self.fields["roster"].queryset = rosters.rows_for(user)

    def clean_run(self) -> CourseRun | None:
        code = self.cleaned_data["run"].strip()
        if not code:
            return None
        found = runs.rows_for(self.user).filter(code__iexact=code).first()
        if found is None:
            raise forms.ValidationError(_("There is no run with this code."))
        return found

    def clean(self):
        cleaned = super().clean()
        groups = ("course", "roster", "run", "words")
        if not self.errors and not any(cleaned.get(name) for name in groups):
            sentence = _("Say whose statements: a course, a roster, a run or a name.")
            raise forms.ValidationError(sentence)
        if cleaned.get("only") and not cleaned.get("course"):
            self.add_error("course", _("Choose the course that the statement lists."))
        return cleaned
