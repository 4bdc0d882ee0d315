"""The calendar of runs: a month, a week or a list of days."""

from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from courses import permissions
from courses.adapters.language import language
from courses.forms.calendar import LIST, MONTH, WEEK, CalendarForm
from courses.models import Session
from courses.queries.calendar import choices_in, entries_of, sessions_in
from courses.queries.holidays import holidays_between
from courses.rules.calendar import month_before, month_of, next_month, week_of
from courses.rules.calendar_words import clock
from courses.views.base import SalaView

A_WEEK = timedelta(days=7)


class Calendar(SalaView):
    policy = "trainer"
    template_name = "courses/calendar/calendar.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        asked = self.request.GET
        sessions = Session.objects.filter(
            pk__in=permissions.sessions.rows_for(self.request.user).order_by().values("pk")
        )
        form = CalendarForm(asked, *choices_in(sessions))
        form.is_valid()
        view = form.cleaned_data.get("view") or MONTH
        day = form.cleaned_data.get("day") or today
        span = week_of(day) if view == WEEK else month_of(day)
        entries = entries_of(sessions_in(sessions, span, form.wanted()), language())
        holidays = holidays_between(span.first, span.last)
        days = [
            {
                "day": each,
                "is_aside": view != WEEK and each.month != day.month,
                "is_today": each == today,
                "holiday": holidays.get(each),
                "entries": [self._row(entry) for entry in entries.get(each, ())],
            }
            for each in span.days
        ]
        if view == LIST:
            days = [each for each in days if each["entries"] and not each["is_aside"]]
        return super().get_context_data(
            form=form,
            view=view,
            day=day,
            span=span,
            days=days,
            runs=len({entry.code for found in entries.values() for entry in found}),
            steps=self._steps(view, day, today),
            views=[
                (name, words, self._with(view=name)) for name, words in form.fields["view"].choices
            ],
            **kwargs,
        )

    def _row(self, entry):
        return {
            "url": reverse("courses:run", args=[entry.uuid]),
            "time": clock(entry.starts, language()),
            "title": entry.title,
            "host": entry.host,
            "place": entry.place,
            "is_off": entry.is_off,
        }

    def _steps(self, view, day, today):
        """Addresses of what comes before and after, and of today."""
        if view == WEEK:
            before, after = day - A_WEEK, day + A_WEEK
        else:
            before, after = month_before(day), next_month(day)
        days = {"before": before, "today": today, "after": after}
        return {name: self._with(day=each) for name, each in days.items()}

    def _with(self, **changes):
        asked = {name: value for name, value in self.request.GET.items() if value}
        return f"?{urlencode({**asked, **changes})}"
