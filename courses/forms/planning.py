"""Plan a run: the decisions, how it is delivered, and its sessions."""

from datetime import datetime, time, timedelta

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from courses.actions.planning import MAX_SESSIONS
from courses.forms.runs import RunForm, clock_field, day_field
from courses.models import Course, CourseRun, DeliveryPattern
from courses.queries.holidays import holidays_from
from courses.queries.patterns import held_slots, offered_patterns, pattern_steps
from courses.queries.runs import offered_courses
from courses.rules.schedule import AFTERNOON, MORNING, Pattern, Slot, slots_by, slots_of, steps_of

LONGEST_SESSION = timedelta(hours=12)
MOST_DAYS = 60
OWN_TIMES = "own"
TIMES = {"morning": (MORNING,), "afternoon": (AFTERNOON,), "both": (MORNING, AFTERNOON)}
#: Ways of delivery beside the patterns.
USUAL, OWN, COPY = "usual", "own", "copy"


def despite_field() -> forms.CharField:
    """Why something is planned although something else stands in its way."""
    return forms.CharField(
        label=_("Why it is planned all the same"),
        help_text=_("A few words. They stay in the history."),
        max_length=200,
        required=False,
    )


class CourseChoice(forms.ModelChoiceField):
    def label_from_instance(self, course: Course) -> str:
        return f"{course.title} ({course.code})"


class PlanRunForm(RunForm):
    """The decisions, and the pattern that the sessions follow."""

    course = CourseChoice(
        label=_("Course"), queryset=Course.objects.none(), empty_label=_("Choose a course")
    )
    delivery = forms.ChoiceField(
        label=_("How it is delivered"),
        help_text=_("Days and half-days of the course, or your own."),
        required=False,
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
    despite = despite_field()
    field_order = ["course"]

    def __init__(self, *args, copied: CourseRun | None = None, **options):
        super().__init__(*args, **options)
        self.copied = copied
        self.fields["course"].queryset = offered_courses()
        self.patterns = {str(each.pk): each for each in offered_patterns()}
        self.fields["delivery"].choices = [
            *([(COPY, _("As run %(code)s was held") % {"code": copied.code})] if copied else []),
            (USUAL, _("As this course usually is")),
            *self._patterns_by_course(),
            (OWN, _("Own days and half-days")),
        ]

    def _patterns_by_course(self) -> list:
        groups: dict[str, list] = {}
        for pk, each in self.patterns.items():
            groups.setdefault(each.course.title, []).append((pk, each.name))
        return list(groups.items())

    def clean(self):
        answers = super().clean()
        chosen = self.patterns.get(answers.get("delivery", ""))
        if chosen and answers.get("course") and chosen.course != answers["course"]:
            self.add_error("delivery", _("This belongs to another course. Choose another one."))
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
    def pattern(self) -> DeliveryPattern | None:
        """The pattern that was chosen, or the one by which the course usually is delivered."""
        delivery = self.cleaned_data["delivery"] or USUAL
        if delivery == USUAL:
            course = self.cleaned_data["course"]
            usual = (each for each in self.patterns.values() if each.course == course)
            return next(usual, None)
        return self.patterns.get(delivery)

    @property
    def follows(self) -> str:
        """The answers that the sessions follow, to see later whether they still are the same."""
        names = ("course", "delivery", "first_day", "days", "half_days", "own_starts", "own_ends")
        return "|".join(str(self.cleaned_data[name]) for name in (*names, "every"))

    def slots(self) -> tuple[Slot, ...]:
        """The sessions, titled in the spoken language where it is Khmer."""
        answers = self.cleaned_data
        first_day, holidays = answers["first_day"], holidays_from(answers["first_day"])
        if self.copied and answers["delivery"] == COPY:
            return slots_by(steps_of(held_slots(self.copied)), first_day, holidays)
        if self.pattern:
            steps = pattern_steps(self.pattern, answers["delivery_language"])
            return slots_by(steps, first_day, holidays)
        own = Pattern(first_day, answers["days"], self._times(), every=answers["every"])
        return slots_of(own, holidays)


class SlotForm(forms.Form):
    """One session: a day, a start and an end."""

    day = day_field(label=_("Day"))
    starts = clock_field(label=_("From"))
    ends = clock_field(label=_("Until"))
    pause = forms.IntegerField(
        label=_("Break, in minutes"), min_value=0, max_value=600, required=False
    )
    title = forms.CharField(label=_("Title"), max_length=150, required=False)
    heads = forms.BooleanField(label=_("Count heads, take no names"), required=False)

    def clean(self):
        answers = super().clean()
        starts, ends = answers.get("starts"), answers.get("ends")
        if starts and ends and starts >= ends:
            self.add_error("ends", _("The end must come after the start."))
        elif starts and ends and length(starts, ends) > LONGEST_SESSION:
            self.add_error("ends", _("A session can last 12 hours at most."))
        elif starts and ends and minutes_of(answers.get("pause")) >= length(starts, ends):
            self.add_error("pause", _("The break must be shorter than the session."))
        return answers

    def slot(self) -> Slot:
        answers = self.cleaned_data
        day = answers["day"]
        return Slot(
            datetime.combine(day, answers["starts"]),
            datetime.combine(day, answers["ends"]),
            pause=answers["pause"] or 0,
            title=answers["title"],
            counts_heads=answers["heads"],
        )

    @staticmethod
    def answers_of(slot: Slot) -> dict:
        return {
            "day": slot.starts.date(),
            "starts": slot.starts.time(),
            "ends": slot.ends.time(),
            "pause": slot.pause or None,
            "title": slot.title,
            "heads": slot.counts_heads,
        }


class AddSessionForm(SlotForm):
    """One more session of a run that is planned."""

    despite = despite_field()


def minutes_of(pause: int | None) -> timedelta:
    return timedelta(minutes=pause or 0)


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
