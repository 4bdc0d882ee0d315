"""Enrol people whose certificates expire on a coming run of the same course: choose the run, then
the people; each gets a result."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from certificates import permissions
from certificates.actions.refreshing import enroll_again
from certificates.forms.issuing import ChosenForm
from certificates.queries.due import employer_of, on_the_way_to, runs_to_come
from courses import permissions as of_courses
from courses.admin.columns import person_name
from courses.admin.links import address
from courses.exceptions import Refused
from courses.queries.runs import seats_of

#: How many people are offered at once; filters narrow the list.
MOST = 100


def may_enrol(user: AbstractBaseUser) -> bool:
    return permissions.due.may(user, "view") and of_courses.enrollments.may(user, "add")


class EnrolAgain(WagtailAdminTemplateMixin, TemplateView):
    """The filters of the list hold here too; `run` in the address is the chosen run."""

    viewset = None
    page_title = _("Enrol on a coming run")
    header_icon = "group"
    template_name = "certificates/admin/enrol.html"

    def dispatch(self, request, *args, **kwargs):
        if not may_enrol(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def rows(self):
        asked, user = self.request.GET, self.request.user
        rows = self.viewset.rows(user)
        rows = self.viewset.filterset_class(asked, queryset=rows, request=self.request).qs
        words = asked.get("q", "").strip()
        return self.viewset.search_for(user, rows, words) if words else rows

    @cached_property
    def runs(self):
        """Coming runs of the courses that somebody wants to refresh."""
        runs = of_courses.runs.rows_for(self.request.user)
        runs = runs.filter(course__in=self.rows.order_by().values("course"))
        runs = runs_to_come(runs, timezone.localdate())
        return runs.select_related("course", "host", "province")

    @cached_property
    def run(self):
        asked = self.request.GET.get("run")
        if not asked:
            return None
        try:
            return get_object_or_404(self.runs, uuid=uuid.UUID(asked))
        except ValueError:
            raise Http404 from None

    @cached_property
    def people(self):
        """Certificates of the course of the run, those that expire first."""
        rows = self.rows.filter(course=self.run.course_id)
        return list(rows.order_by("expires_on", "pk")[:MOST])

    @property
    def offered(self):
        there = on_the_way_to(self.run)
        return [row.pk for row in self.people if row.person_id not in there]

    def get(self, request, *args, **kwargs):
        form = ChosenForm(offered=self.offered) if self.run else None
        return self.answer(form)

    def post(self, request, *args, **kwargs):
        if self.run is None:
            return self.answer(None)
        form = ChosenForm(request.POST, offered=self.offered)
        if not form.is_valid():
            return self.answer(form)
        chosen = [row for row in self.people if row.pk in form.cleaned_data["chosen"]]
        outcomes = enroll_again(chosen, self.run, by=request.user)
        return self.answer(ChosenForm(offered=self.offered), outcomes)

    def answer(self, form, outcomes=()):
        told = self.of_run(form, outcomes) if self.run else self.of_runs()
        return self.render_to_response(self.get_context_data(**told))

    def of_runs(self):
        counted = self.rows.order_by().values("course").annotate(people=Count("pk"))
        due = dict(counted.values_list("course", "people"))
        asked = self.request.GET.copy()
        runs = []
        for run in self.runs:
            asked["run"] = str(run.uuid)
            runs.append((run, due[run.course_id], f"?{asked.urlencode()}"))
        return {"runs": runs}

    def of_run(self, form, outcomes):
        offered, seats, people = set(self.offered), seats_of(self.run), []
        for row in self.people:
            outcome = dict(outcomes).get(row.pk)
            refusal = outcome.sentence if isinstance(outcome, Refused) else ""
            place = "" if refusal or outcome is None else outcome.get_status_display()
            told = person_name(row.person), employer_of(row), refusal, place
            people.append((row, row.pk in offered, *told))
        return {
            "run": self.run,
            "people": people,
            "form": form,
            "can_enrol": bool(offered),
            "free": max(0, self.run.capacity - seats.taken - seats.kept),
            "is_cut": len(people) == MOST,
            "most": MOST,
            "run_url": address("courses:run", self.run.uuid),
        }

    def get_breadcrumbs_items(self):
        index = reverse(self.viewset.get_url_name("index"))
        return [
            *self.breadcrumbs_items,
            {"url": index, "label": self.viewset.menu_label},
            {"url": "", "label": self.page_title},
        ]
