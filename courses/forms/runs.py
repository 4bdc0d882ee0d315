"""Plan a run, change it, and the times of its sessions."""

from datetime import datetime, time, timedelta

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from courses.actions.runs import MAX_SESSIONS, RunDetails
from courses.choices import DeliveryLanguage, EnrollmentPolicy
from courses.forms.people import OrganizationField, describe_person
from courses.forms.pick import PickField
from courses.forms.who_may_come import WhoMayComeForm
from courses.models import Course, CourseRun, Person, Province, Venue
from courses.queries.lookup import trainers_matching, venues_matching
from courses.queries.runs import offered_courses
from courses.rules.schedule import AFTERNOON, MORNING, Pattern, Slot, slots_of

LONGEST_SESSION = timedelta(hours=12)
MOST_DAYS = 60
MOST_SEATS = 5000
OWN_TIMES = "own"
TIMES = {"morning": (MORNING,), "afternoon": (AFTERNOON,), "both": (MORNING, AFTERNOON)}


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
    trainers = PickField(
        label=_("Trainers"),
        help_text=_("The first one leads the run."),
        rows=Person.objects.all,
        search=trainers_matching,
        describe=describe_person,
        is_many=True,
    )
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


class CourseChoice(forms.ModelChoiceField):
    def label_from_instance(self, course: Course) -> str:
        return f"{course.title} ({course.code})"


class PlanRunForm(RunForm):
    """The decisions, and the pattern that the sessions follow."""

    course = CourseChoice(
        label=_("Course"), queryset=Course.objects.none(), empty_label=_("Choose a course")
    )
    first_day = day_field(label=_("First day"))
    days = forms.IntegerField(
        label=_("Number of days"), min_value=1, max_value=MOST_DAYS, initial=2
    )
    half_days = forms.ChoiceField(
        label=_("Half-days"),
        choices=[
            ("both", _("Morning and afternoon, 08:00–11:00 and 13:30–16:30")),
            ("morning", _("Mornings, 08:00–11:00")),
            ("afternoon", _("Afternoons, 13:30–16:30")),
            (OWN_TIMES, _("Own times")),
        ],
        widget=forms.RadioSelect,
        initial="both",
    )
    own_starts = clock_field(label=_("From"), required=False)
    own_ends = clock_field(label=_("Until"), required=False)
    every = forms.TypedChoiceField(
        label=_("How often"),
        coerce=int,
        choices=[
            (1, _("Every day but Sunday")),
            (7, _("Every week")),
            (14, _("Every 2 weeks")),
            (28, _("Every 4 weeks")),
        ],
        widget=forms.RadioSelect,
        initial=1,
    )
    field_order = ["course"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["course"].queryset = offered_courses()

    def clean(self):
        answers = super().clean()
        if answers.get("half_days") == OWN_TIMES:
            self._check_own_times(answers.get("own_starts"), answers.get("own_ends"))
        return answers

    def _check_own_times(self, starts: time | None, ends: time | None) -> None:
        if starts is None or ends is None:
            self.add_error("own_starts", _("Say from when until when."))
        elif starts >= ends:
            self.add_error("own_ends", _("The end must come after the start."))

    def _times(self) -> tuple:
        answers = self.cleaned_data
        own = ((answers.get("own_starts"), answers.get("own_ends")),)
        return TIMES.get(answers.get("half_days"), own)

    @property
    def pattern(self) -> str:
        """The answers that the sessions follow, to see later whether they still are the same."""
        names = ("first_day", "days", "half_days", "own_starts", "own_ends", "every")
        return "|".join(str(self.cleaned_data[name]) for name in names)

    def slots(self) -> tuple[Slot, ...]:
        answers = self.cleaned_data
        return slots_of(
            Pattern(answers["first_day"], answers["days"], self._times(), every=answers["every"])
        )


class SlotForm(forms.Form):
    """One session: a day, a start and an end."""

    day = day_field(label=_("Day"))
    starts = clock_field(label=_("From"))
    ends = clock_field(label=_("Until"))

    def clean(self):
        answers = super().clean()
        starts, ends = answers.get("starts"), answers.get("ends")
        if starts and ends and starts >= ends:
            self.add_error("ends", _("The end must come after the start."))
        elif starts and ends and length(starts, ends) > LONGEST_SESSION:
            self.add_error("ends", _("A session can last 12 hours at most."))
        return answers

    def slot(self) -> Slot:
        answers = self.cleaned_data
        day = answers["day"]
        return Slot(
            datetime.combine(day, answers["starts"]), datetime.combine(day, answers["ends"])
        )

    @staticmethod
    def answers_of(slot: Slot) -> dict:
        return {"day": slot.starts.date(), "starts": slot.starts.time(), "ends": slot.ends.time()}


def length(starts: time, ends: time) -> timedelta:
    day = datetime.min
    return datetime.combine(day, ends) - datetime.combine(day, starts)


class BaseSlots(forms.BaseFormSet):
    """The sessions of a plan, to be changed or left out before the run is planned."""

    deletion_widget = forms.CheckboxInput

    def slots(self) -> list[Slot]:
        kept = [form for form in self.forms if form.has_changed() or form in self.initial_forms]
        return [form.slot() for form in kept if form not in self.deleted_forms]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Leave out")


Slots = formset_factory(
    SlotForm, formset=BaseSlots, extra=1, can_delete=True, max_num=MAX_SESSIONS + 1
)


class ReasonForm(forms.Form):
    """Why: a few words that stay in the history."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=200,
        help_text=_("A few words. They stay in the history."),
        error_messages={"required": _("Say in a few words why.")},
    )
