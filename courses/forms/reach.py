"""The period and the filters of the reach page."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from courses.choices import Sector
from courses.models import Course, Phase, Province, ReportTemplate, Topic
from courses.queries.report_plans import narrowed
from courses.rules.reach import Filters

LONGEST_YEARS = 5
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2100, 1, 1)

PRESETS = {
    "this_year": _("This year"),
    "last_year": _("Last year"),
    "this_quarter": _("This quarter"),
    "last_quarter": _("Last quarter"),
}

Period = tuple[date, date]


def presets(today: date) -> dict[str, Period]:
    """The first and last day of each ready-made period."""
    quarter = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    before = quarter - timedelta(days=1)
    return {
        "this_year": (date(today.year, 1, 1), date(today.year, 12, 31)),
        "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        "this_quarter": (quarter, _month_end(date(quarter.year, quarter.month + 2, 1))),
        "last_quarter": (date(before.year, before.month - 2, 1), before),
    }


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def phases() -> dict[str, tuple[str, Period]]:
    """Name and days of each phase of the programme, by the word for it in an address."""
    return {
        f"phase-{row.pk}": (str(row), (row.starts_on, row.ends_on)) for row in Phase.objects.all()
    }


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class ReachForm(forms.Form):
    """Days and filters. A preset or a phase named in `period` takes the place of the days, and
    stands in their fields afterwards; without any it is this year. A `template` narrows further."""

    period = forms.ChoiceField(label=_("Period"), required=False)
    start = forms.DateField(label=_("First day"), widget=DayInput)
    end = forms.DateField(label=_("Last day"), widget=DayInput)
    topic = forms.ModelChoiceField(
        Topic.objects.all(), label=_("Topic"), required=False, empty_label=_("All topics")
    )
    course = forms.ModelChoiceField(
        Course.objects.all(), label=_("Course"), required=False, empty_label=_("All courses")
    )
    province = forms.ModelChoiceField(
        Province.objects.all(),
        label=_("Province of the workplace"),
        required=False,
        empty_label=_("All provinces"),
    )
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("All sectors")), *Sector.choices]
    )

    template = forms.ModelChoiceField(
        ReportTemplate.objects.all(),
        label=_("Which report"),
        required=False,
        empty_label=_("Who the training reached"),
    )
    field_order = ("template", "period")

    def __init__(self, asked, today: date):
        asked = asked.copy()
        self.phases = phases()
        ready = presets(today) | {name: days for name, (_label, days) in self.phases.items()}
        is_named = asked.get("period") in ready
        if is_named or not (asked.get("start") or asked.get("end")):
            start, end = ready[asked["period"] if is_named else "this_year"]
            asked["start"], asked["end"] = start.isoformat(), end.isoformat()
        asked["period"] = ""
        super().__init__(asked)
        named = [(name, label) for name, (label, _days) in self.phases.items()]
        self.fields["period"].choices = [
            ("", _("First to last day")),
            *PRESETS.items(),
            *([(_("Phases"), named)] if named else []),
        ]

    def clean_start(self):
        return _sensible(self.cleaned_data["start"])

    def clean_end(self):
        return _sensible(self.cleaned_data["end"])

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day is before the first day."))
        elif start and end and end >= _years_later(start):
            self.add_error("end", _("Choose a period of five years at most."))

    @property
    def filters(self) -> Filters:
        """What the valid form asks for."""
        asked = self.cleaned_data
        values = {
            "topic": asked["topic"] and asked["topic"].pk,
            "course": asked["course"] and asked["course"].pk,
            "province": asked["province"] and asked["province"].pk,
            "sector": asked["sector"],
        }
        only = {name: frozenset([value]) for name, value in values.items() if value}
        return narrowed(Filters(asked["start"], asked["end"], only), asked.get("template"))

    @property
    def chosen_template(self) -> ReportTemplate | None:
        return self.cleaned_data.get("template")


def _sensible(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError(_("Choose a day between 2000 and 2100."))
    return day


def _years_later(day: date) -> date:
    return date(day.year + LONGEST_YEARS, day.month, min(day.day, 28))
