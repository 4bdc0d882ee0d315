"""What is decided about a run, the kinds of fields for days and times, and reasons."""

from functools import partial

from django import forms
from django.utils.translation import gettext_lazy as _

from courses import permissions
from courses.actions.runs import RunDetails
from courses.choices import DeliveryLanguage, EnrollmentPolicy
from courses.forms.people import OrganizationField, describe_person
from courses.forms.pick import PickField
from courses.forms.who_may_come import WhoMayComeForm
from courses.models import CourseRun, Person, Province, Venue
from courses.queries.lookup import trainers_matching, venues_matching

MOST_SEATS = 5000


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **options):
        super().__init__(format="%Y-%m-%d", **options)


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, **options):
        super().__init__(format="%H:%M", **options)


def day_field(**options) -> forms.DateField:
    return forms.DateField(widget=DayInput(), input_formats=["%Y-%m-%d"], **options)


def clock_field(**options) -> forms.TimeField:
    return forms.TimeField(widget=ClockInput(), input_formats=["%H:%M", "%H:%M:%S"], **options)


def describe_venue(venue: Venue) -> tuple[str, str]:
    return venue.name, venue.province.name


class TrainersField(PickField):
    """Trainers whom the user may name; nobody before `offer_to`."""

    def __init__(self, *, is_many: bool = True, **options):
        super().__init__(
            rows=Person.objects.none,
            search=trainers_matching,
            describe=describe_person,
            is_many=is_many,
            **options,
        )

    def offer_to(self, user):
        self.rows = partial(permissions.people.trainers_for, user)
        self.search = partial(trainers_matching, among=self.rows())


class RunForm(WhoMayComeForm):
    """What can be decided before a run and changed while it lasts."""

    host = OrganizationField(
        label=_("Host organization"),
        help_text=_("Who the run is held for: a factory, a union, an office."),
    )
    venue = PickField(
        label=_("Place"),
        help_text=_("Find a known place, or write the name of a new one."),
        rows=lambda: Venue.objects.select_related("province"),
        search=venues_matching,
        describe=describe_venue,
        keeps_words=True,
        required=False,
    )
    province = forms.ModelChoiceField(
        label=_("Province"),
        help_text=_("Leave it open to take the province of the place or of the host."),
        queryset=Province.objects.all(),
        required=False,
        empty_label=_("As the place or the host"),
    )
    trainers = TrainersField(label=_("Trainers"), help_text=_("The first one leads the run."))
    delivery_language = forms.ChoiceField(
        label=_("Spoken language"),
        choices=DeliveryLanguage.choices,
        widget=forms.RadioSelect,
        initial=DeliveryLanguage.KHMER,
    )
    capacity = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=25)
    enrollment_policy = forms.ChoiceField(
        label=_("How people enrol"),
        choices=EnrollmentPolicy.choices,
        widget=forms.RadioSelect,
        initial=EnrollmentPolicy.OPEN,
    )
    is_listed = forms.BooleanField(label=_("Shown in the catalogue"), required=False, initial=True)

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["trainers"].offer_to(user)
        self.offer_rosters_to(user)

    def clean(self):
        answers = super().clean()
        if not answers.get("province") and not self.errors:
            answers["province"] = self._nearest_province()
            if answers["province"] is None:
                self.add_error("province", _("Choose the province where the sessions are held."))
        return answers

    def _nearest_province(self) -> Province | None:
        venue, host = self.cleaned_data.get("venue"), self.cleaned_data.get("host")
        return venue.province if isinstance(venue, Venue) else host.province

    @property
    def new_venue(self) -> str:
        """The name of a place that is not known yet, or ""."""
        venue = self.cleaned_data["venue"]
        return venue if isinstance(venue, str) else ""

    def details(self, venue: Venue | None = None) -> RunDetails:
        """The decisions; `venue` stands for a place that had to be added."""
        answers = self.cleaned_data
        known = None if self.new_venue else answers["venue"]
        names = ("host", "province", "delivery_language", "capacity")
        return RunDetails(
            **{name: answers[name] for name in names},
            enrollment_policy=answers["enrollment_policy"],
            is_listed=answers["is_listed"],
            **self.who_may_come(),
            venue=venue or known,
        )

    @staticmethod
    def answers_of(run: CourseRun) -> dict:
        """The decisions of a run as first answers of the form."""
        names = ("host", "venue", "province", "delivery_language", "capacity")
        return {
            **{name: getattr(run, name) for name in names},
            "enrollment_policy": run.enrollment_policy,
            "is_listed": run.is_listed,
            **WhoMayComeForm.who_may_come_to(run),
            "trainers": [each.person for each in run.run_trainers.select_related("person")],
        }


class ReasonForm(forms.Form):
    """Why: a few words that stay in the history."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=200,
        help_text=_("A few words. They stay in the history."),
        error_messages={"required": _("Say in a few words why.")},
    )
