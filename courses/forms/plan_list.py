"""Plan one course for many hosts: what is the same for all of them, and the list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.plan_list import ForAll
from courses.choices import DeliveryLanguage, EnrollmentPolicy
from courses.forms.runs import MOST_SEATS, TrainersField
from courses.models import DeliveryPattern
from courses.queries.patterns import offered_patterns
from courses.queries.plan_list import (
    NO_PROVINCE,
    PLANNED,
    TWICE,
    UNKNOWN_HOST,
    UNKNOWN_TRAINER,
    UNKNOWN_VENUE,
    FoundRun,
)
from courses.rules import plan_list as rules

PROBLEMS = {
    rules.NO_HOST: _("The row names no organization."),
    rules.NO_DAY: _("The row says no first day."),
    rules.NOT_A_DAY: _("The first day cannot be read. Write it as 24/12/2026."),
    rules.NOT_SEATS: _("The number of seats cannot be read."),
    UNKNOWN_HOST: _(
        "No organization, or more than one, is called “%(word)s”. Write its name as on record."
    ),
    UNKNOWN_TRAINER: _(
        "No trainer, or more than one, is called “%(word)s”. Write the card code instead."
    ),
    UNKNOWN_VENUE: _("No place, or more than one, is called “%(word)s”."),
    NO_PROVINCE: _("Neither the place nor the organization has a province."),
    PLANNED: _("Planned already: this organization has a run of the course on that day."),
    TWICE: _("This organization stands in the list for that day already."),
}


def why_not(found: FoundRun) -> str:
    """Why a row stays out, as a sentence; empty when it can be planned."""
    return PROBLEMS[found.problem] % {"word": found.word} if found.problem else ""


class PatternField(forms.ModelChoiceField):
    """A course with one way of its delivery, under the name of the course."""

    def label_from_instance(self, pattern: DeliveryPattern) -> str:
        return f"{pattern.course.title} ({pattern.course.code}): {pattern.name}"


class PlanListForm(forms.Form):
    """Everything but the list; the list comes as a file first and is kept sealed then."""

    pattern = PatternField(
        label=_("Course and how it is delivered"),
        queryset=DeliveryPattern.objects.none(),
        empty_label=_("Choose a course"),
    )
    trainers = TrainersField(
        label=_("Trainers"),
        help_text=_("For rows that name none. The first one leads the run."),
    )
    delivery_language = forms.ChoiceField(
        label=_("Spoken language"),
        choices=DeliveryLanguage.choices,
        widget=forms.RadioSelect,
        initial=DeliveryLanguage.KHMER,
    )
    capacity = forms.IntegerField(
        label=_("Seats"),
        help_text=_("For rows that say no number."),
        min_value=1,
        max_value=MOST_SEATS,
        initial=25,
    )
    enrollment_policy = forms.ChoiceField(
        label=_("How people enrol"),
        choices=EnrollmentPolicy.choices,
        widget=forms.RadioSelect,
        initial=EnrollmentPolicy.INVITATION,
    )
    is_listed = forms.BooleanField(label=_("Shown in the catalogue"), required=False)
    file = forms.FileField(
        label=_("The list"),
        help_text=_(
            "An XLSX, ODS or CSV file with a row for each organization and its first day. Trainer,"
            " place and seats may stand in further columns."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["trainers"].offer_to(user)
        self.fields["pattern"].queryset = offered_patterns()

    def for_all(self) -> ForAll:
        """The answers of a valid form."""
        answers = self.cleaned_data
        names = ("pattern", "delivery_language", "capacity", "enrollment_policy", "is_listed")
        same = {name: answers[name] for name in names}
        return ForAll(**same, trainers=tuple(answers["trainers"]))
