"""For which half-day somebody comes, and how a half-day that was made up for is told."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.adapters.language import language
from courses.models import Session
from courses.queries.made_up import Missed
from courses.rules import calendar_words
from courses.rules.progress import MadeUp


class MakeUpForm(forms.Form):
    """One of the half-days that she missed; first the one with the number of this session."""

    half_day = forms.ChoiceField(
        label=gettext_lazy("The half-day that was missed"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the half-day that was missed.")},
    )

    def __init__(self, data=None, *, missed: list[Missed], session: Session):
        alike = [each for each in missed if each.session.number == session.number]
        first = next(iter([*alike, *missed]), None)
        super().__init__(data, initial={"half_day": first and first.key})
        self.missed = {each.key: each for each in missed}
        self.fields["half_day"].choices = [(each.key, _words(each)) for each in missed]

    @property
    def chosen(self) -> Missed:
        return self.missed[self.cleaned_data["half_day"]]


def _words(missed: Missed) -> str:
    session = missed.session
    return _("%(day)s, %(time)s: session %(number)s of %(total)s in run %(run)s") % {
        "day": calendar_words.date_without_year(session.day, language()),
        "time": calendar_words.clock_range(
            timezone.localtime(session.starts_at), timezone.localtime(session.ends_at), language()
        ),
        "number": calendar_words.number(session.number, language()),
        "total": calendar_words.number(session.total, language()),
        "run": missed.enrollment.run.code,
    }


def made_up_words(made_up: MadeUp) -> str:
    """Made up on Tuesday 5 May in run X."""
    return _("made up on %(day)s in run %(run)s") % {
        "day": calendar_words.date_without_year(made_up.day, language()),
        "run": made_up.run,
    }
