"""Plan one course for many hosts from a list: choose it, look at it, plan."""

from dataclasses import asdict
from datetime import date

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses import permissions
from courses.actions.plan_list import plan_list, read_plan_list
from courses.adapters.language import language
from courses.exceptions import Refused
from courses.forms.pick import is_asking, without_verdict
from courses.forms.plan_list import PlanListForm, why_not
from courses.models import Person
from courses.queries.plan_list import found_runs
from courses.rules.calendar_words import digits
from courses.rules.plan_list import WantedRun
from courses.views.base import SalaView

SALT = "courses.plan-list"
KEPT_SECONDS = 24 * 60 * 60


def sealed(rows):
    """The rows as text that only this site can have written: no file waits on the server."""
    plain = [{**asdict(row), "first_day": row.first_day and f"{row.first_day}"} for row in rows]
    return signing.dumps(plain, salt=SALT, compress=True)


def opened(text):
    """The rows again; None when the text is not ours or too old."""
    try:
        plain = signing.loads(text, salt=SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        return None
    return [
        WantedRun(
            **row
            | {
                "first_day": row["first_day"] and date.fromisoformat(row["first_day"]),
                "trainers": tuple(row["trainers"]),
            }
        )
        for row in plain
    ]


class PlanList(SalaView):
    policy = "trainer"
    needs = "runs.add"
    template_name = "courses/plan_list/plan_list.html"

    def get(self, request, *args, **kwargs):
        mine = list(Person.objects.filter(user=request.user))
        return self.show(form=PlanListForm(initial={"trainers": mine}, user=request.user))

    def post(self, request, *args, **kwargs):
        form = PlanListForm(request.POST, request.FILES, user=request.user)
        rows = opened(request.POST.get("rows", ""))
        if is_asking(form):
            return self.show_rows(without_verdict(form), rows)
        if not form.is_valid():
            return self.show_rows(form, rows)
        try:
            if form.cleaned_data["file"]:
                rows = read_plan_list(form.cleaned_data["file"])
            elif rows is None:
                form.add_error("file", _("Choose the file with the list."))
            elif request.POST.get("step") == "plan":
                return self.plan(form, rows)
        except Refused as no:
            form.add_error(None, no.sentence)
        return self.show_rows(form, rows)

    def show_rows(self, form, rows):
        """The list as it would be planned, where there is one and a course is chosen."""
        pattern = getattr(form, "cleaned_data", {}).get("pattern")
        if rows is None or pattern is None:
            return self.show(form=form, sealed=rows is not None and sealed(rows))
        among = permissions.people.trainers_for(self.request.user)
        found = found_runs(pattern.course, rows, among)
        told = [{"found": each, "why_not": why_not(each)} for each in found]
        ready = sum(not each.problem for each in found)
        return self.show(
            form=form,
            rows=told,
            sealed=sealed(rows),
            ready=ready,
            staying=len(told) - ready,
            pattern=pattern,
        )

    def plan(self, form, rows):
        course = form.cleaned_data["pattern"].course
        runs = plan_list(course, rows, form.for_all(), by=self.request.user)
        words = ngettext("%(count)s run is planned.", "%(count)s runs are planned.", len(runs))
        messages.success(self.request, words % {"count": digits(len(runs), language())})
        first = min(run.starts_on for run in runs)
        return redirect(f"{reverse('courses:calendar')}?view=list&day={first}&course={course.pk}")
