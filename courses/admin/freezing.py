"""Freezing the report that the reach page shows: a title, a comment, and it stays as it is."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses import permissions
from courses.actions.facts import keep_facts_fresh
from courses.actions.snapshots import freeze_report
from courses.adapters.facts import Missing
from courses.admin.columns import days_of
from courses.admin.links import record_address
from courses.admin.reach import FREEZE_NAME, asked_in
from courses.admin.reach_base import URL_NAME, told_filters
from courses.admin.reach_words import Words
from courses.exceptions import Refused
from courses.forms.reach import ReachForm
from courses.forms.snapshots import FreezeForm
from courses.permissions import area_of, may_see_reach


class FreezeView(WagtailAdminTemplateMixin, FormView):
    """Staff only; period and filters stand in the address, as on the reach page."""

    policy = "staff"
    template_name = "courses/admin/reach/freeze.html"
    page_title = gettext_lazy("Freeze this report")
    header_icon = "lock"
    form_class = FreezeForm

    def dispatch(self, request, *args, **kwargs):
        if not may_see_reach(request.user):
            raise PermissionDenied
        if not self.asked.is_valid():
            return redirect(self.reach_url)
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def asked(self):
        return ReachForm(self.request.GET, today=timezone.localdate())

    @property
    def reach_url(self):
        return f"{reverse(URL_NAME)}?{asked_in(self.asked)}"

    @cached_property
    def filters(self):
        area = area_of(self.request.user)
        return replace(self.asked.filters, area=area, now=timezone.localtime())

    def get_initial(self):
        template = self.asked.chosen_template
        title = f"{template.title} · {self.period}"[:120] if template else ""
        return {"restates": self.request.GET.get("restates"), "title": title}

    @property
    def period(self):
        return days_of(self.filters.start, self.filters.end)

    def get_form_kwargs(self):
        seen = permissions.snapshots.rows_for(self.request.user)
        earlier = seen.filter(restatement=None).defer("content", "kept")
        return {**super().get_form_kwargs(), "earlier": earlier}

    def form_valid(self, form):
        keep_facts_fresh()
        try:
            snapshot = freeze_report(
                self.filters,
                by=self.request.user,
                template=self.asked.chosen_template,
                **form.cleaned_data,
            )
        except Missing:
            form.add_error(
                None, _("The figures are being made for the first time. Try again soon.")
            )
            return self.form_invalid(form)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.form_invalid(form)
        messages.success(self.request, _("The report is frozen. It stays as it is from now on."))
        return redirect(record_address("snapshots", snapshot.pk))

    def get_breadcrumbs_items(self):
        reach = {"url": self.reach_url, "label": _("Reach")}
        return [*self.breadcrumbs_items, reach, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            told=told_filters(self.filters, Words()),
            period=self.period,
            reach_url=self.reach_url,
            **kwargs,
        )


def freezing_urls():
    """Hook `register_admin_urls`."""
    return [path("training/reach/freeze/", FreezeView.as_view(), name=FREEZE_NAME)]
